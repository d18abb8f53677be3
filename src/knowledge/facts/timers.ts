import type { ResourceFacts } from "./resource.js";

/** Before Go 1.23 a ticker that was not stopped was never collected. */
export const tickers: ResourceFacts = {
  noun: "ticker",
  acquire: {
    "time.NewTicker": [0],
    "time.Tick": [0],
  },
  release: { methods: ["Stop"], deferrable: true },
  channels: ["C"],
  unreleasable: ["time.Tick"],
  keepable: "cheap",
};

/** Before Go 1.23 a timer was not collected until it had fired. */
export const timers: ResourceFacts = {
  noun: "timer",
  acquire: { "time.NewTimer": [0] },
  release: { methods: ["Stop"], receive: ["C"], deferrable: true },
  restarts: ["Reset"],
  channels: ["C"],
  keepable: "cheap",
};

/** Until it has fired it holds its function and all that this refers to, whatever the version of Go. */
export const delayedCalls: ResourceFacts = {
  noun: "timer",
  acquire: { "time.AfterFunc": [0] },
  release: { methods: ["Stop"] },
  keepable: "active",
};

/** The channel of a timer that nobody can stop. */
export const timerChannels: ResourceFacts = {
  noun: "timer",
  acquire: { "time.After": [0] },
  release: {},
  unreleasable: ["time.After"],
};

/** Tickers of packages that stand in for the clock; outside of tests there is a `time.Ticker` behind them. */
export const clockTickers: ResourceFacts = {
  noun: "ticker",
  acquire: {
    "k8s.io/utils/clock.(RealClock).NewTicker": [0],
    "k8s.io/utils/clock.(WithTicker).NewTicker": [0],
  },
  release: { methods: ["Stop"], deferrable: true },
  keepable: "cheap",
};
