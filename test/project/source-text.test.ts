import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { decodeGoSource } from "../../src/project/index.js";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("decodeGoSource", () => {
  test("decodes UTF-8", () => {
    const source = decodeGoSource(new TextEncoder().encode("package p // 日本 🚀\r\n"));
    expect(source).toEqual({ text: "package p // 日本 🚀\r\n", bom: false, lossy: false, binary: false });
  });

  test("takes off one byte order mark, and no more", () => {
    expect(decodeGoSource(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({
      text: "a",
      bom: true,
      lossy: false,
      binary: false,
    });
    expect(decodeGoSource(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf)).text).toBe("\uFEFF");
    expect(decodeGoSource(bytes(0x61, 0xef, 0xbb, 0xbf))).toMatchObject({ text: "a\uFEFF", bom: false });
  });

  test("replaces invalid bytes and says so", () => {
    expect(decodeGoSource(bytes(0x61, 0xff, 0x62))).toEqual({
      text: "a\uFFFDb",
      bom: false,
      lossy: true,
      binary: false,
    });
    expect(decodeGoSource(bytes(0xef, 0xbb, 0xbf, 0xff))).toMatchObject({
      text: "\uFFFD",
      bom: true,
      lossy: true,
    });
    expect(decodeGoSource(bytes(0xed, 0xa0, 0x80)).lossy).toBe(true);
    expect(decodeGoSource(bytes(0xf0, 0x9f, 0x9a)).lossy).toBe(true);
  });

  test("does not take a replacement character in the source for damage", () => {
    expect(decodeGoSource(bytes(0xef, 0xbf, 0xbd))).toMatchObject({ text: "\uFFFD", lossy: false });
  });

  test("knows binary files by their NUL bytes, UTF-16 among them", () => {
    expect(decodeGoSource(bytes(0x70, 0x00))).toMatchObject({ text: "", binary: true });
    expect(decodeGoSource(bytes(0xff, 0xfe, 0x70, 0x00))).toMatchObject({ binary: true, bom: false });
  });

  test("decodes nothing to nothing", () => {
    expect(decodeGoSource(bytes())).toEqual({ text: "", bom: false, lossy: false, binary: false });
  });

  test("gives back what was encoded, unless it says lossy", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 40 }), (input) => {
        const { text, bom, lossy } = decodeGoSource(input);
        const encoded = new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
        expect(lossy || Buffer.from(encoded).equals(Buffer.from(input))).toBe(true);
      }),
    );
  });
});
