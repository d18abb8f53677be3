import { expect, test } from "@jest/globals";
import { readApiReleases } from "../../../src/knowledge/indexer/index.js";

test("readApiReleases finds the earliest release of every name", () => {
  const releases = readApiReleases([
    {
      fileName: "go1.19.txt",
      text: [
        "pkg os, func CreateTemp(string, string) (*File, error)",
        "pkg sync/atomic, type Pointer[$0 interface{}] struct",
        "pkg sync/atomic, method (*Pointer[$0]) Load() *$0",
        "pkg os, method (*File) ReadDir(int) ([]fs.DirEntry, error) #41467",
      ].join("\n"),
    },
    { fileName: "go1.2.txt", text: "pkg testing, type TB interface, Fail()" },
    {
      fileName: "go1.16.txt",
      text: [
        "pkg os, func CreateTemp(string, string) (*File, error)",
        "pkg syscall (linux-amd64), const O_CLOEXEC = 524288",
        "pkg runtime, type Record struct, embedded StackRecord",
        "pkg net, type Dialer struct, KeepAlive time.Duration",
        "pkg io, var ErrShort error //deprecated",
        "",
      ].join("\n"),
    },
    { fileName: "go1.txt", text: "pkg io, type Reader interface { Read }" },
    { fileName: "except.txt", text: "pkg os, func Gone()" },
  ]);
  const found = [...releases].flatMap(([path, names]) =>
    [...names].map(([name, release]) => `${path}.${name} ${release}`),
  );
  expect(found.toSorted()).toEqual([
    "io.ErrShort 1.16",
    "io.Reader 1.0",
    "net.Dialer.KeepAlive 1.16",
    "os.CreateTemp 1.16",
    "os.File.ReadDir 1.19",
    "runtime.Record.StackRecord 1.16",
    "sync/atomic.Pointer 1.19",
    "sync/atomic.Pointer.Load 1.19",
    "syscall.O_CLOEXEC 1.16",
    "testing.TB.Fail 1.2",
  ]);
});
