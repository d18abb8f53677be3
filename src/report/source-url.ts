import { isAbsolutePath } from "./absolute-path.js";
import { encodePath } from "./encode-path.js";
import type { FormatContext } from "./formatter.js";

/** Where a file is shown on the web; undefined where nobody said so, or where the file lies elsewhere. */
export function sourceUrlOf(
  file: string,
  { sourceUrl, workingDirectory }: FormatContext,
): string | undefined {
  if (sourceUrl === undefined || isAbsolutePath(file, workingDirectory) || file.startsWith("../"))
    return undefined;
  return `${sourceUrl.replace(/\/+$/, "")}/${encodePath(file)}`;
}
