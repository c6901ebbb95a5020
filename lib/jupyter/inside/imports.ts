/**
 * The imports of cells. The stock kernel makes variables of them that may be undefined, and never loads a module
 * twice. Here
 *
 * - a name that the module does not export is an error, which tells the nearest names that there are;
 * - a local module that was edited since it was loaded is loaded anew when a cell imports it again, and so is
 *   every module that imports it: all of them see the same new version, and modules that have nothing to do
 *   with the change keep their state;
 * - the import map can name a module that goes along with a package, under the package's name and `#shown`: it says
 *   how the package's values look when a cell shows them.
 *
 * `replaceable_code.ts` turns a cell's `import` into a call of what is defined here.
 *
 * @module
 */
import { statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { symbolNames } from "./names.ts";
import { nearest } from "./nearest.ts";

/** What a cell wants of a module: the exported name, and true if the cell uses it as a type alone. */
type Wanted = readonly (readonly [name: string, isType: boolean])[];

/** A local module that has been loaded. */
interface LocalModule {
  /** What tells one version of the file from another; empty if it is gone. */
  state: string;
  /** 0 for the file as it was first loaded. */
  version: number;
  /** The local modules that import it. */
  readonly importers: Set<string>;
}

/** A module does not export what a cell imports. */
class ImportError extends Error {
  override name = "ImportError";
}

/** This module's address, and as frames of errors write it. */
const here = [import.meta.url, decodeURI(import.meta.url)];

/** Milliseconds that may pass in finding out whether a missing name is a type. */
const docLimit = 5000;

/** Defines the function that loads modules for cells, and lets edited modules be loaded anew. */
export function installImports(): void {
  const addresses = loadEditedAnew();
  const { Command, cwd, execPath } = Deno;
  const accompanied = new Set<string>();

  async function importModule(
    specifier: string,
    load: (specifier: string) => Promise<Record<string, unknown>>,
    wanted: Wanted,
  ): Promise<Record<string, unknown>> {
    let module: Record<string, unknown>;
    try {
      module = await load(specifier);
    } catch (error) {
      const place = error instanceof Error ? /^\s+at .*/m.exec(error.stack ?? "")?.[0] : undefined;
      // It tells no place but this one: then the cell's line is the place.
      if (error instanceof Error && (!place || here.some((address) => place.includes(address)))) {
        Error.captureStackTrace(error, importModule);
      }
      throw error;
    }
    if (/^[@\w][^:]*$/.test(specifier) && !accompanied.has(specifier)) {
      accompanied.add(specifier);
      await load(`${specifier}#shown`).catch(() => {}); // most packages have none
    }
    const missing = wanted.filter(([name, isType]) => !(name in module) && !isType)
      .map(([name]) => name);
    if (missing.length === 0) return module;
    const types = await documentedNames(addresses.get(specifier) ?? specifier);
    const [name] = missing.filter((name) => !types.includes(name));
    if (name === undefined) return module;
    const near = nearest(name, Object.keys(module));
    const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    const error = new ImportError(`"${specifier}" exports no ${name}.${hint}`);
    Error.captureStackTrace(error, importModule);
    throw error;
  }
  Object.defineProperty(globalThis, Symbol.for(symbolNames.importModule), { value: importModule });

  /** Everything that a module exports, types included. Nothing if Deno cannot tell. */
  async function documentedNames(address: string): Promise<string[]> {
    if (!address.startsWith("file:")) return [];
    const { stdout } = await new Command(execPath(), {
      args: ["doc", "--json", "--no-lock", address],
      cwd: cwd(),
      env: { NO_COLOR: "1" },
      stdin: "null",
      stderr: "null",
      signal: AbortSignal.timeout(docLimit),
    }).output();
    try {
      const { nodes }: { nodes: Record<string, { symbols: { name: string }[] }> } = JSON.parse(
        new TextDecoder().decode(stdout),
      );
      return Object.values(nodes).flatMap(({ symbols }) => symbols.map(({ name }) => name));
    } catch {
      return [];
    }
  }
}

/**
 * Watches how modules are found. Whenever a cell imports one, looks which of the loaded files have changed, and
 * gives these and their importers new addresses. Returns where the modules that cells name were found.
 */
function loadEditedAnew(): ReadonlyMap<string, string> {
  const modules = new Map<string, LocalModule>();
  const addresses = new Map<string, string>();

  function renew(address: string): void {
    const module = modules.get(address);
    const state = fileState(address);
    if (!module || renewed.has(address)) return;
    renewed.add(address);
    module.version++;
    module.state = state;
    for (const importer of module.importers) renew(importer);
  }
  const renewed = new Set<string>();
  function renewEdited(): void {
    const edited = [...modules].filter(([address, { state }]) => fileState(address) !== state);
    for (const [address] of edited) renew(address);
    renewed.clear();
  }

  registerHooks({
    resolve(specifier, { parentURL }, next) {
      const resolved = next(specifier);
      const { url } = resolved;
      if (!isLocal(url)) return resolved;
      if (parentURL === undefined) {
        addresses.set(specifier, url);
        renewEdited();
      }
      const module = modules.get(url) ??
        { state: fileState(url), version: 0, importers: new Set() };
      modules.set(url, module);
      if (parentURL !== undefined) module.importers.add(withoutVersion(parentURL));
      return module.version === 0 ? resolved : { ...resolved, url: versioned(url, module.version) };
    },
  });
  return addresses;
}

/** True for a file that a learner may edit. */
function isLocal(address: string): boolean {
  return address.startsWith("file:") && !address.includes("/node_modules/");
}

function versioned(address: string, version: number): string {
  return `${address}?edited=${version}`;
}

function withoutVersion(address: string): string {
  return address.replace(/\?edited=\d+$/, "");
}

/** When a file was written, and its size; empty if there is none. */
function fileState(address: string): string {
  const info = statSync(fileURLToPath(address), { throwIfNoEntry: false });
  return info ? `${info.mtimeMs} ${info.size}` : "";
}
