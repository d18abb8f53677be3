// A stand-in for the module `vscode`: a window with one Go file, and what an extension shows in it. What a language client
// asks for and does not need here is there, and does nothing.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Makes a window.
 *
 * @param {{ folders: string[], file: string, isTrusted: boolean, settings: Record<string, unknown> }} window
 * @returns the module, and what has been seen in the window so far
 */
export function openWindow({ folders, file, isTrusted, settings }) {
  const document = goDocument(file);
  const seen = { log: [], messages: [], opened: [], diagnostics: [], actionKinds: [], commands: new Map() };
  const log = (entry) => void seen.log.push(String(entry));

  const TabInputText = classWith("uri");

  // Somebody who presses the first button of everything.
  const showMessage = async (text, ...buttons) => {
    seen.messages.push({ text, buttons });
    return buttons[0];
  };

  const api = withDefaults(
    {
      __esModule: true,
      version: "1.101.0",
      CancellationTokenSource,
      CodeActionKind,
      Diagnostic: classWith("range", "message", "severity"),
      Disposable,
      EventEmitter,
      LogLevel: { Trace: 1, Info: 3 },
      Position: classWith("line", "character"),
      Range: classWith("start", "end"),
      TabInputText,
      Uri,
      commands: withDefaults({
        registerCommand: (name, run) => {
          seen.commands.set(name, run);
          return new Disposable();
        },
        executeCommand: async (...command) => void seen.opened.push(command.join(" ")),
      }),
      env: {
        appName: "stand-in",
        language: "en",
        openExternal: async (uri) => void seen.opened.push(`${uri}`),
      },
      languages: withDefaults({
        match: (_selector, { languageId }) => (languageId === "go" ? 10 : 0),
        createDiagnosticCollection: () =>
          withDefaults({ set: (_uri, diagnostics) => void seen.diagnostics.push(diagnostics) }),
        registerCodeActionsProvider: (_selector, _provider, { providedCodeActionKinds = [] } = {}) => {
          seen.actionKinds = providedCodeActionKinds.map(({ value }) => value);
          return new Disposable();
        },
      }),
      window: withDefaults({
        activeTextEditor: { document },
        visibleTextEditors: [{ document }],
        tabGroups: withDefaults({ all: [{ tabs: [{ input: new TabInputText(document.uri) }] }] }),
        createOutputChannel: () =>
          withDefaults({ info: log, warn: log, error: log, appendLine: log, logLevel: 3 }),
        showInformationMessage: showMessage,
        showWarningMessage: showMessage,
        showErrorMessage: showMessage,
      }),
      workspace: withDefaults({
        isTrusted,
        textDocuments: [document],
        notebookDocuments: [],
        workspaceFolders: folders.map((path, index) => ({ uri: Uri.file(path), name: `${index}`, index })),
        getConfiguration: (section) => ({
          get: (name, otherwise) => settings[`${section}.${name}`] ?? otherwise,
        }),
        createFileSystemWatcher: () => withDefaults({}),
      }),
    },
    classOfThatName(),
  );
  return { api, seen };
}

/** An object on which everything else is there, too: as a rule, a function that gives something to dispose of. */
function withDefaults(known, otherwise = () => () => new Disposable()) {
  return new Proxy(known, {
    // Not `then`: it would be waited for.
    get: (target, name) => (name in target || name === "then" ? target[name] : otherwise(name)),
  });
}

/** A class whose objects hold what they are made of, by these names. */
function classWith(...fields) {
  return function (...values) {
    fields.forEach((field, index) => (this[field] = values[index]));
  };
}

/** Classes to extend and to compare with, one for each name. */
function classOfThatName() {
  const classes = new Map();
  return (name) => {
    if (!classes.has(name)) classes.set(name, classWith());
    return classes.get(name);
  };
}

function goDocument(file) {
  const text = readFileSync(file, "utf8");
  return { uri: Uri.file(file), languageId: "go", version: 1, isClosed: false, getText: () => text };
}

class Disposable {
  static from(...disposables) {
    return new Disposable(() => disposables.forEach((each) => each.dispose()));
  }

  constructor(dispose = () => {}) {
    this.dispose = dispose;
  }
}

class EventEmitter {
  #listeners = new Set();

  event = (listener) => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };

  fire(event) {
    for (const listener of this.#listeners) listener(event);
  }

  dispose() {
    this.#listeners.clear();
  }
}

class CancellationTokenSource {
  #emitter = new EventEmitter();
  token = { isCancellationRequested: false, onCancellationRequested: this.#emitter.event };

  cancel() {
    this.token.isCancellationRequested = true;
    this.#emitter.fire();
  }

  dispose() {}
}

class Uri {
  static file(path) {
    return new Uri(pathToFileURL(path));
  }

  static parse(text) {
    return new Uri(new URL(text));
  }

  #url;

  constructor(url) {
    this.#url = url;
    this.scheme = url.protocol.slice(0, -1);
    this.fsPath = url.protocol === "file:" ? fileURLToPath(url) : url.pathname;
  }

  toString() {
    return this.#url.href;
  }
}

class CodeActionKind {
  static Empty = new CodeActionKind("");

  constructor(value) {
    this.value = value;
  }

  append(part) {
    return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`);
  }
}
