import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unstopped-timer",
    summary: "Timer is not stopped and holds on until it fires",
    category: "timer",
    preset: "strict",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    go: { until: "1.23", restoredBy: "asynctimerchan=1" },
    fix: "safe",
  },
  resources: [facts.timers],
  words: { acquires: "starts", acquired: "started", released: "stopped", release: "stop" },
});
