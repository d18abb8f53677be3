import type { FileSemantics, FunctionNode } from "../../../semantics/index.js";
import type { ParameterPlace } from "../../calls/results.js";
import type { GoroutineLoss } from "../goroutine-loss.js";
import type { Holder } from "../holder.js";
import type { ResourceKind } from "../resource-kind.js";

/** What a function does with an argument, over all of its paths. */
export type ParameterEffect =
  | "keeps"
  | "releases"
  | "leaves"
  /** Reads it to its end, after which there is nothing left to release. */
  | "drains"
  /** The same, where it does not return an error. */
  | "drains or fails"
  /** Hands it on to functions that hand it on, through more of them than are followed. */
  | "too deep";

/** What becomes of a resource that a goroutine reaches, through a captured variable or a parameter. */
export type GoroutineOutcome =
  /** It is used for ever. */
  | { readonly kind: "kept" }
  /** Whatever path is taken, it releases it. */
  | { readonly kind: "released" }
  /** Whatever path is taken, somebody releases it, or somebody else may. */
  | { readonly kind: "settled" }
  /** On some path it is still there in the end, and on no other anybody releases it. */
  | { readonly kind: "left over" }
  /** On some path it is still there in the end, and on another one it is released or handed on. */
  | { readonly kind: "partly left over"; readonly loss: GoroutineLoss };

/** Tells what the functions of the program do with what they are given. */
export interface Summaries {
  parameterEffect(
    declaration: FunctionNode,
    index: ParameterPlace,
    kind: ResourceKind,
    part: string,
    semantics: FileSemantics,
  ): ParameterEffect;
  goroutineOutcome(
    started: FunctionNode,
    holder: Holder,
    kind: ResourceKind,
    semantics: FileSemantics,
  ): GoroutineOutcome;
}
