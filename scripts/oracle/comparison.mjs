// Compares what Go and leakcheck say about files, class by class.
import { Tally } from "./tally.mjs";

/** What is counted: in the order of the report. */
const classes = ["stdCalls", "moduleCalls", "otherCalls", "noCallee", "variables", "definitions"];

/** The class of calls by the class of what they call. `error.Error` belongs to no package and counts nowhere. */
const classOfCall = { std: "stdCalls", module: "moduleCalls", other: "otherCalls", none: "noCallee" };

/** The comparison of any number of files. */
export class Comparison {
  /** By class. */
  tallies;
  #isStandardLibrary;

  /** `examples`: how many wrong answers of each class to remember; none unless asked for. */
  constructor({ isStandardLibrary, examples = 0 }) {
    this.#isStandardLibrary = isStandardLibrary;
    this.tallies = Object.fromEntries(classes.map((name) => [name, new Tally(examples)]));
    // There, calls within the module are calls into std: they count as both, and examples of one will do.
    if (isStandardLibrary) this.tallies.moduleCalls = new Tally(0);
  }

  /** Whether nothing was there to compare. */
  get isEmpty() {
    return Object.values(this.tallies).every(({ total }) => total === 0);
  }

  /** `line`: what Go says about a file (`main.go`); `ours`: what we say (`ours.mjs`), as far as we say anything. */
  add({ path, calls = [], variables = [], definitions = [] }, ours) {
    for (const [offset, callee, goClass, shape] of calls) {
      const ourCallee = ours.calls?.get(offset);
      for (const name of this.#classesOfCall(goClass)) {
        this.tallies[name].add({ path, offset }, callee, ourCallee, shape, callee || ourCallee);
      }
    }
    for (const [offset, type, origin] of variables) {
      this.tallies.variables.add(
        { path, offset },
        type,
        ours.variables?.get(offset),
        origin,
        typeShape(type),
      );
    }
    for (const [offset, definition] of definitions) {
      const shape = definition.includes(":") ? "this package" : "another package";
      this.tallies.definitions.add({ path, offset }, definition, ours.definitions?.get(offset), shape);
    }
  }

  #classesOfCall(goClass) {
    const name = classOfCall[goClass];
    if (name === "stdCalls" && this.#isStandardLibrary) return ["stdCalls", "moduleCalls"];
    return name === undefined ? [] : [name];
  }
}

/** A type without the names of packages and types: `map[string]*pkg.T` for `map[string]*net/http.Response`. */
function typeShape(type) {
  return type.replace(/[^\s()[\]{}*;,]+\.[\p{L}_][\p{L}\p{Nd}_]*/gu, "pkg.T");
}
