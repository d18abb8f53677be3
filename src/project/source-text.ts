/** Source code as text, with what the bytes had that the text has not. */
export interface SourceText {
  /** Without a byte order mark; empty for a binary file. */
  readonly text: string;
  /** Whether the bytes began with a UTF-8 byte order mark. */
  readonly bom: boolean;
  /** Whether there was invalid UTF-8, now U+FFFD: such a text must never be written back. */
  readonly lossy: boolean;
  /** Whether there is a NUL byte, which Go forbids in source: no Go file, then, whatever its name says. */
  readonly binary: boolean;
}

// Both drop a byte order mark.
const strictDecoder = new TextDecoder("utf-8", { fatal: true });
const lenientDecoder = new TextDecoder("utf-8");

/** Decodes the bytes of a Go file, or of a file beside it such as go.mod. */
export function decodeGoSource(bytes: Uint8Array): SourceText {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bytes.includes(0)) return { text: "", bom, lossy: false, binary: true };
  try {
    return { text: strictDecoder.decode(bytes), bom, lossy: false, binary: false };
  } catch {
    return { text: lenientDecoder.decode(bytes), bom, lossy: true, binary: false };
  }
}
