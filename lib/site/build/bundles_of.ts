/**
 * What is bundled for a site in the place of the page alone: the page with its server inside, what stands there while
 * a notebook is a text, and the service worker. It runs in a workshop, where `lib/` is a copy; see
 * `lib/lab/front/bundle.ts`.
 *
 * @module
 */

/** As far as esbuild's settings are looked at here. */
interface Settings {
  readonly entryPoints?: unknown;
  readonly outdir?: string;
  readonly inject?: readonly string[];
  readonly plugins?: readonly Plugin[];
  readonly [other: string]: unknown;
}

interface Resolved {
  readonly path: string;
}

interface Plugin {
  readonly name: string;
  setup(build: {
    onResolve(
      options: { readonly filter: RegExp },
      callback: (argument: { readonly path: string }) => Promise<Resolved | undefined>,
    ): void;
  }): void;
}

const folder = Deno.cwd();

/** Modules of `lib/platform` give way to their twins, and addresses of a server's pages to a site's. */
const standIns: Plugin = {
  name: "what differs on a site",
  setup(build) {
    build.onResolve({ filter: /(?:^|\/)lib\/platform\/\w+\.ts$/ }, async ({ path }) => {
      const twin = `${folder}/lib/platform/browser/${path.split("/").at(-1)}`;
      const isThere = await Deno.stat(twin).then(() => true, () => false);
      return isThere ? { path: twin } : undefined;
    });
    build.onResolve({ filter: /\/addresses\.ts$/ }, ({ path }) =>
      Promise.resolve(
        /elements\/addresses\.ts$/.test(path)
          ? { path: `${folder}/lib/site/page/addresses.ts` }
          : undefined,
      ));
  },
};

/** The settings, of the page's own. */
export function bundlesOf(page: Settings): readonly Settings[] {
  const plugins = [standIns, ...page.plugins ?? []];
  return [
    {
      ...page,
      plugins,
      inject: [...page.inject ?? [], "./lib/site/page/instead_of_server.ts"],
    },
    {
      ...page,
      plugins,
      entryPoints: { read: "lib/site/page/read.ts", list: "lib/site/page/list.ts" },
      chunkNames: "parts/[name]-[hash]",
    },
    {
      ...page,
      plugins,
      entryPoints: { offline: "lib/site/page/offline_worker.ts" },
      format: "iife",
      splitting: false,
      inject: [],
    },
  ];
}
