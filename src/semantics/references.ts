/** The identifiers of a file by the numbers of what they stand for. A large file has a million: they take two numbers each. */
export class References {
  /** Node ids, those of one number after those of the other, in source order. */
  readonly #ids: Uint32Array;
  /** By number, where in `#ids` those of it end; they begin where those of the one before end. */
  readonly #ends: Uint32Array;

  /** `numbers`: for each node that of what it stands for, from 1 to `count`; 0 for nothing. */
  constructor(numbers: Uint32Array, count: number) {
    const next = new Uint32Array(count + 1);
    for (let id = 0; id < numbers.length; id++) increment(next, numbers[id]);
    next[0] = 0;
    let total = 0;
    for (let number = 1; number <= count; number++) {
      const size = next[number] as number;
      next[number] = total;
      total += size;
    }
    this.#ids = new Uint32Array(total);
    for (let id = 0; id < numbers.length; id++) {
      if (numbers[id] !== 0) this.#ids[increment(next, numbers[id])] = id;
    }
    this.#ends = next;
  }

  /** The nodes with a number, from one id on and before another. */
  between(number: number, from: number, to: number): number[] {
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
}

/** Adds one to a number in an array and returns what it was. */
function increment(numbers: Uint32Array, at = 0): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}
