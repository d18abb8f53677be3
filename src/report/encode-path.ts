/** Percent-encodes each part of a path; a lone surrogate has no encoding and becomes U+FFFD. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
