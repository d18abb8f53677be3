import type { FunctionNode } from "../../semantics/index.js";
import type {
  BlockNode,
  CallExpressionNode,
  CommunicationCaseNode,
  DefaultCaseNode,
  Expression,
  RangeClauseNode,
  ReturnStatementNode,
  SyntaxNode,
  Type,
} from "../../syntax/index.js";

/**
 * The ways that control can take through one function: declaration, method or function literal. Literals inside
 * it have graphs of their own and are mere parts of the steps that mention them here.
 */
export interface ControlFlowGraph {
  readonly owner: FunctionNode;
  /** The first of the blocks. */
  readonly entry: Block;
  /** In reverse postorder; those that no way from the entry leads to are left out. */
  readonly blocks: readonly Block[];
}

/**
 * Steps that run one after the other. What happens then is one of three things: control goes on along an edge,
 * or it leaves the function by the exit, or, where a block has neither, it stays for ever (`select {}`).
 */
export interface Block {
  /** Place in the graph's list of blocks. */
  readonly index: number;
  /**
   * What runs, in order:
   * - simple statements, `go`, `defer` and `return`, whole; of a `var` declaration each `var_spec`;
   * - conditions, as the atoms that `&&`, `||`, `!` and parentheses join;
   * - the subject of a switch, and the values of a case where it is tested;
   * - the operand of a range clause before the loop, and at each turn the clause itself, where it assigns;
   * - the operands of all cases of a `select` before it chooses, and the communication in the branch of its case;
   * - an ERROR node, for code that the parser could not make sense of.
   *
   * No node is a step twice.
   */
  readonly steps: readonly SyntaxNode[];
  readonly edges: readonly Edge[];
  readonly exit?: Exit;
}

export interface Edge {
  readonly to: Block;
  /** What is so when control takes this edge; undefined when nothing is said. */
  readonly assumption?: Assumption;
}

export type Assumption =
  /** An atom of a condition is true or false. A case of a switch without subject is a condition, too. */
  | { readonly kind: "condition"; readonly expression: Expression; readonly holds: boolean }
  /** The subject equals one of the values, or none of them. */
  | {
      readonly kind: "case";
      readonly subject: Expression;
      readonly values: readonly Expression[];
      readonly holds: boolean;
    }
  /** The subject is of one of the types, or of none. `nil` stands among them as a `type_identifier`. */
  | {
      readonly kind: "type-case";
      readonly subject: Expression;
      readonly types: readonly Type[];
      readonly holds: boolean;
    }
  /** There is another element to range over, or there is none. */
  | { readonly kind: "range"; readonly clause: RangeClauseNode; readonly more: boolean }
  /** This clause of a `select` was chosen. */
  | { readonly kind: "communication"; readonly clause: CommunicationCaseNode | DefaultCaseNode };

/** Why a call never comes back: it panics, ends the process, or ends its goroutine. */
export type Departure = "panic" | "process-end" | "goexit";

/** How control leaves a function. */
export type Exit =
  | { readonly kind: "return"; readonly statement: ReturnStatementNode }
  /** Past the last statement of the body. */
  | { readonly kind: "end"; readonly body: BlockNode }
  | { readonly kind: Departure; readonly call: CallExpressionNode };
