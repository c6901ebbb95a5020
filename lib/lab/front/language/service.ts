/**
 * TypeScript's language service over texts in memory: the notebook's cells, the course's modules, and the
 * declarations of packages. It sees nothing else and runs nothing.
 *
 * @module
 */
import ts from "typescript";
import { type CellModule, CellModules } from "./cell_modules.ts";
import { nearnessOf } from "./nearness.ts";
import type {
  CellProblems,
  CellText,
  CodePart,
  Description,
  Hover,
  Library,
  Place,
  Problem,
  Signature,
  Suggestion,
  Suggestions,
} from "./questions.ts";

/** As Deno reads modules; how strict types are is for the course's configuration to say. */
const reading: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  lib: ["lib.esnext.d.ts"],
  types: [],
  noEmit: true,
  skipLibCheck: true,
  // What a half-written function cannot meet.
  noImplicitReturns: false,
};

/** Codes of problems that are advice here, since the kernel does not mind: a missing type, mostly. */
const isAdvice = (code: number): boolean => code >= 7000 && code < 7100;

/** A module that cannot be found, one without declarations. */
const unknownModule: ReadonlySet<number> = new Set([2307, 2792, 7016]);

/** Answers questions about the cells of one notebook. */
export class NotebookService {
  readonly #files: Map<string, string>;
  readonly #folders = new Set<string>();
  readonly #imports: Readonly<Record<string, string>>;
  readonly #options: ts.CompilerOptions;
  readonly #service: ts.LanguageService;
  readonly #folder: string;
  readonly #maker = new CellModules();
  readonly #versions = new Map<string, number>();
  #modules: ReadonlyMap<number, CellModule> = new Map();
  #cells: readonly CellText[] = [];

