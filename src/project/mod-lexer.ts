/** A token of go.mod or go.work. Quotes are gone, but remembered: a quoted `(` opens no block. */
export interface ModToken {
  readonly text: string;
  readonly quoted: boolean;
}

/** One directive: a line of its own, or a line of a block under the block's verb. */
export interface ModStatement {
  readonly verb: string;
  readonly inBlock: boolean;
  readonly operands: readonly ModToken[];
  /** Text of the comment at the end of the line, without `//` and outer blanks. */
  readonly comment: string;
  /** 1-based. */
  readonly line: number;
}

/** What is wrong with a line of go.mod or go.work. */
export interface ModProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

interface ModLine {
  readonly tokens: readonly ModToken[];
  readonly comment: string;
  readonly problem: string | undefined;
}

interface OpenBlock {
  readonly verb: string;
  readonly line: number;
}

// A comment, a quoted string, a sign, or a word, which ends where a blank, a sign or a comment begins.
const tokenPattern =
  /[ \t\r]*(?:\/\/(?<comment>.*)|"(?<string>(?:[^"\\]|\\.)*)"|`(?<raw>[^`]*)`|(?<sign>[()[\]{},])|(?<word>(?!["`])(?:(?!\/\/|\/\*)[^\s()[\]{},])+))/y;

/** Splits go.mod or go.work into directives. Lines that make no sense become problems; the rest is kept. */
export function readModStatements(text: string): { statements: ModStatement[]; problems: ModProblem[] } {
  const statements: ModStatement[] = [];
  const problems: ModProblem[] = [];
  let block: OpenBlock | undefined;

  for (const [index, lineText] of text.split("\n").entries()) {
    const line = index + 1;
    const { tokens, comment, problem } = readLine(lineText);
    if (problem !== undefined) {
      problems.push({ line, message: problem });
      continue;
    }
    const first = tokens[0];
    if (first === undefined) continue;

    if (block !== undefined) {
      if (!isSign(first, ")")) {
        statements.push({ verb: block.verb, inBlock: true, operands: tokens, comment, line });
        continue;
      }
      if (tokens.length > 1) problems.push({ line, message: "expected the end of the line after `)`" });
      block = undefined;
    } else if (isSign(tokens.at(-1), "(")) {
      block = { verb: verbOf(tokens.slice(0, -1)), line };
    } else if (!(isSign(tokens.at(-2), "(") && isSign(tokens.at(-1), ")"))) {
      statements.push({ verb: first.text, inBlock: false, operands: tokens.slice(1), comment, line });
    }
  }
  if (block !== undefined) {
    problems.push({ line: block.line, message: `the block \`${block.verb} (\` is never closed` });
  }
  return { statements, problems };
}

/** Whether a token is a sign such as `(` or `=>`, and not a quoted string of the same letters. */
export function isSign(token: ModToken | undefined, sign: string): boolean {
  return token !== undefined && !token.quoted && token.text === sign;
}

function verbOf(tokens: readonly ModToken[]): string {
  return tokens.map((token) => token.text).join(" ");
}

function readLine(text: string): ModLine {
  const tokens: ModToken[] = [];
  let comment = "";
  let problem: string | undefined;
  const end = text.trimEnd().length;

  tokenPattern.lastIndex = 0;
  for (let position = 0; position < end; position = tokenPattern.lastIndex) {
    const groups = tokenPattern.exec(text)?.groups;
    if (groups === undefined) {
      problem = describeStray(text.slice(position).trimStart());
      break;
    }
    if (groups["comment"] !== undefined) {
      comment = groups["comment"].trim();
      break;
    }
    const { string, raw } = groups;
    if (string !== undefined && !/^(?:[^\\]|\\["\\])*$/.test(string))
      problem = `unsupported escape in "${string}"`;
    const quoted = string?.replace(/\\(.)/g, "$1") ?? raw;
    tokens.push({ text: quoted ?? groups["sign"] ?? groups["word"] ?? "", quoted: quoted !== undefined });
  }
  return { tokens, comment, problem };
}

function describeStray(rest: string): string {
  if (rest.startsWith("/*")) return "comments here begin with `//`, `/* */` is not allowed";
  if (rest.startsWith('"') || rest.startsWith("`")) return "the quoted string does not end on its line";
  return `unexpected character \`${String.fromCodePoint(rest.codePointAt(0) ?? 0)}\``;
}
