/** How many statements a connection keeps prepared. */
const MAX_PREPARED = 200;

/** Names for the statements that are worth preparing, one each for the first so many; undefined for further ones. */
export function preparedNames(prefix: string): (statement: string) => string | undefined {
  const names = new Map<string, string>();
  return (statement) => {
    const known = names.get(statement);
    if (known !== undefined || names.size === MAX_PREPARED) return known;
    const name = `${prefix}_${names.size}`;
    names.set(statement, name);
    return name;
  };
}
