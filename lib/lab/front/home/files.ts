/**
 * What the list does with notebooks on the server: Jupyter's REST API of contents and sessions.
 *
 * @module
 */

/** Sends a request. Throws with the server's own words if it refuses. */
async function ask(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    cache: "no-store",
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return answer;
  const message = fields(answer).message;
  throw new Error(typeof message === "string" ? message : response.statusText);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function contents(path: string): string {
  return `/api/contents/${encoded(path)}`;
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** Makes an empty notebook in `folder`; returns its path. */
export async function makeNotebook(folder: string): Promise<string> {
  return String(fields(await ask("POST", contents(folder), { type: "notebook" })).path);
}

/** Makes a copy beside the notebook at `path`. */
export async function duplicate(path: string): Promise<void> {
  await ask("POST", contents(folderOf(path)), { copy_from: path });
}

/** Gives the notebook at `path`, and its kernel's session, another name in its folder. */
export async function rename(path: string, name: string): Promise<void> {
  const folder = folderOf(path);
  const file = name.endsWith(".ipynb") ? name : `${name}.ipynb`;
  const target = folder === "" ? file : `${folder}/${file}`;
  await ask("PATCH", contents(path), { path: target });
  for (const id of await sessionsOf(path)) {
    await ask("PATCH", `/api/sessions/${id}`, { path: target, name: file });
  }
}

/** Removes the notebook at `path` and ends its kernel. A copy is kept in `.backups`. */
export async function remove(path: string): Promise<void> {
  const { content } = fields(await ask("GET", contents(path)));
  await ask("POST", `/course/copies/${encoded(path)}`, { content });
  await stopKernel(path);
  await ask("DELETE", contents(path));
}

/** Ends the kernel of the notebook at `path`: its variables are forgotten. */
export async function stopKernel(path: string): Promise<void> {
  for (const id of await sessionsOf(path)) await ask("DELETE", `/api/sessions/${id}`);
}

async function sessionsOf(path: string): Promise<string[]> {
  const sessions = await ask("GET", "/api/sessions");
  if (!Array.isArray(sessions)) return [];
  return sessions.map(fields).filter((session) => session.path === path)
    .map(({ id }) => String(id));
}
