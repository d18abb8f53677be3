import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { cosmiconfig } from "cosmiconfig";
import type { Loader, Options } from "cosmiconfig";
import type { ConfigDocument } from "./config-document.js";
import { ConfigError } from "./config-error.js";
import { configFileNames } from "./config-finder.js";
import { defaultExport } from "./default-export.js";
import { parseConfigText } from "./parse-config-text.js";
import { describeThrown } from "./thrown.js";

/** Reads one config file, whatever language it is written in. Throws {@link ConfigError}. */
export async function readConfigFile(file: string): Promise<ConfigDocument> {
  try {
    const found = await cosmiconfig("leakcheck", options).load(file);
    // Only an empty file never comes to a loader.
    return (found?.config as ConfigDocument | undefined) ?? parseConfigText(file, "", "yaml");
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([{ file, message: `cannot be read: ${describeThrown(error)}` }]);
  }
}

const loadYaml: Loader = (path, text) => parseConfigText(withSlashes(path), text, "yaml");
const loadJson: Loader = (path, text) => parseConfigText(withSlashes(path), text, "json");

const loadScript: Loader = async (path): Promise<ConfigDocument> => {
  const file = withSlashes(path);
  let module: unknown;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new ConfigError([{ file, message: `fails while loading: ${describeThrown(error)}` }]);
  }
  const value = defaultExport(module);
  if (value === undefined) {
    throw new ConfigError([{ file, message: "has no default export: write `export default { … }`" }]);
  }
  return { file, value, locate: () => undefined };
};

const refuseTypeScript: Loader = (path) => {
  throw new ConfigError([
    { file: withSlashes(path), message: "is TypeScript: write the config in JavaScript" },
  ]);
};

// The loaders return documents and not bare values, which keeps positions, and hides cosmiconfig's own `$import`
// from it: that would merge files behind the back of `extends`.
const options: Partial<Options> = {
  cache: false,
  searchStrategy: "none",
  searchPlaces: [...configFileNames],
  loaders: {
    noExt: loadYaml,
    ".yaml": loadYaml,
    ".yml": loadYaml,
    ".json": loadJson,
    ".js": loadScript,
    ".mjs": loadScript,
    ".cjs": loadScript,
    // cosmiconfig's own would call the TypeScript compiler.
    ".ts": refuseTypeScript,
  },
};

function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
