import { nodeFileSystem } from "../node-file-system.js";
import { parentPath, pathBelow, resolvePath } from "../../project/index.js";
import type { Rule } from "../../rule/index.js";
import { checkSchema, showFault } from "./check-schema.js";
import { didYouMean } from "./closest.js";
import type { Config } from "./config.js";
import type { ConfigDocument, KeyPath } from "./config-document.js";
import { ConfigError } from "./config-error.js";
import type { ConfigProblem } from "./config-error.js";
import { toConfigLayer } from "./config-layer.js";
import type { ConfigLayer } from "./config-layer.js";
import { buildConfigSchema } from "./config-schema.js";
import { loadPlugin } from "./load-plugin.js";
import type { LoadedPlugin } from "./load-plugin.js";
import { isPresetName, presetNames } from "./preset.js";
import type { PresetName } from "./preset.js";
import { readConfigFile } from "./read-config-file.js";
import { isFilePath, resolveModule } from "./resolve-module.js";
import { findRepeatedResources } from "./repeated-resources.js";
import { findRepeatedRules } from "./repeated-rules.js";
import { RuleCatalogue } from "./rule-catalogue.js";

/** A config file and all that it extends. */
export interface LoadedConfig {
  /** Files, the one asked for first. */
  readonly files: readonly string[];
  /** Least important first. */
  readonly layers: readonly ConfigLayer[];
  /** Named by `extends`, here or further down. */
  readonly presets: readonly PresetName[];
  readonly plugins: readonly LoadedPlugin[];
  /** Configs and plugins that are code and were not run, each as a file or as it is named. */
  readonly skipped: readonly string[];
  /** Rules of the plugins included. */
  readonly catalogue: RuleCatalogue;
}

/** What becomes of configs and plugins that are JavaScript: code that nobody has looked at must not run. */
export type ScriptPolicy = "run" | "skip";

/** Reads a config file and all that it extends. Throws {@link ConfigError} with everything wrong in all of them. */
export async function loadConfig(
  file: string,
  builtIn: readonly Rule[],
  scripts: ScriptPolicy = "run",
): Promise<LoadedConfig> {
  const loading = new Loading(builtIn, scripts);
  await loading.add(file, parentPath(file), []);
  return loading.finish();
}

/** A text in a config, and where. */
interface PlacedText {
  readonly text: string;
  readonly path: KeyPath;
  readonly document: ConfigDocument;
}

class Loading {
  readonly #builtIn: readonly Rule[];
  /** Files by their path with links resolved. */
  readonly #files = new Map<string, string>();
  readonly #layers: ConfigLayer[] = [];
  readonly #presets = new Set<PresetName>();
  /** By name. */
  readonly #plugins = new Map<string, LoadedPlugin>();
  #missingPlugins = 0;
  readonly #problems: ConfigProblem[] = [];
  readonly #scripts: ScriptPolicy;
  readonly #skipped: string[] = [];

  constructor(builtIn: readonly Rule[], scripts: ScriptPolicy) {
    this.#builtIn = builtIn;
    this.#scripts = scripts;
  }

