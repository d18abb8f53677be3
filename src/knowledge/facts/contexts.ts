import type { Position, ResourceFacts } from "./resource.js";

/**
 * Contexts that stay with their parent until they are cancelled; what has to be released is the cancel function.
 * `errgroup.WithContext` and `context.AfterFunc` are not here: Wait cancels the one, and the other one's function is there
 * for those who want it.
 */
export const contexts: ResourceFacts = {
  noun: "cancel function",
  acquire: {
    // Their contexts hold a browser.
    "github.com/chromedp/chromedp.NewContext": [1],
    "github.com/chromedp/chromedp.NewExecAllocator": [1],
    "github.com/chromedp/chromedp.NewRemoteAllocator": [1],
    "context.WithCancel": [1],
    "context.WithDeadline": [1],
    "context.WithDeadlineCause": [1],
    "context.WithTimeout": [1],
    "context.WithTimeoutCause": [1],
    "golang.org/x/net/context.WithCancel": [1],
    "golang.org/x/net/context.WithDeadline": [1],
    "golang.org/x/net/context.WithTimeout": [1],
    // Goes on catching the signals as well.
    "os/signal.NotifyContext": [1],
  },
  release: { call: true, deferrable: true },
  endsWith: { result: 0, method: "Done" },
  boundTo: {
    "context.WithCancel": "argument 0",
    "context.WithDeadline": "argument 0",
    "context.WithDeadlineCause": "argument 0",
    "context.WithTimeout": "argument 0",
    "context.WithTimeoutCause": "argument 0",
    "golang.org/x/net/context.WithCancel": "argument 0",
    "golang.org/x/net/context.WithDeadline": "argument 0",
    "golang.org/x/net/context.WithTimeout": "argument 0",
    "os/signal.NotifyContext": "argument 0",
  },
  keepable: "cheap",
};

/** Those whose cancel function wants to know why; nil stands for no particular reason. */
export const causeContexts: ResourceFacts = {
  noun: "cancel function",
  acquire: { "context.WithCancelCause": [1] },
  release: { call: true, written: "{}(nil)", deferrable: true },
  endsWith: { result: 0, method: "Done" },
  boundTo: { "context.WithCancelCause": "argument 0" },
  keepable: "cheap",
};

/** Functions and methods that have no use for a context once they have returned, but through what they return. */
export const contextUsers = /^(?:context\.With|database\/sql\.|log\/slog\.|net\/http\.|runtime\/trace\.)/;

/** Functions whose result goes on only for as long as a context does, with the place of that context. */
export const contextCarriers: Readonly<Record<string, Position>> = {
  "net/http.(*Request).WithContext": "argument 0",
  "net/http.NewRequestWithContext": "argument 0",
};
