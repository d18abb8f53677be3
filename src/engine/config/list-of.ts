/** Texts of which a config may give one alone, or none, where it could give a list. */
export function listOf(value: string | readonly string[] = []): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
