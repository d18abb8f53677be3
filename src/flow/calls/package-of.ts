/** The import path in the full name of a function or method: `net/http` of `net/http.(*Client).Do`. */
export function packageOf(name: string): string {
  return name.slice(0, name.indexOf(".", name.lastIndexOf("/", parenthesisOr(name)) + 1));
}

function parenthesisOr(name: string): number {
  const at = name.indexOf("(");
  return at === -1 ? name.length : at;
}
