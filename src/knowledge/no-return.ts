/** Functions of the standard library that never return to their caller. */
export const neverReturning: ReadonlySet<string> = new Set([
  "log.Fatal",
  "log.Fatalf",
  "log.Fatalln",
  "log.Panic",
  "log.Panicf",
  "log.Panicln",
  "os.Exit",
  "runtime.Goexit",
  "syscall.Exec",
  "syscall.Exit",
]);
