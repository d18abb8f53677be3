import { describe, expect, test } from "@jest/globals";
import * as facts from "../../src/knowledge/facts/index.js";
import type { Position, ResourceFacts } from "../../src/knowledge/facts/index.js";
import type { Type } from "../../src/semantics/types/type.js";
import { declaredFunction, hasStub, partsOf, selected, underlying } from "./declared-function.js";

/** Modules and packages that are known by name alone: there is no stub to check the names with. */
const withoutStub = [
  "C",
  "github.com/PuerkitoBio/goquery",
  "github.com/alecthomas/kingpin/v2",
  "github.com/blockloop/scan",
  "github.com/charmbracelet/log",
  "github.com/chromedp/chromedp",
  "github.com/cockroachdb/errors",
  "github.com/efficientgo/core",
  "github.com/ethereum/go-ethereum",
  "github.com/georgysavva/scany/v2",
  "github.com/godbus/dbus/v5",
  "github.com/grafana/dskit",
  "github.com/juju/errors",
  "github.com/klauspost/pgzip",
  "github.com/kr/pty",
  "github.com/onsi/ginkgo/v2",
  "github.com/pingcap/errors",
  "github.com/thanos-io/thanos",
  "go.etcd.io/etcd/pkg/v3",
  "golang.org/x/sys",
  "google.golang.org/api",
  "gopkg.in/alecthomas/kingpin.v2",
  "gopkg.in/check.v1",
  "gopkg.in/yaml.v2",
  "k8s.io/apimachinery",
  "k8s.io/client-go",
  "k8s.io/klog",
];

const kinds = Object.entries(facts).flatMap(([name, value]) =>
  isKind(value) ? [{ name, kind: value }] : [],
);
const sets = {
  announcers: facts.announcers,
  borrowers: facts.borrowers,
  cleanups: facts.cleanups,
  contextRunners: facts.contextRunners,
  contextWrappers: facts.contextWrappers,
  diskFileSystems: new Set([...facts.diskFileSystems.makers, ...facts.diskFileSystems.views]),
  endingEvents: facts.endingEvents,
  failureExpectations: facts.failureExpectations,
  headerSetters: facts.headerSetters,
  idleClosers: facts.idleClosers,
  listenersIn: new Set(Object.keys(facts.listenersIn)),
  neverFailing: facts.neverFailing,
  neverReturning: facts.neverReturning,
  nilForNil: facts.nilForNil,
  trueForNil: facts.trueForNil,
  openedForReading: facts.openedForReading,
  openedOnError: facts.openedOnError,
  panickingOnNil: facts.panickingOnNil,
  readDeadlines: facts.readDeadlines,
  releasers: facts.releasers,
  runners: facts.runners,
  sendingEvent: facts.sendingEvent,
  sharedDirectories: facts.sharedDirectories,
  signalResets: facts.signalResets,
  steadyFunctions: facts.steadyFunctions,
  streamsOver: new Set(Object.keys(facts.streamsOver)),
  sureCalls: new Set(Object.keys(facts.sureCalls)),
  surelyClosed: facts.surelyClosed,
  transportUses: facts.transportUses,
  takers: new Set(Object.keys(facts.takers)),
  views: facts.views,
  wrappers: new Set(Object.keys(facts.wrappers)),
};

function isKind(value: unknown): value is ResourceFacts {
  return typeof value === "object" && value !== null && "acquire" in value;
}

/** Packages of modules without a stub, unless another module with a longer path has one. */
function isKnownByName(name: string): boolean {
  const { path } = partsOf(name);
  return !hasStub(path) && withoutStub.some((module) => `${path}/`.startsWith(`${module}/`));
}

/** The functions of a list that no stub declares, or that calls are said to call by another name. */
function misnamed(names: Iterable<string>): readonly string[] {
  return [...names].flatMap((name) => {
    if (isKnownByName(name)) return [];
    const found = declaredFunction(name);
    if (!found) return [`${name} is not declared`];
    return found.calleeName === name ? [] : [`${name} is called ${found.calleeName}`];
  });
}

/** The type of what a function acquires, or is bound to, at a place of a call. */
function typeAt(name: string, position: Position): Type | undefined {
  const found = declaredFunction(name);
  if (!found || position === "receiver") return found?.receiver;
  if (typeof position === "number") return found.signature.results[position];
  return found.signature.parameters[Number(position.slice("argument ".length))];
}

function borrows(name: string): boolean {
  return facts.borrowers.has(name) || facts.borrowingPackages.has(partsOf(name).path);
}

/** The types of what a kind acquires, with the functions that acquire it. */
function acquired({ acquire, unreleasable = [] }: ResourceFacts): readonly (readonly [string, Type])[] {
  return Object.entries(acquire).flatMap(([name, positions]) => {
    if (isKnownByName(name) || unreleasable.includes(name)) return [];
    return positions.flatMap((position): [string, Type][] => {
      const type = typeAt(name, position);
      return type ? [[name, type]] : [];
    });
  });
}

