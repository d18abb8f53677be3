import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-connection",
    groups: ["missing-defer-close"],
    summary: "Connection, listener, client or watcher is not closed",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    fix: "suggestion",
  },
  resources: [
    facts.connections,
    facts.listeners,
    facts.websockets,
    facts.clients,
    facts.mongoClients,
    facts.ftpConnections,
    facts.sessions,
    facts.brokerChannels,
    facts.subscriptions,
    facts.consumers,
    facts.producers,
    facts.transfers,
    facts.watches,
    facts.fileWatchers,
  ],
  words: { acquires: "opens", acquired: "opened", released: "closed", release: "close" },
});
