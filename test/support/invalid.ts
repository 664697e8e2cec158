/** What an error is like that finds fault with the input at these paths, and with nothing else. */
export function invalid(...paths: string[]) {
  return { code: 'VALIDATION', problems: paths.map((path) => ({ path })) };
}