describe.each(kinds)("$name", ({ kind }) => {
  test("is acquired by functions that there are, at places that they have", () => {
    expect(misnamed(Object.keys(kind.acquire))).toEqual([]);
    const missing = Object.entries(kind.acquire).flatMap(([name, positions]) =>
      isKnownByName(name)
        ? []
        : positions.filter((position) => !typeAt(name, position)).map((position) => `${name} ${position}`),
    );
    expect(missing).toEqual([]);
  });

  test("is released by methods that it has, the first of which every one of them has", () => {
    const { methods = [], call = false, receive = [], functions = [], wantsContext = false } = kind.release;
    const values = acquired(kind);
    const [first] = methods;
    if (first !== undefined) {
      const wrong = values.flatMap(([name, type]) => {
        const method = selected(type, first);
        if (method?.kind !== "signature") return [`${name} gives nothing with a ${first}`];
        const fixed = method.parameters.length - (method.variadic ? 1 : 0);
        return fixed === (wantsContext ? 1 : 0) ? [] : [`${first} of ${name} takes ${fixed} arguments`];
      });
      expect(wrong).toEqual([]);
    }
    expect(
      methods.filter((path) => !values.some(([, type]) => selected(type, path)?.kind === "signature")),
    ).toEqual([]);
    expect(values.filter(([, type]) => call && underlying(type).kind !== "signature")).toEqual([]);
    expect(
      receive.filter((path) => {
        const [field = "", isCalled] = path.split("()");
        const wanted = isCalled === undefined ? "channel" : "signature";
        return !values.every(([, type]) => selected(type, field)?.kind === wanted);
      }),
    ).toEqual([]);
    expect(misnamed(functions)).toEqual([]);
  });

  test("has the fields and methods that are told of", () => {
    const { details = [], channels = [], handOut = [], drain = [], restarts = [] } = kind;
    const values = acquired(kind);
    const lacks = (path: string, wanted: (type: Type | undefined) => boolean) =>
      !values.some(([, type]) => wanted(selected(type, path)));
    expect(details.filter((path) => lacks(path, (type) => type !== undefined))).toEqual([]);
    // Empty where the resource itself is the channel.
    expect(channels.filter((path) => path !== "" && lacks(path, (type) => type?.kind === "channel"))).toEqual(
      [],
    );
    expect(handOut.filter((path) => lacks(path, (type) => type !== undefined))).toEqual([]);
    expect(
      [...drain, ...restarts].filter((path) => lacks(path, (type) => type?.kind === "signature")),
    ).toEqual([]);
  });

  test("tells nothing more of functions that do not acquire", () => {
    const { acquiredFrom = {}, boundTo = {}, releasedWith = {}, unreleasable = [] } = kind;
    const acquirers = Object.keys(kind.acquire);
    const placed = [acquiredFrom, boundTo, releasedWith].flatMap((places) => Object.entries(places));
    const named = [...placed.map(([name]) => name), ...unreleasable];
    expect(named.filter((name) => !acquirers.includes(name))).toEqual([]);
    expect(placed.filter(([name, position]) => !isKnownByName(name) && !typeAt(name, position))).toEqual([]);
  });

  test("is bound to what methods end that there are", () => {
    const { boundTo = {}, boundUntil = [] } = kind;
    expect(misnamed(boundUntil)).toEqual([]);
    expect(boundUntil.length === 0 || Object.values(boundTo).includes("receiver")).toBe(true);
  });
});

describe("functions that are told of", () => {
  test.each(Object.entries(sets))("%s are declared", (_, names) => {
    expect(misnamed(names)).toEqual([]);
  });

  test("take arguments where they are said to keep or wrap one", () => {
    const taken = [
      ...Object.entries(facts.takers).flatMap(([name, places]) => places.map((place) => ({ name, place }))),
      ...Object.entries(facts.wrappers).map(([name, { argument }]) => ({ name, place: argument })),
    ];
    expect(taken.filter(({ name, place }) => !typeAt(name, `argument ${place}`))).toEqual([]);
    const results = Object.entries(facts.wrappers).filter(([name, { result }]) => !typeAt(name, result));
    expect(results).toEqual([]);
  });

  test("have what is said to be given to them", () => {
    const placed = [
      ...Object.entries(facts.sureCalls).flatMap(([name, { streams = [], json, fixedSize, address, port }]) =>
        [...streams, json, fixedSize, address, port].flatMap((place) => (place ? [{ name, place }] : [])),
      ),
      ...Object.entries(facts.streamsOver).map(([name, place]) => ({ name, place })),
      ...Object.entries(facts.listenersIn).flatMap(([name, index]) => [
        { name, place: `argument ${index}` as const },
        { name, place: `argument ${index + 1}` as const },
      ]),
    ];
    expect(placed.filter(({ name, place }) => !typeAt(name, place))).toEqual([]);
  });

  test("are not said to do two things at once", () => {
    expect([...facts.views].filter((name) => !borrows(name))).toEqual([]);
    const others = [...facts.releasers, ...Object.keys(facts.takers), ...Object.keys(facts.wrappers)];
    // What is told of one function goes before what is told of its package.
    expect(others.filter((name) => facts.borrowers.has(name))).toEqual([]);
  });
});

test("packages that borrow are those of the standard library or of modules", () => {
  const unknown = [...facts.borrowingPackages].filter((path) => !hasStub(path) && !path.includes("."));
  expect(unknown).toEqual([]);
});

test("modules are known by name alone only where there is no stub, and something is told of them", () => {
  const named = [
    ...kinds.flatMap(({ kind }) => Object.keys(kind.acquire)),
    ...kinds.flatMap(({ kind }) => kind.release.functions ?? []),
    ...Object.values(sets).flatMap((names) => Array.from(names)),
  ];
  const isUsed = (module: string) =>
    named.some((name) => isKnownByName(name) && `${partsOf(name).path}/`.startsWith(`${module}/`));
  expect(withoutStub.filter((module) => !isUsed(module))).toEqual([]);
});