  /**
   * @param packages Declarations, by their paths: `/node_modules/…`, `/typescript/…`, `/deno.d.ts`.
   * @param library The course's modules, below `/lib/`.
   * @param folder Where the notebook lies: `/notebooks`.
   */
  constructor(packages: Readonly<Record<string, string>>, library: Library, folder: string) {
    this.#files = new Map([
      ...Object.entries(packages),
      ...Object.entries(library.files),
    ]);
    this.#imports = library.imports;
    this.#folder = folder === "/" ? "" : folder;
    for (const path of [...this.#files.keys(), `${this.#folder}/cell`]) {
      for (let at = path.lastIndexOf("/"); at >= 0; at = path.lastIndexOf("/", at - 1)) {
        this.#folders.add(path.slice(0, at) || "/");
        if (at === 0) break;
      }
    }
    const strictness = ts.convertCompilerOptionsFromJson(library.compilerOptions, "/").options;
    this.#options = { ...strictness, ...reading };
    this.#service = ts.createLanguageService(this.#host());
  }

  /** The notebook's code cells from top to bottom. */
  setCells(cells: readonly CellText[]): void {
    this.#cells = cells;
    this.#modules = this.#maker.make(cells, (cell) => `./${moduleName(cell)}`);
    for (const [cell, { text }] of this.#modules) {
      const path = this.#path(cell);
      if (this.#files.get(path) === text) continue;
      this.#files.set(path, text);
      this.#versions.set(path, (this.#versions.get(path) ?? 0) + 1);
    }
  }

  /** What may be typed at a place. */
  suggest({ cell, position }: Place): Suggestions | undefined {
    const module = this.#modules.get(cell);
    const text = this.#text(cell);
    if (!module || text === undefined) return undefined;
    const specifier = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]*)$/.exec(text.slice(0, position));
    if (specifier) return this.#suggestModules(position - specifier[1].length);
    const found = this.#service.getCompletionsAtPosition(
      this.#path(cell),
      module.start + position,
      {},
    );
    if (!found) return undefined;
    const word = /[\p{ID_Continue}$]*$/u.exec(text.slice(0, position))?.[0].length ?? 0;
    const options = found.entries
      .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
      .map((entry): Suggestion => ({
        label: entry.name,
        nearness: nearnessOf(entry),
      }));
    return { from: position - word, options };
  }

  /** The names of modules that the course has. */
  #suggestModules(from: number): Suggestions {
    const names = [
      ...Object.keys(this.#imports).filter((name) => !name.endsWith("/")),
      ...[...this.#files.keys()].filter((path) => path.startsWith("/lib/")).map((path) =>
        path.slice(1)
      ),
    ];
    return {
      from,
      options: names.map((label) => ({ label, nearness: 0 })),
    };
  }

  /** The type and the docstring of a name that was suggested at a place. */
  describe({ cell, position }: Place, name: string): Description | undefined {
    const module = this.#modules.get(cell);
    if (!module) return undefined;
    const [path, place] = [this.#path(cell), module.start + position];
    const none = undefined;
    const details = this.#service.getCompletionEntryDetails(
      path,
      place,
      name,
      {},
      none,
      none,
      none,
    );
    if (!details) return undefined;
    const symbol = this.#service.getCompletionEntrySymbol(path, place, name, none);
    return {
      code: asRead(details.displayParts),
      text: docText(details.documentation, details.tags) || this.#calledText(symbol),
    };
  }

  /** What the name at a place is. */
  hover({ cell, position }: Place): Hover | undefined {
    const module = this.#modules.get(cell);
    if (!module) return undefined;
    const [path, place] = [this.#path(cell), module.start + position];
    const info = this.#service.getQuickInfoAtPosition(path, place);
    if (!info?.displayParts?.length) return undefined;
    const from = info.textSpan.start - module.start;
    return {
      from,
      to: from + info.textSpan.length,
      code: asRead(info.displayParts),
      text: docText(info.documentation, info.tags) || this.#calledText(this.#symbolAt(path, place)),
    };
  }

  /**
   * The docstring of what a name calls. tfjs has its docstrings there: `matMul` is a constant, made from a
   * function that is described.
   */
  #calledText(symbol: ts.Symbol | undefined): string {
    const checker = this.#service.getProgram()?.getTypeChecker();
    if (!symbol || !checker) return "";
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [signature] = checker.getTypeOfSymbol(meant).getCallSignatures();
    if (!signature) return "";
    return docText(signature.getDocumentationComment(checker), signature.getJsDocTags());
  }

  #symbolAt(path: string, place: number): ts.Symbol | undefined {
    const program = this.#service.getProgram();
    const file = program?.getSourceFile(path);
    const find = (node: ts.Node): ts.Node =>
      ts.forEachChild(
        node,
        (child) =>
          child.getStart(file) <= place && place <= child.getEnd() ? find(child) : undefined,
      ) ?? node;
    return file && program?.getTypeChecker().getSymbolAtLocation(find(file));
  }

  /** The call in which a place lies. */
  signature({ cell, position }: Place): Signature | undefined {
    const module = this.#modules.get(cell);
    const help = module &&
      this.#service.getSignatureHelpItems(this.#path(cell), module.start + position, undefined);
    const item = help?.items[help.selectedItemIndex];
    if (!help || !item) return undefined;
    const current = item.isVariadic
      ? Math.min(help.argumentIndex, item.parameters.length - 1)
      : help.argumentIndex;
    return {
      before: parts(item.prefixDisplayParts),
      parameters: item.parameters.map(({ displayParts }) => parts(displayParts)),
      after: parts(item.suffixDisplayParts),
      current,
      text: docText(item.documentation, []),
      parameterText: plain(item.parameters[current]?.documentation),
      choice: { number: help.selectedItemIndex + 1, of: help.items.length },
    };
  }

  /** What is wrong in a cell, and in the cells that use its names. */
  check({ cell }: Pick<Place, "cell">): CellProblems[] {
    const users = [...this.#modules].filter(([, { uses }]) => uses.has(cell))
      .map(([user]) => user);
    return [cell, ...users].map((cell) => ({
      cell,
      problems: this.#problems(cell),
    }));
  }

  #problems(cell: number): Problem[] {
    const module = this.#modules.get(cell);
    const text = this.#text(cell);
    if (!module || text === undefined || /^\s*\/\/\s*@ts-nocheck/.test(text)) {
      return [];
    }
    const path = this.#path(cell);
    const syntactic = this.#service.getSyntacticDiagnostics(path);
    const semantic = syntactic.length === 0 ? this.#service.getSemanticDiagnostics(path) : [];
    return [...syntactic, ...semantic].flatMap((found): Problem[] => {
      const from = (found.start ?? 0) - module.start;
      const to = from + (found.length ?? 0);
      const named = text.slice(from, to).replace(/["']/g, "");
      const elsewhere = from < 0 || from > text.length;
      if (elsewhere || unknownModule.has(found.code) && !this.#isOfCourse(named)) return [];
      return [{
        from,
        to: Math.min(to, text.length),
        message: withoutFolders(ts.flattenDiagnosticMessageText(found.messageText, "\n")),
        severity: isAdvice(found.code) ? "info" : "error",
        syntax: found.category === ts.DiagnosticCategory.Error &&
          syntactic.length > 0,
      }];
    });
  }

  /** Only what all lies here can be missing; a package, an address or the learner's own file may exist. */
  #isOfCourse(name: string): boolean {
    return name.startsWith("lib/");
  }

  #text(cell: number): string | undefined {
    return this.#cells.find((known) => known.cell === cell)?.text;
  }

  #path(cell: number): string {
    return `${this.#folder}/${moduleName(cell)}`;
  }

  #host(): ts.LanguageServiceHost {
    const files = {
      fileExists: (path: string) => this.#files.has(path),
      readFile: (path: string) => this.#files.get(path),
      directoryExists: (path: string) => this.#folders.has(path),
      getDirectories: () => [],
    };
    const cache = ts.createModuleResolutionCache("/", (path) => path, this.#options);
    return {
      ...files,
      getCompilationSettings: () => this.#options,
      getScriptFileNames: () => [
        "/deno.d.ts",
        ...this.#cells.map(({ cell }) => this.#path(cell)),
      ],
      getScriptVersion: (path) => String(this.#versions.get(path) ?? 0),
      getScriptSnapshot: (path) => {
        const text = this.#files.get(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/",
      getDefaultLibFileName: () => "/typescript/lib.esnext.d.ts",
      resolveModuleNameLiterals: (literals, containingFile) =>
        literals.map(({ text }) => this.#resolve(text, containingFile, files, cache)),
    };
  }

  /** Finds a module as Deno does, by the import map. */
  #resolve(
    name: string,
    containingFile: string,
    files: ts.ModuleResolutionHost,
    cache: ts.ModuleResolutionCache,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    const target = this.#imports[name] ?? name;
    const path = name.startsWith("lib/")
      ? `/${name}`
      : target !== name && target.startsWith("./")
      ? `/lib${target.slice(1)}`
      : target.replace(/^npm:(@[^/]+\/[^/@]+|[^/@]+)(?:@[^/]+)?/, "$1");
    // Some modules of the course have no types, and declarations beside them.
    const declared = path.replace(/\.ts$/, ".d.ts");
    if (this.#files.has(declared)) {
      const resolvedModule = {
        resolvedFileName: declared,
        extension: ts.Extension.Dts,
      };
      return { resolvedModule };
    }
    return ts.resolveModuleName(path, containingFile, this.#options, files, cache);
  }
}

/** A cell's module. No file that a learner could name is called like this. */
function moduleName(cell: number): string {
  return `~cell-${cell}.ts`;
}

function parts(list: readonly ts.SymbolDisplayPart[] | undefined): CodePart[] {
  return (list ?? []).map(({ text, kind }) => ({
    text: withoutFolders(text),
    kind,
  }));
}

/** What TypeScript shows of a name, without the way by which the name came into the cell. */
function asRead(list: readonly ts.SymbolDisplayPart[]): CodePart[] {
  const all = parts(list);
  const way = all.findIndex(({ text }, i) =>
    all[i - 1]?.kind === "lineBreak" && (text === "import" || text === "export")
  );
  const code = way < 0 ? all : all.slice(0, way - 1);
  const isAlias = code[0]?.text === "(" && code[1]?.text === "alias";
  return isAlias ? code.slice(4) : code; // without "(alias) "
}

/** Text for people, without the folders in which modules lie for the language service. */
function withoutFolders(text: string): string {
  return text
    .replace(/import\("[^"]*~cell-\d+"\)\./g, "")
    .replace(/import\("\/lib\/[^"]*"\)\./g, "")
    .replace(/"\/node_modules\/((?:@[^/"]+\/)?[^/"]+)[^"]*"/g, '"$1"')
    .replace(/"\/(lib\/[^"]*)"/g, '"$1"')
    .replace(/"[^"]*~cell-\d+"/g, '"a cell"');
}

function plain(list: readonly ts.SymbolDisplayPart[] | undefined): string {
  return (list ?? []).map(({ text, kind }) => kind === "linkText" ? text.trim() : text)
    .join("").replace(/\{@link(?:code|plain)?\s*([^}]*)\}/g, "$1");
}

/** The docstring, and what it says of parameters, result and errors. */
function docText(
  documentation: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] | undefined,
): string {
  const told = (tags ?? []).flatMap(({ name, text }) => {
    const said = plain(text).trim().replace(/^- /, "");
    if (said === "") return [];
    if (name === "param") {
      return [`- ${said.replace(/^(\S+)\s+(?:-\s+)?/, "`$1` — ")}`];
    }
    if (name === "returns" || name === "return") return [`Returns ${said}`];
    return name === "throws" ? [`Throws ${said}`] : [];
  });
  return [plain(documentation).trim(), told.join("\n")].filter(Boolean).join("\n\n");
}
