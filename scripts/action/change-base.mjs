// Which revision a pull request or a merge queue changes.
import { spawnSync } from "node:child_process";
import { InputError } from "./inputs.mjs";

/**
 * The revision that the change of an event starts from, fetched where the clone lacks it; undefined where the event is no
 * change of anything, as a push. Throws `InputError` where it cannot be had.
 */
export function changeBase(event, directory, env) {
  const base = event.pull_request?.base?.sha ?? event.merge_group?.base_sha;
  if (base === undefined) return undefined;
  const git = (...args) => {
    const { status, stdout } = spawnSync("git", args, { cwd: directory, encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  const has = (revision) => git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`) !== undefined;
  // What actions/checkout takes for a pull request is a merge that GitHub has made: its first parent is the base.
  const isMerge =
    /^refs\/pull\/.*\/merge$/.test(env.GITHUB_REF ?? "") && git("rev-parse", "HEAD") === env.GITHUB_SHA;
  if (isMerge && !has("HEAD^1")) git("fetch", "--quiet", "--no-tags", "--depth=2", "origin", env.GITHUB_SHA);
  if (isMerge && has("HEAD^1")) return "HEAD^1";
  if (!has(base)) git("fetch", "--quiet", "--no-tags", "origin", base);
  if (has(base)) return base;
  throw new InputError(
    "only-new needs the base of the change, which is not in this clone and could not be fetched: give actions/checkout `fetch-depth: 0`.",
  );
}
