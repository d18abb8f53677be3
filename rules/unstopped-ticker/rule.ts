import { defineResourceRule } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unstopped-ticker",
    summary: "Ticker is never stopped and cannot be collected",
    category: "timer",
    preset: "recommended",
    severity: "warning",
    precision: "high",
    cwe: ["CWE-772"],
    since: "0.1.0",
    status: "stable",
    go: { until: "1.23", restoredBy: "asynctimerchan=1" },
    messages: {
      discarded: "the ticker of {{call}} can never be stopped",
      neverReleased: "the ticker that {{call}} starts in {{variable}} is never stopped",
    },
    advice: {
      discarded: "Use time.NewTicker, keep the ticker in a variable and defer its Stop.",
      neverReleased:
        "Defer {{variable}}.Stop() after starting it; in a loop, stop it at the end of each turn.",
    },
    fix: "suggestion",
  },
  protocol: {
    acquire: { "time.NewTicker": [0], "time.Tick": [0] },
    channels: ["C"],
    unreleasable: ["time.Tick"],
    release: ["Stop"],
  },
  words: { acquired: "started", released: "stopped" },
});
