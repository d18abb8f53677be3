import type { GoObject } from "./object.js";

/** The identifiers of a file by what they stand for. A large file has a million: they take two numbers each. */
export class References {
  /** Number of each object, from 1 on. */
  readonly #numbers = new Map<GoObject, number>();
  /** Node ids, those of one object after those of the other, in source order. */
  readonly #ids: Uint32Array;
  /** By number, where in `#ids` those of an object end; they begin where those of the one before end. */
  readonly #ends: Uint32Array;

  /** `meanings`: for each node, the place in `objects` of what it stands for plus one, 0 for nothing. */
  constructor(meanings: Uint32Array, objects: readonly (GoObject | undefined)[]) {
    // Several meanings may be one object, looked up in different ways.
    const numbers = Uint32Array.from([undefined, ...objects], (object) => this.#number(object));
    const counts = new Uint32Array(this.#numbers.size + 1);
    for (const meaning of meanings) increment(counts, numbers[meaning]);
    counts[0] = 0;
    let total = 0;
    const next = counts.map((count) => (total += count) - count);
    this.#ids = new Uint32Array(total);
    meanings.forEach((meaning, id) => {
      const number = numbers[meaning];
      if (number) this.#ids[increment(next, number)] = id;
    });
    this.#ends = next;
  }

  /** The nodes that stand for an object. */
  of(object: GoObject): readonly number[] {
    const number = this.#numbers.get(object);
    return number === undefined ? [] : [...this.#ids.subarray(this.#ends[number - 1], this.#ends[number])];
  }

  /** Those of them from one id on, and before another. */
  between(object: GoObject, from: number, to: number): readonly number[] {
    const number = this.#numbers.get(object);
    if (number === undefined) return [];
    const end = this.#ends[number] as number;
    const found: number[] = [];
    for (let at = this.#firstFrom(from, this.#ends[number - 1] as number, end); at < end; at++) {
      const id = this.#ids[at] as number;
      if (id >= to) break;
      found.push(id);
    }
    return found;
  }

  /** Where the first id begins that is not before another, in a part of the list. */
  #firstFrom(id: number, start: number, end: number): number {
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #number(object: GoObject | undefined): number {
    if (!object) return 0;
    const number = this.#numbers.get(object) ?? this.#numbers.size + 1;
    this.#numbers.set(object, number);
    return number;
  }
}

/** Adds one to a number in an array and returns what it was. */
function increment(numbers: Uint32Array, at = 0): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}
