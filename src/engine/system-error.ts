const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  ELOOP: "its symbolic links go in circles",
  EMFILE: "too many open files",
};

/** Why the operating system refused something, in words fit for a user. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
