/**
 * A workspace for those who may not need one.
 *
 * @module
 */
import { removeOnSignal, Workspace } from "../sandbox/stage.ts";

/** A workspace made when it is first asked for: where every verdict is known, nothing needs one. */
export class LazyWorkspace implements AsyncDisposable {
  #made: Promise<Workspace> | undefined;

  /** The workspace, the same for all who ask. */
  get(): Promise<Workspace> {
    return this.#made ??= Workspace.create({ many: true }).then((workspace) => {
      removeOnSignal(workspace);
      return workspace;
    });
  }

  /** Removes the workspace, if there is one. */
  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#made)?.[Symbol.asyncDispose]();
  }
}
