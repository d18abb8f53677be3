import { defineRule, growthOf } from "#rule";
import type { GrowthReason, NoGrowth, Silence, SyntaxNode } from "#rule";

export default defineRule({
  meta: {
    name: "growing-global",
    aliases: ["unbounded-global-map"],
    summary: "Package-level map, slice or list only grows",
    category: "growth",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-401", "CWE-770"],
    since: "0.1.0",
    status: "stable",
    messages: {
      keys: "{{variable}} only grows: its keys have no bound, and nothing in the package removes one",
      elements:
        "{{variable}} only grows: each request adds to it, and nothing in the package removes anything",
    },
    advice: {
      keys: "Delete what is no longer needed, or limit how much {{variable}} holds: a cache with a size or an expiry.",
      elements: "Keep only the last few elements of {{variable}}, or hand them on and empty it.",
    },
    fix: "none",
  },
  create({ semantics, file, report, explain: listen }) {
    return {
      var_spec(spec) {
        for (const identifier of spec.names) {
          const variable = semantics.objectOf(identifier);
          if (!variable) continue;
          const growth = growthOf(variable, semantics, file.packageName);
          if (growth?.kind !== "grows") {
            if (growth) listen?.(silenceOf(identifier, growth));
            continue;
          }
          const { write, reason } = growth;
          report({
            at: identifier,
            messageId: reason.kind === "request" ? "elements" : "keys",
            data: { variable: variable.name },
            path: [
              { at: identifier, message: "declared here, for as long as the process runs" },
              { at: reason.at, message: explain(reason) },
              { at: write, message: "it grows here; no mention of it in the package takes anything out" },
            ],
          });
        }
      },
    };
  },
});

const silences: Readonly<Record<NoGrowth["kind"], Pick<Silence, "why" | "message"> & { step: string }>> = {
  exported: {
    why: "unknown",
    message: "it is exported: other packages may take something out of it",
    step: "",
  },
  shrinks: {
    why: "released",
    message: "something can be taken out of it",
    step: "this empties it, takes something out, or hands it to code that may do so",
  },
  registers: {
    why: "harmless",
    message: "it is filled once: what is there already is refused",
    step: "a key that is there already is refused here",
  },
  bounded: {
    why: "harmless",
    message: "nothing shows that there is no end to what is put in",
    step: "this puts something in",
  },
};

/** Why nothing is said of a container. */
function silenceOf(identifier: SyntaxNode, { kind, at }: NoGrowth): Silence {
  const { why, message, step } = silences[kind];
  return { at: identifier, why, message, shownBy: at.map((place) => ({ at: place, message: step })) };
}

function explain({ kind, name }: GrowthReason): string {
  switch (kind) {
    case "input":
      return `what comes in through ${name} decides on the key`;
    case "fresh":
      return `the key is another one each time: ${name}`;
    case "lock":
      return `what callers pass as ${name} decides on the key, and each key gets a lock of its own`;
    case "request":
      return `${name} runs once for each request`;
  }
}
