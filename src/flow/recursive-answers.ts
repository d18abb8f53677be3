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
  readonly forget: () => void;
}

/** A question about something that may lead back to itself. */
export interface RecursiveQuestion<T> {
  readonly about: object;
  /** Tells apart the questions about one thing. */
  readonly key: string;
  /** The answer where the question leads back to itself. */
  readonly assumed: T;
  readonly answer: () => T;
}

/** The answer that a question assumed of itself is looked for in no more rounds than these; two are enough as a rule. */
const maximumRounds = 4;

/**
 * Remembers the answers to questions that lead to one another in circles. What comes out does not depend on which of them is
 * asked first: the question that closes a circle gets an assumed answer, and is asked again where another one has come
 * out; an answer that rests on an assumption is kept only if that has proved true.
 */
export class RecursiveAnswers<T> {
  readonly #isSame: (a: T, b: T) => boolean;
  readonly #entries = new WeakMap<object, Map<string, Entry<T>>>();
  /** Answers that rest on the assumed answers of open questions. */
  #provisional: Entry<T>[] = [];
  #open = 0;
  /** What the answer that is being looked for has come to rest on so far. */
  #restsOn = Infinity;

  constructor(isSame: (a: T, b: T) => boolean) {
    this.#isSame = isSame;
  }

  of(question: RecursiveQuestion<T>): T {
    const { about, key, assumed } = question;
    let entries = this.#entries.get(about);
    if (!entries) this.#entries.set(about, (entries = new Map()));
    const known = entries.get(key);
    if (known) {
      known.isAssumed = true;
      this.#restsOn = Math.min(this.#restsOn, known.restsOn);
      return known.value;
    }
    const forget = (): void => void entries.delete(key);
    const entry = { value: assumed, restsOn: this.#open, isAssumed: false, forget };
    entries.set(key, entry);
    return this.#find(entry, question);
  }

  #find(entry: Entry<T>, { answer }: RecursiveQuestion<T>): T {
    const depth = this.#open++;
    const [around, before] = [this.#restsOn, this.#provisional];
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
    }
    entry.restsOn = this.#restsOn < depth ? this.#restsOn : Infinity;
    // What rested on this answer rests on what this one rests on.
    for (const inner of this.#provisional) if (inner.restsOn >= depth) inner.restsOn = entry.restsOn;
    this.#provisional = entry.restsOn === Infinity ? before : [...before, ...this.#provisional, entry];
    this.#restsOn = Math.min(around, entry.restsOn);
    return entry.value;
  }
}
