const bytes: Readonly<Record<string, number>> = { B: 1, KB: 1_000, MB: 1_000_000, GB: 1_000_000_000 };

/** What {@link parseFileSize} reads, as a regular expression that JSON Schema may hold. */
export const fileSizePattern = "^(?:0*[1-9][0-9]*(?:\\.[0-9]+)?|0+\\.0*[1-9][0-9]*) ?(?:B|KB|MB|GB)$";

/** The bytes in `500KB`, `4MB` or `1.5 GB`; undefined for all else. */
export function parseFileSize(text: string): number | undefined {
  if (!new RegExp(fileSizePattern).test(text)) return undefined;
  const [, number = "", unit = ""] = /^([0-9.]+) ?([A-Z]+)$/.exec(text) ?? [];
  return Math.ceil(Number(number) * (bytes[unit] ?? 1));
}
