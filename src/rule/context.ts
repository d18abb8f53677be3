import type { Fix } from "../diagnostic/index.js";
import type { ResourceFacts } from "../flow/index.js";
import type { FileSemantics } from "../semantics/index.js";
import type { Span, SyntaxTree } from "../syntax/index.js";
import type { RuleMeta, RuleOptions } from "./rule.js";

/** A place that a report names: a node of any file of the package. */
export interface ReportPlace extends Span {
  readonly tree: SyntaxTree;
}

/** A step of the path, or a related place. */
export interface ReportStep {
  readonly at: ReportPlace;
  readonly message: string;
}

/** What a rule hands over when it has found something: data only, the wording is in `meta.messages`. */
export interface Report<M extends RuleMeta> {
  /** The narrowest expression that acquires what leaks. */
  readonly at: ReportPlace;
  readonly messageId: keyof M["messages"] & string;
  /** Values for the placeholders of the message. */
  readonly data?: Readonly<Record<string, string>>;
  /** How it leaks, in the order in which it happens. */
  readonly path?: readonly ReportStep[];
  readonly related?: readonly ReportStep[];
  readonly fixes?: readonly Fix[];
  /**
   * Whether it is true and seldom matters: the process ends right away, the code only helps tests. Such findings are for
   * those who ask for the strict preset.
   */
  readonly minor?: boolean;
  /** Why it seldom matters, one sentence. */
  readonly minorBecause?: string;
}

/** Why a rule says nothing of a place that it has looked at. */
export interface Silence {
  readonly at: ReportPlace;
  readonly why: SilenceReason;
  /** A sentence without a full stop. */
  readonly message: string;
  /** The places that show it. */
  readonly shownBy?: readonly ReportStep[];
}

/** What keeps a rule silent, in a word for programs. */
export type SilenceReason =
  /** Something releases, ends or removes it in time. */
  | "released"
  /** Somebody else has to release it from some point on. */
  | "transferred"
  /** It gets out of sight. */
  | "unknown"
  /** It ends together with something else. */
  | "bound"
  /** It may rightly live as long as the process. */
  | "process-lifetime"
  /** There is nothing to release. */
  | "absent"
  /** Another finding is about the same defect. */
  | "repeated"
  /** It has more paths than are followed. */
  | "unfinished"
  /** Nothing shows that it does any harm. */
  | "harmless";

/** The file at hand, as rules see it. */
export interface RuleFile {
  /** Path as it will be shown. */
  readonly path: string;
  readonly packageName: string;
  /** Undefined outside of any module. */
  readonly importPath: string | undefined;
  readonly isTest: boolean;
}

/** What a rule knows and can ask while it looks at one file. */
export interface RuleContext<M extends RuleMeta = RuleMeta> {
  readonly file: RuleFile;
  readonly tree: SyntaxTree;
  readonly options: RuleOptions<M>;
  /** What the configuration says of resources of the project's own; the same records for all files that share it. */
  readonly resources: readonly ResourceFacts[];
  /** What the names in the file stand for. */
  readonly semantics: FileSemantics;
  report(report: Report<M>): void;
  /** Takes why a rule says nothing of a place. There only when somebody asks, so that a run that nobody asks costs nothing. */
  readonly explain?: ((silence: Silence) => void) | undefined;
  /** Says that a rule has looked at a place only in part, because it would have taken too long. */
  giveUp(at: ReportPlace, reason: string): void;
}
