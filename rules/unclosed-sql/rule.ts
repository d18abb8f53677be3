import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-sql",
    groups: ["missing-defer-close"],
    replaces: ["sqlclosecheck"],
    summary: "Rows, statement, transaction, connection or database is left open",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "safe",
  },
  resources: [
    facts.rows,
    facts.rowIterators,
    facts.batchResults,
    facts.cursors,
    facts.changeStreams,
    facts.statements,
    facts.transactions,
    facts.contextTransactions,
    facts.readTransactions,
    facts.pooledConnections,
    facts.sqlConnections,
    facts.pgxConnections,
    facts.databases,
  ],
  words: { acquires: "opens", acquired: "opened", released: "closed", release: "close" },
});