  /** Adds a file, whose patterns are relative to `root`, and before it what it extends. */
  async add(file: string, root: string, extending: readonly string[]): Promise<void> {
    const identity = nodeFileSystem.realPath(file);
    if (this.#files.has(identity)) return;
    this.#files.set(identity, file);
    if (this.#scripts === "skip" && isScript(file)) {
      this.#skipped.push(file);
      return;
    }
    const document = await this.#read(file);
    if (!document) return;
    for (const text of textsUnder("extends", document))
      await this.#extend(text, root, [...extending, identity]);
    for (const text of textsUnder("plugins", document)) await this.#addPlugin(text);
    this.#addLayer(document, root);
  }

  finish(): LoadedConfig {
    const files = [...this.#files.values()];
    if (this.#problems.length > 0) throw new ConfigError(inOrder(this.#problems, files));
    return {
      files,
      layers: this.#layers,
      presets: [...this.#presets],
      plugins: [...this.#plugins.values()],
      skipped: this.#skipped,
      catalogue: this.#catalogue(),
    };
  }

  async #read(file: string): Promise<ConfigDocument | undefined> {
    try {
      return await readConfigFile(file);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#problems.push(...error.problems);
      return undefined;
    }
  }

  async #extend(entry: PlacedText, root: string, extending: readonly string[]): Promise<void> {
    const { text, document } = entry;
    if (isPresetName(text)) {
      this.#presets.add(text);
      return;
    }
    const file = resolveModule(text, document.file);
    if (file === undefined) {
      this.#report(entry, describeMissing(text, document.file));
      return;
    }
    const identity = nodeFileSystem.realPath(file);
    const begin = extending.indexOf(identity);
    if (begin >= 0) {
      const circle = [...extending.slice(begin), identity].join(" → ");
      this.#report(entry, `extends goes in a circle: ${circle}`);
      return;
    }
    // Patterns are relative to the file they stand in. Of a file that lies elsewhere (in a package, in a folder of
    // shared configs) they can only be meant for the files of the one that extends it.
    const folder = parentPath(file);
    await this.add(file, pathBelow(folder, root) === undefined ? root : folder, extending);
  }

  async #addPlugin(entry: PlacedText): Promise<void> {
    const { text, document } = entry;
    const file = resolveModule(text, document.file);
    if ([...this.#plugins.values()].some((plugin) => plugin.file === file)) return;
    if (this.#scripts === "skip") {
      this.#skipped.push(file ?? text);
      this.#missingPlugins++;
      return;
    }
    const missing = isFilePath(text)
      ? "there is no such file"
      : `it is not installed: npm install --save-dev ${text}`;
    const result = file === undefined ? { faults: [missing] } : await loadPlugin(file);
    const faults = "faults" in result ? result.faults : this.#register(result.plugin);
    for (const fault of faults) this.#report(entry, `plugin ${JSON.stringify(text)}: ${fault}`);
    if (faults.length > 0) this.#missingPlugins++;
  }

  #register(plugin: LoadedPlugin): readonly string[] {
    const other = this.#plugins.get(plugin.name);
    if (other) return [`it is called "${plugin.name}", as is ${other.file}`];
    this.#plugins.set(plugin.name, plugin);
    return [];
  }

  #addLayer(document: ConfigDocument, root: string): void {
    const catalogue = this.#catalogue();
    // What a plugin that did not load would have brought is not known, and nothing to complain about.
    const schema = buildConfigSchema(catalogue.rules, this.#missingPlugins > 0 ? "any" : "known");
    const faults = [
      ...checkSchema(schema, document.value),
      ...findRepeatedRules(document.value, catalogue),
      ...findRepeatedResources(document.value),
    ];
    for (const fault of faults) {
      this.#problems.push({
        file: document.file,
        ...document.locate(fault.path, fault.part),
        message: showFault(fault, "the config"),
      });
    }
    if (faults.length === 0) {
      this.#layers.push(toConfigLayer(document.value as Config, document, catalogue, root));
    }
  }

  #catalogue(): RuleCatalogue {
    return new RuleCatalogue([
      ...this.#builtIn,
      ...[...this.#plugins.values()].flatMap(({ rules }) => rules),
    ]);
  }

  #report({ document, path }: PlacedText, message: string): void {
    this.#problems.push({ file: document.file, ...document.locate(path, "value"), message });
  }
}

/** Whether a config file is read by running it. */
function isScript(file: string): boolean {
  return /\.[cm]?js$/.test(file);
}

/** The strings under a key of a config that need not be valid. */
function textsUnder(key: string, document: ConfigDocument): readonly PlacedText[] {
  const value = (document.value as Record<string, unknown> | null)?.[key];
  if (typeof value === "string") return value === "" ? [] : [{ text: value, path: [key], document }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index) =>
    typeof text === "string" && text !== "" ? [{ text, path: [key, `${index}`], document }] : [],
  );
}

function describeMissing(text: string, from: string): string {
  const path = resolvePath(parentPath(from), text);
  const kind = nodeFileSystem.stat(path)?.kind;
  if (isFilePath(text)) {
    return kind === "directory"
      ? `cannot extend ${text}: it is a folder, name the file in it`
      : `cannot extend ${text}: there is no such file`;
  }
  const presets = presetNames.join(", ");
  const hint = kind === "file" ? `; for the file, write "./${text}"` : didYouMean(text, presetNames);
  return `cannot extend "${text}": it is neither a preset (${presets}) nor a package installed here${hint}`;
}

/** Problems file by file, each from top to bottom. */
function inOrder(problems: readonly ConfigProblem[], files: readonly string[]): readonly ConfigProblem[] {
  const position = ({ file = "" }: ConfigProblem) => files.indexOf(file);
  return problems.toSorted(
    (a, b) => position(a) - position(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
