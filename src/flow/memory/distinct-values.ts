/** Functions whose results differ from call to call. */
export const freshValues: ReadonlySet<string> = new Set([
  "crypto/rand.Int",
  "crypto/rand.Text",
  "github.com/google/uuid.New",
  "github.com/google/uuid.NewRandom",
  "github.com/google/uuid.NewString",
  "math/rand.Int",
  "math/rand.Int63",
  "math/rand.Uint64",
  "math/rand/v2.Int",
  "math/rand/v2.Int64",
  "math/rand/v2.Uint64",
  "time.Now",
]);

/** Methods that tell such values apart; others, such as `Weekday`, have few results. */
export const freshMethods: ReadonlySet<string> = new Set([
  "String",
  "URN",
  "Unix",
  "UnixMicro",
  "UnixMilli",
  "UnixNano",
]);

/** Fields of an `http.Request` that have few values, or few with which a handler is called. */
export const fewRequestFields: ReadonlySet<string> = new Set([
  "Method",
  "Pattern",
  "Proto",
  "ProtoMajor",
  "ProtoMinor",
]);

/** Methods of requests that give what the program itself has put there. */
export const fewResults: ReadonlySet<string> = new Set([
  "context.(Context).Value",
  "net.(Conn).LocalAddr",
  "net/http.(*Request).Context",
]);

/** Packages whose functions give different results for different arguments, as far as a result tells anything. */
const distinguishing =
  /^(?:bytes|crypto(?:\/\w+)*|encoding(?:\/\w+)+|fmt|hash\/\w+|net|net\/netip|net\/url|path|path\/filepath|strconv|strings)\.\w+$/;

/** Whether different arguments of a function of another package mostly give different results. */
export function keepsDistinct(name: string): boolean {
  return distinguishing.test(name);
}
