import type { Terminal } from './shell.js';

/** Without control characters: much of the output comes from files and rows of others. */
export function say(terminal: Terminal, line: string): void {
  terminal.out(`${line.replace(/[^\P{Cc}\n\t]/gu, '')}\n`);
}

/** Columns as wide as their widest cell. */
export function sayTable(terminal: Terminal, rows: readonly (readonly string[])[]): void {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, column) => widthOf(column));
  for (const row of rows) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    say(terminal, cells.join('  ').trimEnd());
  }
}
