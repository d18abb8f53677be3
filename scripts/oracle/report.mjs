// Shows a comparison to a person: a table, and on demand what is behind its figures.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { decodeGoSource } from "../../dist/src/project/index.js";
import { LineIndex } from "../../dist/src/text/line-index.js";

/** One line for each class that occurs: how many comparisons, how many of them agreed, were unknown, were wrong. */
export function table(tallies) {
  const rows = [["", "total", "agree", "unknown", "wrong"]];
  for (const [name, { total, agree, unknown, wrong }] of Object.entries(tallies)) {
    if (total === 0) continue;
    const parts = [agree, unknown, wrong].map((count) => `${count} ${percent(count, total)}`);
    rows.push([name, String(total), ...parts]);
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const aligned = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(aligned).join("  ")).join("\n");
}

function percent(count, total) {
  return `${((100 * count) / total).toFixed(2).padStart(6)} %`;
}

/** The first wrong answers of each class and the most frequent kinds of wrong and unknown ones. */
export function details(tallies, directory, limit) {
  const sources = new Sources(directory);
  return Object.entries(tallies)
    .flatMap(([name, tally]) =>
      [
        list(`${name}: wrong`, tally.examples, (example) => comparison(example, sources)),
        groups(`${name}: wrong`, tally.wrongBy, tally.wrong, sources, limit),
        groups(`${name}: unknown`, tally.unknownBy, tally.unknown, sources, limit),
      ].flat(),
    )
    .join("\n");
}

function groups(title, { shape, kind }, total, sources, limit) {
  const show = ({ key, count, example }) =>
    `${String(count).padStart(9)} ${percent(count, total)}  ${key}\n${comparison(example, sources, "    ")}`;
  return [
    list(`${title}, by shape`, shape.mostFrequent(limit), show),
    list(`${title}, by answer`, kind.mostFrequent(limit), show),
  ].flat();
}

function list(title, items, show) {
  return items.length === 0 ? [] : ["", title, ...items.map(show)];
}

function comparison({ path, offset, go, ours, shape }, sources, indent = "  ") {
  const { place, line } = sources.at(path, offset);
  return [
    `${indent}${place}  ${shape}`,
    `${indent}    ${line}`,
    `${indent}    go:   ${go === "" ? "nothing declared" : go}`,
    `${indent}    ours: ${ours ?? "unknown"}`,
  ].join("\n");
}

/** Finds lines in files, each of which is read once. */
class Sources {
  #directory;
  #lines = new Map();

  constructor(directory) {
    this.#directory = directory;
  }

  at(path, offset) {
    let lines = this.#lines.get(path);
    if (!lines) this.#lines.set(path, (lines = new LineIndex(decodeGoSource(readFileSync(path)).text)));
    const { line, column } = lines.position(offset);
    return {
      place: `${relative(this.#directory, path).replaceAll("\\", "/")}:${line}:${column}`,
      line: lines.lineText(line).trim(),
    };
  }
}
