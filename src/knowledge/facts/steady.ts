/** Packages whose functions give the same results for the same arguments, and change nothing. */
export const steadyPackages: ReadonlySet<string> = new Set([
  "math",
  "path",
  "slices",
  "strings",
  "unicode",
  "unicode/utf8",
]);

/** Functions and methods of other packages that do. */
export const steadyFunctions: ReadonlySet<string> = new Set([
  "bytes.Contains",
  "bytes.Equal",
  "bytes.HasPrefix",
  "bytes.HasSuffix",
  "errors.Is",
  "os.IsExist",
  "os.IsNotExist",
  "os.IsPermission",
  "path/filepath.Base",
  "path/filepath.Clean",
  "path/filepath.Dir",
  "path/filepath.Ext",
  "path/filepath.IsAbs",
  "path/filepath.IsLocal",
  "path/filepath.Join",
  "regexp.(*Regexp).MatchString",
]);
