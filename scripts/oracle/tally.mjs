// Counts how answers of ours compare with those of Go, and remembers what is needed to see why.

/** The comparisons of one class. */
export class Tally {
  total = 0;
  agree = 0;
  unknown = 0;
  wrong = 0;
  /** Wrong answers in the order in which they came, at most `limit`. */
  examples = [];
  /** Wrong and unknown answers, each by shape of the source and by kind of the answer. */
  wrongBy = { shape: new Groups(), kind: new Groups() };
  unknownBy = { shape: new Groups(), kind: new Groups() };
  #limit;

  constructor(limit) {
    this.#limit = limit;
  }

  /**
   * `place` is `{ path, offset }`; `go` and `ours` are the answers, `shape` what the source looks like there, and
   * `kind` what wrong and unknown answers are sorted by besides that.
   */
  add(place, go, ours, shape, kind = go) {
    const verdict = judge(go, ours);
    this.total++;
    this[verdict]++;
    if (verdict === "agree" || this.#limit === 0) return;
    const example = { ...place, go, ours, shape };
    if (verdict === "wrong" && this.examples.length < this.#limit) this.examples.push(example);
    const groups = verdict === "wrong" ? this.wrongBy : this.unknownBy;
    groups.shape.add(shape, example);
    groups.kind.add(kind, example);
  }

  get counts() {
    const { total, agree, unknown, wrong } = this;
    return { total, agree, unknown, wrong };
  }
}

/** Where Go has no answer, as for the callee of a conversion, to have none is right. */
function judge(go, ours) {
  const isUnknown = ours === undefined || ours.includes("?");
  if (go === "") return isUnknown ? "agree" : "wrong";
  if (isUnknown) return "unknown";
  return ours === go ? "agree" : "wrong";
}

/** How often each key was seen, with the first example. */
class Groups {
  #byKey = new Map();

  add(key, example) {
    const group = this.#byKey.get(key);
    if (group) group.count++;
    else this.#byKey.set(key, { key, count: 1, example });
  }

  mostFrequent(limit) {
    return [...this.#byKey.values()].toSorted((a, b) => b.count - a.count).slice(0, limit);
  }
}
