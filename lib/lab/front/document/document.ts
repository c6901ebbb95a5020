/**
 * One notebook as JupyterLab's own component shows it: the document on the server, its kernel session
 * and the panel of cells.
 *
 * @module
 */
import { Context } from "@jupyterlab/docregistry";
import {
  type INotebookModel,
  type NotebookPanel,
  NotebookWidgetFactory,
  setCellExecutor,
  StaticNotebook,
} from "@jupyterlab/notebook";
import { Dialog, type ISessionContext, type SessionContext } from "@jupyterlab/apputils";
import { RenderMimeRegistry } from "@jupyterlab/rendermime";
import type { ServiceManager } from "@jupyterlab/services";
import { Signal } from "@lumino/signaling";
import type { AssistantAddresses } from "../editor/assistant.ts";
import { TypingHelp } from "../editor/typing_help.ts";
import { fileAddress, notebookAddress } from "../elements/addresses.ts";
import { translator } from "../elements/translator.ts";
import { useCellOutputs } from "../outputs/cell_outputs.ts";
import { guardLinks } from "../outputs/links.ts";
import { markdownParser, mathematics } from "../outputs/markdown.ts";
import { rendererFactories, useOneWayToShow } from "../outputs/renderers.ts";
import { sanitizer } from "../outputs/sanitizer.ts";
import { CellFactory } from "./cells.ts";
import { createEditorServices } from "./editor.ts";
import { runCellOnce } from "./run_cell.ts";
import { versionOf } from "./services.ts";
import { CourseModelFactory } from "./shared_notebook.ts";
import { keepStillPictures } from "./still_pictures.ts";

/** A notebook on the page. */
export interface OpenNotebook {
  readonly context: CourseContext;
  readonly panel: NotebookPanel;
  readonly session: SessionContext;
}

/** Links between notebooks open the other notebook; links to other files show the file. */
class CourseResolver extends RenderMimeRegistry.UrlResolver {
  /** JupyterLab asks again about links that have their whole address by then: this page's open in this tab. */
  override isLocal(url: string, allowRoot?: boolean): boolean {
    return isOwn(url) || super.isLocal(url, allowRoot);
  }

  override async resolveUrl(url: string): Promise<string> {
    return isOwn(url) ? url : await super.resolveUrl(url);
  }

  override async getDownloadUrl(path: string): Promise<string> {
    if (isOwn(path) || /^(?:https?:|mailto:|\/\/)/i.test(path)) return path;
    const file = path.split("/").map(decodeURIComponent).join("/");
    const address = /\.ipynb$/.test(file) ? notebookAddress(file) : fileAddress(file);
    return await Promise.resolve(address);
  }
}

/** True for a whole address of this server. */
function isOwn(url: string): boolean {
  return url.startsWith(`${location.origin}/`);
}

/**
 * JupyterLab's document, with some changes. Before it loads the file's version, it keeps the page's own version
 * in `.backups`. A save or a start of a kernel that fails opens no dialog, because each automatic attempt would
 * open another one: it calls `onFailure` or `onKernelFailure`. What changes while the file is being written stays
 * unsaved until the next save, where JupyterLab's calls the whole document saved. And it knows its own version
 * on the disk also where the answer to the save was lost. One save waits for the other in `saving.ts`.
 */
export class CourseContext extends Context<INotebookModel> {
  /** Called with the reason when saving has failed. */
  onFailure: (error: Error) => void = () => {};
  /** Called when a kernel could not be started. */
  onKernelFailure: () => void = () => {};
  /** Called when the cells are those of the file. */
  onRevert: () => void = () => {};

  constructor(options: Context.IOptions<INotebookModel>) {
    super(options);
    // The pinned versions have these methods; TypeScript calls them private, and there is no other way in.
    Object.defineProperty(this, "_handleError", {
      value: (error: Error) => Promise.resolve(this.onFailure(error)),
    });
    Object.defineProperty(this.sessionContext, "_displayKernelError", {
      value: () => Promise.resolve(this.onKernelFailure()),
    });
    let changedMeanwhile = false;
    this.model.contentChanged.connect(() => changedMeanwhile = true);
    this.saveState.connect((_, step) => {
      if (step === "completed" && changedMeanwhile) this.model.dirty = true;
      changedMeanwhile = false;
    });
  }

