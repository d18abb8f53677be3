const DRIVE = /^[A-Za-z]:\//;

/** The absolute path of a reported file: `file` as it is when it is one, else in the working directory. */
export function absolutePath(file: string, workingDirectory: string): string {
  if (isAbsolutePath(file, workingDirectory)) return file;
  return `${workingDirectory.replace(/\/+$/, "")}/${file}`;
}

/** Whether a path is absolute on the system that the working directory stands on; `C:/` is a plain name on others. */
export function isAbsolutePath(file: string, workingDirectory: string): boolean {
  return file.startsWith("/") || (isOnWindows(workingDirectory) && DRIVE.test(file));
}

/** Whether an absolute path, written with `/`, is one of Windows: with a drive or on a share. */
export function isOnWindows(path: string): boolean {
  return DRIVE.test(`${path}/`) || path.startsWith("//");
}
