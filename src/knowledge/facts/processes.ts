import type { ResourceFacts } from "./resource.js";

/** Commands that run: until they are waited for, their entry in the process table, pipes and goroutines stay. */
export const commands: ResourceFacts = {
  noun: "command",
  acquire: { "os/exec.(*Cmd).Start": ["receiver"] },
  release: { methods: ["Wait", "Process.Wait", "Process.Release"] },
  details: [
    "Args",
    "Cancel",
    "Dir",
    "Env",
    "Err",
    "ExtraFiles",
    "Path",
    "ProcessState",
    "Stderr",
    "Stdin",
    "Stdout",
    "SysProcAttr",
    "WaitDelay",
  ],
  // Whoever knows its number can wait for it.
  handOut: ["Process.Pid"],
  keepable: "active",
};

/** Processes that were started without a command. Those that `os.FindProcess` gives belong to somebody else. */
export const processes: ResourceFacts = {
  noun: "process",
  acquire: { "os.StartProcess": [0] },
  release: { methods: ["Wait", "Release"] },
  handOut: ["Pid"],
  keepable: "active",
};

/**
 * Fields by which a process is meant to go its own way: it is detached from the group or the desktop of its parent, or takes
 * over the open files of its parent.
 */
export const detachingFields: ReadonlySet<string> = new Set([
  "os/exec.Cmd.ExtraFiles",
  "syscall.SysProcAttr.CreationFlags",
  "syscall.SysProcAttr.Noctty",
  "syscall.SysProcAttr.ParentProcess",
  "syscall.SysProcAttr.Setctty",
  "syscall.SysProcAttr.Setpgid",
  "syscall.SysProcAttr.Setsid",
]);