  /** JupyterLab asks whether the file has changed by the hash that stands here. */
  override get contentsModel(): Context<INotebookModel>["contentsModel"] {
    const model = super.contentsModel;
    const hash = versionOf(this.path);
    return model && hash !== undefined ? { ...model, hash } : model;
  }

  override async revert(): Promise<void> {
    if (this.model.dirty) await keepPageVersion(this.path, this.model.toJSON());
    await super.revert();
    this.onRevert();
  }
}

/** Asks the server to keep this version of the notebook. */
async function keepPageVersion(path: string, content: unknown): Promise<void> {
  const address = `/course/copies/${path.split("/").map(encodeURIComponent).join("/")}`;
  const response = await fetch(address, { method: "POST", body: JSON.stringify({ content }) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
}

/** Only one kind of kernel exists here, so there is nothing to ask. */
const sessionDialogs = {
  async selectKernel(session: ISessionContext): Promise<void> {
    await session.changeKernel({ name: "deno" });
  },
  restart: (session: ISessionContext): Promise<boolean> => session.restartKernel().then(() => true),
};

/**
 * Opens the notebook at `path` and starts or finds its kernel; the panel is not yet on the page. The editors
 * get their help while typing from `addresses`.
 */
export async function openNotebook(
  services: ServiceManager,
  path: string,
  addresses: AssistantAddresses,
): Promise<OpenNotebook> {
  const help = new TypingHelp(addresses, path);
  const editors = createEditorServices((model) => help.extension(model));
  Dialog.translator = translator;
  setCellExecutor({ runCell: runCellOnce });
  useCellOutputs();
  useOneWayToShow();
  guardLinks();
  keepStillPictures();
  const context = new CourseContext({
    manager: services,
    factory: new CourseModelFactory(),
    path,
    kernelPreference: { name: "deno", shouldStart: true, canStart: true, autoStartDefault: true },
    sessionDialogs,
    translator,
    urlResolverFactory: { createResolver: (options) => new CourseResolver(options) },
  });
  help.follow(context.model);
  const rendermime = new RenderMimeRegistry({
    initialFactories: rendererFactories,
    sanitizer,
    markdownParser: markdownParser(editors.languages),
    latexTypesetter: mathematics,
    translator,
  });
  const narrow = matchMedia("(max-width: 700px)").matches;
  const factory = new NotebookWidgetFactory({
    name: "Notebook",
    fileTypes: ["notebook"],
    modelName: "notebook",
    preferKernel: true,
    canStartKernel: true,
    rendermime,
    contentFactory: new CellFactory({ editorFactory: editors.factory.newInlineEditor }),
    mimeTypeService: editors.mimeTypes,
    editorConfig: {
      ...StaticNotebook.defaultEditorConfig,
      code: {
        ...StaticNotebook.defaultEditorConfig.code,
        lineWrap: narrow,
        indentUnit: "2",
        autoClosingBrackets: true,
      },
    },
    notebookConfig: {
      ...StaticNotebook.defaultNotebookConfig,
      // The browser skips what is far from the window, and its own search still finds it.
      windowingMode: "contentVisibility",
      scrollPastEnd: false,
      showMinimap: false,
      maxNumberOutputs: 500,
    },
    translator,
  });
  const panel = factory.createNew(context);
  // The panel would announce a dead kernel in a dialog, where this page has its banner, and write the
  // kernel's exact version into the notebook, where it would change with every installation.
  Signal.disconnectBetween(context.sessionContext, panel);
  await services.ready;
  await context.initialize(false);
  await context.ready;
  return { context, panel, session: context.sessionContext };
}
