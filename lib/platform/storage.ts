/**
 * The browser's storage for this site: IndexedDB, a small part of which is wanted here.
 *
 * @module
 */

/** Which drawers there are: what the course writes, the learner's notebooks, and what became of their homework. */
const drawers = ["files", "notebooks", "verdicts"] as const;

/** One drawer of values by name. */
export interface Store {
  /** The value; undefined where there is none. */
  get(name: string): Promise<unknown>;
  /** All values by their names. */
  all(): Promise<ReadonlyMap<string, unknown>>;
  /** Keeps a value. Rejects with a `QuotaExceededError` where there is no room. */
  put(name: string, value: unknown): Promise<void>;
  /**
   * Puts what `change` makes of the present value, and of nothing that another tab has written meanwhile. What
   * `change` throws is thrown, and nothing is changed. Where it gives undefined, the value is removed.
   */
  change(name: string, change: (now: unknown) => unknown): Promise<void>;
  /** Forgets a value. */
  remove(name: string): Promise<void>;
  /** Forgets all values. */
  clear(): Promise<void>;
}

let database: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return database ??= new Promise((resolve, reject) => {
    // Sites below one address share its databases: the folder tells this one's.
    const request = indexedDB.open(`attention-course ${siteFolder()}`, 1);
    request.onupgradeneeded = () =>
      drawers.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => {
      request.result.onclose = () => database = undefined; // by the browser: the next wish opens it again
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another tab holds the storage"));
  });
}

/** The path of the site's folder: its pages and its workers lie at most two folders below it. */
function siteFolder(): string {
  return new URL(self.location.href).pathname.replace(
    /(?:notebooks\/(?:ko\/)?|kernel\/|app\/)?[^/]*$/,
    "",
  );
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Opens a drawer. Rejects where the browser refuses to store anything for this site. */
export async function openStore(name: typeof drawers[number]): Promise<Store> {
  const db = await open();
  const read = () => db.transaction(name).objectStore(name);
  const write = async (act: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = db.transaction(name, "readwrite");
    act(transaction.objectStore(name));
    await ended(transaction);
  };
  return {
    get: (key) => done(read().get(key)),
    async all() {
      const store = read();
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return new Map(keys.map((key, index) => [String(key), values[index]]));
    },
    put: (key, value) => write((store) => store.put(value, key)),
    async change(key, change) {
      const transaction = db.transaction(name, "readwrite");
      const store = transaction.objectStore(name);
      let refused: { readonly reason: unknown } | undefined;
      const request = store.get(key);
      request.onsuccess = () => {
        try {
          const next = change(request.result);
          if (next === undefined) store.delete(key);
          else store.put(next, key);
        } catch (reason) {
          refused = { reason };
          transaction.abort();
        }
      };
      await ended(transaction).catch((error) => {
        throw refused ? refused.reason : error;
      });
    },
    remove: (key) => write((store) => store.delete(key)),
    clear: () => write((store) => store.clear()),
  };
}
