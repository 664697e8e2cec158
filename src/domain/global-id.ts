/** The id of a thing as clients know it, for `node(id)`: base64 of `Type:uuid`. */
export function globalIdOf(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}
