import { defineResourceRule, facts } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unstopped-ticker",
    replaces: ["staticcheck", "SA1015"],
    summary: "Ticker is not stopped on every path and cannot be collected",
    category: "timer",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    go: { until: "1.23", restoredBy: "asynctimerchan=1" },
    fix: "safe",
  },
  resources: [facts.tickers, facts.clockTickers],
  words: { acquires: "starts", acquired: "started", released: "stopped", release: "stop" },
});
