/**
 * Functions and methods that keep a function and call it later, when something has come to its end: what it releases is
 * released.
 */
export const cleanups: ReadonlySet<string> = new Set([
  "context.AfterFunc",
  "github.com/onsi/ginkgo/v2.DeferCleanup",
  "github.com/sirupsen/logrus.DeferExitHandler",
  "github.com/sirupsen/logrus.RegisterExitHandler",
  "net/http.(*Server).RegisterOnShutdown",
  "runtime.AddCleanup",
  "runtime.SetFinalizer",
  "testing.(*common).Cleanup",
  "testing.(TB).Cleanup",
  "time.AfterFunc",
]);

/**
 * Functions and methods that call a function and do not keep it: what it captures stays in sight. It may be called once,
 * often or not at all, and most often before they return.
 */
export const runners: ReadonlySet<string> = new Set([
  "database/sql.(*Conn).Raw",
  "github.com/cenkalti/backoff/v4.Retry",
  "github.com/cenkalti/backoff/v4.RetryNotify",
  "github.com/dgraph-io/badger/v4.(*DB).Update",
  "github.com/dgraph-io/badger/v4.(*DB).View",
  "github.com/efficientgo/core/errcapture.Do",
  "github.com/jackc/pgx/v5.BeginFunc",
  "github.com/jackc/pgx/v5.BeginTxFunc",
  "go.etcd.io/bbolt.(*Bucket).ForEach",
  "go.etcd.io/bbolt.(*DB).Update",
  "go.etcd.io/bbolt.(*DB).View",
  "go.uber.org/multierr.AppendFunc",
  // It runs in a goroutine, which the group waits for.
  "golang.org/x/sync/errgroup.(*Group).Go",
  "golang.org/x/sync/singleflight.(*Group).Do",
  "gorm.io/gorm.(*DB).Transaction",
  "io/fs.WalkDir",
  "maps.DeleteFunc",
  "path/filepath.Walk",
  "path/filepath.WalkDir",
  "slices.ContainsFunc",
  "slices.DeleteFunc",
  "slices.IndexFunc",
  "slices.SortFunc",
  "slices.SortStableFunc",
  "sort.Search",
  "sort.Slice",
  "sort.SliceStable",
  "strings.FieldsFunc",
  "strings.IndexFunc",
  "strings.Map",
  "strings.TrimFunc",
  "sync.(*Map).Range",
  "sync.(*Once).Do",
  "testing.AllocsPerRun",
]);

const cobraFields = ["PersistentPreRun", "PreRun", "Run", "PostRun", "PersistentPostRun"];
const cliFields = ["Action", "After", "Before"];

/** Functions and methods that call a function once for each time that they are called themselves, then or later. */
export const singleRunners: ReadonlySet<string> = new Set([
  "github.com/oklog/run.(*Group).Add",
  "github.com/spf13/cobra.OnInitialize",
  "golang.org/x/sync/errgroup.(*Group).Go",
  "sync.(*Once).Do",
  "sync.(*WaitGroup).Go",
  "sync.OnceFunc",
]);

/** Functions and methods that make a function what a command of a program does: it runs once in the life of a process. */
export const commandRegistrars: ReadonlySet<string> = new Set([
  "github.com/alecthomas/kingpin/v2.(*Application).Action",
  "github.com/alecthomas/kingpin/v2.(*CmdClause).Action",
  "gopkg.in/alecthomas/kingpin.v2.(*Application).Action",
  "gopkg.in/alecthomas/kingpin.v2.(*CmdClause).Action",
]);

/** A method by which a framework runs a command of a program, in types of the program's own. */
export interface CommandMethod {
  readonly name: string;
  /** In Go's notation. */
  readonly type: string;
  /** Modules of the frameworks that call it. */
  readonly modules: readonly string[];
}

export const commandMethods: readonly CommandMethod[] = [
  { name: "Execute", type: "func([]string) error", modules: ["github.com/jessevdk/go-flags"] },
  {
    name: "Run",
    type: "func([]string) int",
    modules: ["github.com/hashicorp/cli", "github.com/mitchellh/cli"],
  },
  {
    name: "Execute",
    type: "func(context.Context, *flag.FlagSet, ...any) github.com/google/subcommands.ExitStatus",
    modules: ["github.com/google/subcommands"],
  },
];

/** Fields of types that hold what a program does: the functions in them run once in the life of a process. */
export const mainFunctions: Readonly<Record<string, readonly string[]>> = {
  "github.com/peterbourgon/ff/v3/ffcli.Command": ["Exec"],
  "github.com/peterbourgon/ff/v4.Command": ["Exec"],
  "github.com/spf13/cobra.Command": cobraFields.flatMap((field) => [field, `${field}E`]),
  "github.com/urfave/cli.App": cliFields,
  "github.com/urfave/cli.Command": cliFields,
  "github.com/urfave/cli/v2.App": cliFields,
  "github.com/urfave/cli/v2.Command": cliFields,
  "github.com/urfave/cli/v3.Command": cliFields,
};

/** Types of the parameter that a command of a command line tool gets: it runs once, then the process ends. */
export const commandParameters: ReadonlySet<string> = new Set([
  "github.com/spf13/cobra.Command",
  "github.com/urfave/cli.Context",
  "github.com/urfave/cli/v2.Context",
  "github.com/urfave/cli/v3.Command",
]);

/** Packages by which command line tools are written: what imports one is part of a program, and ends with a command. */
export const commandFrameworks: ReadonlySet<string> = new Set([
  "github.com/alecthomas/kingpin/v2",
  "github.com/alecthomas/kong",
  "github.com/google/subcommands",
  "github.com/hashicorp/cli",
  "github.com/jessevdk/go-flags",
  "github.com/mitchellh/cli",
  "github.com/peterbourgon/ff/v3/ffcli",
  "github.com/spf13/cobra",
  "github.com/traefik/paerser/cli",
  "github.com/urfave/cli",
  "github.com/urfave/cli/v2",
  "github.com/urfave/cli/v3",
  "gopkg.in/alecthomas/kingpin.v2",
]);
