import type { ResourceFacts } from "./resource.js";

/** Channels that signals are sent to: the runtime keeps them until it is told otherwise. */
export const signalChannels: ResourceFacts = {
  noun: "signal channel",
  acquire: { "os/signal.Notify": ["argument 0"] },
  channels: [""],
  release: { functions: ["os/signal.Stop"] },
  keepable: "active",
};

/** Functions that undo registrations of signals, whatever channel they are sent to. */
export const signalResets: ReadonlySet<string> = new Set(["os/signal.Ignore", "os/signal.Reset"]);
