import type { Position, ResourceFacts } from "./resource.js";

/** Descriptors of the operating system that are files to the program. */
export const files: ResourceFacts = {
  noun: "file",
  acquire: {
    "debug/elf.Open": [0],
    "debug/macho.Open": [0],
    "debug/macho.OpenFat": [0],
    "debug/pe.Open": [0],
    "debug/plan9obj.Open": [0],
    "github.com/creack/pty.Open": [0, 1],
    "github.com/creack/pty.Start": [0],
    "github.com/creack/pty.StartWithSize": [0],
    "github.com/kr/pty.Start": [0],
    "github.com/spf13/afero.(OsFs).Create": [0],
    "github.com/spf13/afero.(OsFs).Open": [0],
    "github.com/spf13/afero.(OsFs).OpenFile": [0],
    "io/ioutil.TempFile": [0],
    // Above 32 MB what was uploaded lies in a file of the file system.
    "mime/multipart.(*FileHeader).Open": [0],
    // A second descriptor beside that of the connection, which stays open.
    "net.(*TCPListener).File": [0],
    "net.(*UnixListener).File": [0],
    // What all connections but those of net.Pipe embed.
    "net.(*conn).File": [0],
    "net/http.(*Request).FormFile": [0],
    "net/http.(Dir).Open": [0],
    "os.(*Root).Create": [0],
    "os.(*Root).Open": [0],
    "os.(*Root).OpenFile": [0],
    "os.Create": [0],
    "os.CreateTemp": [0],
    "os.Open": [0],
    "os.OpenFile": [0],
    "os.OpenInRoot": [0],
    "os.Pipe": [0, 1],
    // os.NewFile is not here: whose the descriptor is, only its caller knows.
  },
  release: { methods: ["Close"], deferrable: true },
  handOut: ["Fd", "SyscallConn"],
  // Windows does not move or remove an open file, and what is read anew should have been written in full.
  releasedBefore: [
    "io/ioutil.ReadFile",
    "os.Chtimes",
    "os.Link",
    "os.ReadFile",
    "os.Remove",
    "os.RemoveAll",
    "os.Rename",
    "os.Truncate",
  ],
};

/** Where files of a file system behind an interface are opened, with the place of the file system in the call. */
const openedFrom: Readonly<Record<string, Position>> = {
  "github.com/spf13/afero.(*BasePathFs).Create": "receiver",
  "github.com/spf13/afero.(*BasePathFs).Open": "receiver",
  "github.com/spf13/afero.(*BasePathFs).OpenFile": "receiver",
  "github.com/spf13/afero.(Afero).TempFile": "receiver",
  "github.com/spf13/afero.(Fs).Create": "receiver",
  "github.com/spf13/afero.(Fs).Open": "receiver",
  "github.com/spf13/afero.(Fs).OpenFile": "receiver",
  "github.com/spf13/afero.TempFile": "argument 0",
  "io/fs.(FS).Open": "receiver",
  "net/http.(FileSystem).Open": "receiver",
};

/**
 * Files of a file system behind an interface, which says that they have to be closed. Whether that frees anything is up
 * to the file system: those of `embed.FS` and `fstest.MapFS` hold memory only, so their own Open is not here.
 */
export const virtualFiles: ResourceFacts = {
  noun: "file",
  acquire: Object.fromEntries(Object.keys(openedFrom).map((name) => [name, [0]])),
  release: { methods: ["Close"] },
  acquiredFrom: openedFrom,
};

/** File systems behind an interface that are known to be that of the system. */
export const diskFileSystems = {
  /** Functions that make one. */
  makers: new Set(["github.com/spf13/afero.NewOsFs", "os.(*Root).FS", "os.DirFS"]),
  types: new Set(["*github.com/spf13/afero.OsFs", "github.com/spf13/afero.OsFs", "net/http.Dir"]),
  /** Functions that give another view of the file system that they are given first. */
  views: new Set([
    "github.com/spf13/afero.NewBasePathFs",
    "github.com/spf13/afero.NewHttpFs",
    "github.com/spf13/afero.NewIOFS",
    "github.com/spf13/afero.NewReadOnlyFs",
    "github.com/spf13/afero.NewRegexpFs",
    "io/fs.Sub",
    "net/http.FS",
  ]),
};

/** Directories that files are opened in; each holds a descriptor. */
export const roots: ResourceFacts = {
  noun: "root directory",
  acquire: {
    "os.(*Root).OpenRoot": [0],
    "os.OpenRoot": [0],
  },
  release: { methods: ["Close"] },
  // What it returns reads on through the descriptor.
  handOut: ["FS"],
};

/** Archives that hold the file they are read from. */
export const archives: ResourceFacts = {
  noun: "archive",
  acquire: {
    "archive/zip.OpenReader": [0],
    "github.com/klauspost/compress/zip.OpenReader": [0],
  },
  release: { methods: ["Close"] },
  // The entries read from the file; those taken out of the field File do as well, which is why it is no detail.
  handOut: ["Open"],
};

/** Files on another machine: a handle there, which a session has a limited number of. */
export const remoteFiles: ResourceFacts = {
  noun: "remote file",
  acquire: {
    "github.com/pkg/sftp.(*Client).Create": [0],
    "github.com/pkg/sftp.(*Client).Open": [0],
    "github.com/pkg/sftp.(*Client).OpenFile": [0],
  },
  release: { methods: ["Close"] },
  boundTo: {
    "github.com/pkg/sftp.(*Client).Create": "receiver",
    "github.com/pkg/sftp.(*Client).Open": "receiver",
    "github.com/pkg/sftp.(*Client).OpenFile": "receiver",
  },
};

/** Kernel objects of Windows. */
export const handles: ResourceFacts = {
  noun: "handle",
  acquire: {
    "golang.org/x/sys/windows.CreateFile": [0],
    "golang.org/x/sys/windows.CreateFileMapping": [0],
    "golang.org/x/sys/windows.OpenProcess": [0],
    "syscall.CreateFile": [0],
    "syscall.CreateFileMapping": [0],
    "syscall.OpenProcess": [0],
  },
  release: { functions: ["golang.org/x/sys/windows.CloseHandle", "syscall.CloseHandle"] },
};
