import { defineRule, findRetention } from "#rule";
import type { Holder } from "#rule";

export default defineRule({
  meta: {
    name: "retained-subslice",
    aliases: ["subslice-retention"],
    summary: "Small piece keeps the whole of a big buffer in memory",
    category: "retention",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-401"],
    since: "0.1.0",
    status: "stable",
    messages: {
      retained: "{{piece}} keeps the whole of {{buffer}} in memory for as long as the piece is in use",
    },
    advice: {
      retained: "Keep a copy, bytes.Clone({{piece}}), so that the rest of {{buffer}} can be collected.",
    },
    fix: "none",
  },
  create({ semantics, report, explain }) {
    return {
      slice_expression(piece) {
        const retention = findRetention(piece, semantics);
        if (!retention) {
          const message =
            "nothing shows that this is a small piece of a big buffer, and lives longer than the buffer is needed";
          explain?.({ at: piece, why: "harmless", message });
          return;
        }
        const { buffer, variable, kept, holder } = retention;
        report({
          at: piece,
          messageId: "retained",
          data: { piece: piece.text, buffer: variable.name },
          path: [
            { at: buffer, message: `all of ${variable.name} is read or made here` },
            { at: piece, message: "a small piece of it, in the same memory" },
            { at: kept, message: livesOn[holder] },
          ],
        });
      },
    };
  },
});

const livesOn: Readonly<Record<Holder, string>> = {
  caller: "the piece goes to the caller here; nothing else of the buffer is needed any more",
  package: "the piece is kept at package level here; nothing else of the buffer is needed any more",
  parameter:
    "the piece is kept here, in what the function was given; nothing else of the buffer is needed any more",
};
