import { visible } from "../text/terminal.js";

/** Rows as lines whose cells stand in columns, two spaces apart; nothing follows a row's last cell. Safe to print. */
export function columns(table: readonly (readonly string[])[]): string {
  const rows = table.map((row) => row.map(visible));
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(width(column))))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
