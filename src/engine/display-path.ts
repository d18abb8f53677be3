/** A path as it is shown: relative to the working directory when it lies below it, otherwise absolute. */
export function displayPath(path: string, workingDirectory: string): string {
  const prefix = workingDirectory.endsWith("/") ? workingDirectory : `${workingDirectory}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
