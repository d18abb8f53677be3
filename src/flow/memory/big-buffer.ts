import type { FileSemantics } from "../../semantics/index.js";
import type { CallExpressionNode } from "../../syntax/index.js";
import { constantInteger } from "../values/constant-integer.js";

export { constantInteger as integer } from "../values/constant-integer.js";

/** Functions that give a buffer of their own with all there is to read in it. */
const wholeReads: ReadonlySet<string> = new Set([
  "io.ReadAll",
  "io/fs.ReadFile",
  "io/ioutil.ReadAll",
  "io/ioutil.ReadFile",
  "os.ReadFile",
]);

/** A slice of so many elements is big. */
const bigLength = 65_536n;

/** Whether a call gives a big buffer that nobody else has: the whole of a file or stream, or a `make` of 64 Ki and more. */
export function isBigBuffer(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const callee = semantics.callee(call);
  if (callee?.kind === "imported") return wholeReads.has(callee.name) && !isLimited(call, semantics);
  if (callee?.kind !== "builtin" || callee.name !== "make") return false;
  const [type, ...sizes] = call.arguments.children;
  if (type?.kind !== "slice_type") return false;
  return sizes.some((size) => (constantInteger(size, semantics) ?? 0n) >= bigLength);
}

/** `io.ReadAll(io.LimitReader(r, 512))` reads as little as it says; other limits may be as little. */
function isLimited(call: CallExpressionNode, semantics: FileSemantics): boolean {
  const [reader] = call.arguments.children;
  if (reader?.kind !== "call_expression") return false;
  const callee = semantics.callee(reader);
  return callee?.kind === "imported" && callee.name === "io.LimitReader";
}
