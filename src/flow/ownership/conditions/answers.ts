/** Which questions have been answered on a path, and how. Questions are bits of sets. Immutable. */
export interface Answers {
  readonly answered: bigint;
  /** Those of them with the answer yes. */
  readonly yes: bigint;
}

export const noAnswers: Answers = { answered: 0n, yes: 0n };

/** What a condition says about a question. */
export interface Question {
  /** The question's own bit. */
  readonly bit: bigint;
  /** The questions to which the answer is no where it is yes to this one: `x == A`, `x == B`. */
  readonly excluded: bigint;
  /** Whether the answer is yes when the condition holds. */
  readonly sense: boolean;
}

/** The state after a question has been answered; undefined when it contradicts an earlier answer. */
export function withAnswer<State extends Answers>(
  state: State,
  { bit, excluded }: Question,
  answer: boolean,
): State | undefined {
  if ((state.answered & bit) !== 0n) return ((state.yes & bit) !== 0n) === answer ? state : undefined;
  if (!answer) return { ...state, answered: state.answered | bit };
  if ((state.yes & excluded) !== 0n) return undefined;
  return { ...state, answered: state.answered | bit | excluded, yes: state.yes | bit };
}

/** The state after the answer to one of several questions was yes, nobody knows to which. */
export function withOneYes<State extends Answers>(
  state: State,
  questions: readonly Question[],
): State | undefined {
  const bits = questions.reduce((all, { bit }) => all | bit, 0n);
  if ((state.answered & bits) === bits && (state.yes & bits) === 0n) return undefined;
  const excluded = questions.reduce((common, question) => common & question.excluded, -1n) & ~bits;
  if ((state.yes & excluded) !== 0n) return undefined;
  return { ...state, answered: state.answered | excluded };
}

/** The state in which some questions are open again. */
export function withoutAnswers<State extends Answers>(state: State, bits: bigint): State {
  if ((state.answered & bits) === 0n) return state;
  return { ...state, answered: state.answered & ~bits, yes: state.yes & ~bits };
}

/** What is known on each of two paths. */
export function commonAnswers(one: Answers, other: Answers): Answers {
  const answered = one.answered & other.answered & ~(one.yes ^ other.yes);
  return { answered, yes: one.yes & answered };
}

/** Whether whatever one knows another knows, too. */
export function includesAnswers(one: Answers, other: Answers): boolean {
  return (one.answered & other.answered) === other.answered && (one.yes & other.answered) === other.yes;
}
