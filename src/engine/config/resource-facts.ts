import type { ResourceFacts } from "../../rule/index.js";
import type { ConfigResource } from "./config.js";
import { listOf } from "./list-of.js";

type Positions = ResourceFacts["acquire"][string];

/** What rules need to know of a resource that a valid config declares. */
export function toResourceFacts({ name, acquire, release, takes, borrows }: ConfigResource): ResourceFacts {
  const ways = listOf(release);
  return {
    noun: name,
    acquire: placesOf(listOf(acquire)),
    release: {
      methods: ways.filter((way) => way !== ofItself && !isFunction(way)),
      functions: ways.filter(isFunction),
      call: ways.includes(ofItself),
    },
    takers: listOf(takes),
    borrowers: listOf(borrows),
  };
}

/** The release of a value that is a function: its call. */
const ofItself = "()";

/** Whether a way to release is named with its package, and so no method of the value: `C.free`, `example.com/db.Release`. */
function isFunction(way: string): boolean {
  return way.includes("/") || /^(?:C|[^\p{Lu}(][^.]*)\./u.test(way);
}

/** Where each function puts what it acquires, from `example.com/db.Open` and `example.com/db.Pair#1`. */
function placesOf(acquire: readonly string[]): ResourceFacts["acquire"] {
  const places: Record<string, Positions> = {};
  for (const text of acquire) {
    const [function_ = "", place = "0"] = text.split("#");
    const position = /^[0-9]+$/.test(place) ? Number(place) : (place as Positions[number]);
    places[function_] = [...(places[function_] ?? []), position];
  }
  return places;
}
