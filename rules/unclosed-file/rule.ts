import { defineResourceRule } from "#rule";

export default defineResourceRule({
  meta: {
    name: "unclosed-file",
    summary: "Opened file is never closed",
    category: "resource",
    preset: "recommended",
    severity: "error",
    precision: "high",
    cwe: ["CWE-772", "CWE-775"],
    since: "0.1.0",
    status: "stable",
    messages: {
      discarded: "the file that {{call}} opens is thrown away, so it can never be closed",
      neverReleased: "the file that {{call}} opens into {{variable}} is never closed",
    },
    advice: {
      discarded:
        "Keep the file in a variable and close it, or use a function that does not leave it open (os.WriteFile, os.Stat).",
      neverReleased:
        "Defer {{variable}}.Close() after the error check; in a loop, close it at the end of each turn.",
    },
    fix: "suggestion",
  },
  protocol: {
    acquire: {
      "archive/zip.OpenReader": [0],
      "io/ioutil.TempFile": [0],
      "net.(*TCPListener).File": [0],
      "net.(*UnixListener).File": [0],
      // What all connections but those of net.Pipe embed.
      "net.(*conn).File": [0],
      "os.(*Root).Create": [0],
      "os.(*Root).Open": [0],
      "os.(*Root).OpenFile": [0],
      "os.(*Root).OpenRoot": [0],
      "os.Create": [0],
      "os.CreateTemp": [0],
      "os.Open": [0],
      "os.OpenFile": [0],
      "os.OpenInRoot": [0],
      "os.OpenRoot": [0],
      "os.Pipe": [0, 1],
    },
    release: ["Close"],
    // What FS (of os.Root) and Open (of a zip archive) return reads on through the value they are called on.
    handOut: ["FS", "Fd", "Open", "SyscallConn"],
  },
  words: { acquired: "opened", released: "closed" },
});
