/** An answer, and what it is worth. */
interface Entry<T> {
  value: T;
  /**
   * The outermost question whose assumed answer it rests on, by the number of those around that; Infinity for an answer that
   * holds whatever else is being asked.
   */
  restsOn: number;
  /** Whether the assumed answer was used while the question was open. */
  isAssumed: boolean;
  /** How many questions lead to one another below this one, itself included. */
  height: number;
  readonly forget: () => void;
}

/** A question about something that may lead back to itself. */
export interface RecursiveQuestion<T> {
  readonly about: object;
  /** Tells apart the questions about one thing. */
  readonly key: string;
  /** The answer where the question leads back to itself. */
  readonly assumed: T;
  /** Gives the answer where too many questions lead to one another; the assumed one is taken if this is not there. */
  readonly tooDeep?: () => T;
  readonly answer: () => T;
}

/** The answer that a question assumed of itself is looked for in no more rounds than these; two are enough as a rule. */
const maximumRounds = 4;

/** More questions than these do not lead to one another: each takes some twenty calls of the stack. */
const maximumHeight = 100;

/**
 * Remembers the answers to questions that lead to one another in circles. What comes out does not depend on which of them is
 * asked first: the question that closes a circle gets an assumed answer, and is asked again where another one has come
 * out; an answer that rests on an assumption is kept only if that has proved true. A question below which too many others lead
 * to one another is not followed to its end.
 */
export class RecursiveAnswers<T> {
  readonly #isSame: (a: T, b: T) => boolean;
  readonly #entries = new WeakMap<object, Map<string, Entry<T>>>();
  /** Answers that rest on the assumed answers of open questions. */
  #provisional: Entry<T>[] = [];
  #open = 0;
  /** What the answer that is being looked for has come to rest on so far. */
  #restsOn = Infinity;
  /** How deep questions inside the one that is being looked at have led, as a number of open questions. */
  #deepest = 0;
  readonly #tooDeep = new Error("too many questions lead to one another");

  constructor(isSame: (a: T, b: T) => boolean) {
    this.#isSame = isSame;
  }

  of(question: RecursiveQuestion<T>): T {
    const { about, key, assumed } = question;
    let entries = this.#entries.get(about);
    if (!entries) this.#entries.set(about, (entries = new Map()));
    const known = entries.get(key);
    if (known) {
      this.#descend(known.height);
      known.isAssumed = true;
      this.#restsOn = Math.min(this.#restsOn, known.restsOn);
      return known.value;
    }
    const forget = (): void => void entries.delete(key);
    this.#descend(1);
    const entry = { value: assumed, restsOn: this.#open, isAssumed: false, height: 0, forget };
    entries.set(key, entry);
    if (this.#open > 0) return this.#find(entry, question);
    try {
      return this.#find(entry, question);
    } catch (error) {
      if (error !== this.#tooDeep) throw error;
      const value = question.tooDeep ? question.tooDeep() : assumed;
      entries.set(key, { ...entry, value, restsOn: Infinity, height: Infinity });
      return value;
    }
  }

  /** Throws where questions of some height, asked from here, make the outermost one too high. */
  #descend(height: number): void {
    if (this.#open === 0) return;
    const depth = this.#open + height;
    if (depth > maximumHeight) throw this.#tooDeep;
    this.#deepest = Math.max(this.#deepest, depth);
  }

  #find(entry: Entry<T>, { answer }: RecursiveQuestion<T>): T {
    const depth = this.#open++;
    const [around, before, deepest] = [this.#restsOn, this.#provisional, this.#deepest];
    this.#deepest = depth + 1;
    let isFound = false;
    try {
      for (let round = 1; !isFound; round++) {
        this.#provisional = [];
        this.#restsOn = Infinity;
        entry.isAssumed = false;
        const value = answer();
        isFound = !entry.isAssumed || this.#isSame(value, entry.value) || round === maximumRounds;
        if (!isFound) for (const { forget } of this.#provisional) forget();
        entry.value = value;
      }
    } finally {
      this.#open--;
      // What has thrown an error is asked again.
      if (!isFound) {
        for (const { forget } of [entry, ...this.#provisional]) forget();
        [this.#restsOn, this.#provisional] = [around, before];
      }
      entry.height = this.#deepest - depth;
      this.#deepest = Math.max(deepest, this.#deepest);
    }
    entry.restsOn = this.#restsOn < depth ? this.#restsOn : Infinity;
    // What rested on this answer rests on what this one rests on.
    for (const inner of this.#provisional) if (inner.restsOn >= depth) inner.restsOn = entry.restsOn;
    this.#provisional = entry.restsOn === Infinity ? before : [...before, ...this.#provisional, entry];
    this.#restsOn = Math.min(around, entry.restsOn);
    return entry.value;
  }
}
