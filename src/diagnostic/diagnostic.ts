/** How much a finding matters. `off` exists only in configuration: a rule that is off reports nothing. */
export type Severity = "info" | "warning" | "error";

/** A place in a text as people count it: both 1-based, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A region of one file. `start`/`end` are UTF-16 offsets into the decoded text (end exclusive);
 * `from`/`to` are the same two places as line and column.
 */
export interface Location {
  /** Path as shown to the user: relative to the working directory where that is possible, always with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly from: Position;
  readonly to: Position;
}

/** One step of the way from acquiring to leaking, in the order in which it happens. */
export interface PathStep {
  readonly location: Location;
  readonly message: string;
}

/** Another place that helps to understand a finding, outside the order of the path. */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** Replaces `start`..`end` (UTF-16 offsets, end exclusive) of the finding's file by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A change that mends a finding. `safe` fixes keep the meaning of the program and are applied by
 * `--fix`; a `suggestion` wants a person to look at it first.
 */
export interface Fix {
  readonly kind: "safe" | "suggestion";
  /** What the change does, as an instruction: "add `defer f.Close()`". */
  readonly message: string;
  readonly edits: readonly TextEdit[];
}

/** One finding. Plain JSON: it crosses threads and caches unchanged. */
export interface Diagnostic {
  /** Name of the rule, `plugin/name` for a plugin's rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Key of the message in the rule's `meta.messages`. */
  readonly messageId: string;
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly advice?: string;
  /** The expression that acquires what leaks: narrow, so that code review tools can show it inside a diff. */
  readonly location: Location;
  readonly path: readonly PathStep[];
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly Fix[];
  /** Stable name of this finding over edits elsewhere in the file (see `fingerprint.ts`). */
  readonly fingerprint: string;
}
