/**
 * Makes the page from its sources, with esbuild: `deno run -A bundle.ts OUTPUT [MODULE]`, in a folder that holds
 * a copy of these files and the packages that `package.json` names (`../bundle.ts` prepares it). A module exports
 * `bundlesOf`, which makes of these settings those of what is bundled in the page's place.
 *
 * @module
 */
import { resolve } from "node:path";
import * as esbuild from "esbuild";

const settings: esbuild.BuildOptions = {
  entryPoints: {
    home: "home.ts",
    notebook: "notebook.ts",
    language: "language/worker.ts",
    frame: "outputs/frame.html",
  },
  outdir: Deno.args[0],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  // Some of JupyterLab's packages were written for Node's `path`; some of their parts are not used.
  alias: {
    path: "path-browserify",
    lib: "./lib",
    "@jupyter/react-components": "./stand_ins/react_components.ts",
    "@jupyter/web-components": "./stand_ins/web_components.ts",
    "sanitize-html": "./stand_ins/sanitize_html.ts",
  },
  inject: ["./stand_ins/process.ts"],
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  loader: {
    ".svg": "text",
    ".woff": "empty",
    ".ttf": "empty",
    ".woff2": "file",
    ".html": "copy",
  },
  plugins: [{
    // JupyterLab imports an icon from a script as text, and from a style sheet as an address.
    name: "icons-in-style-sheets",
    setup(build) {
      build.onResolve(
        { filter: /\.svg$/ },
        (argument) =>
          argument.kind === "url-token"
            ? {
              path: resolve(argument.resolveDir, argument.path),
              namespace: "icon",
            }
            : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: "icon" }, async (argument) => ({
        contents: await Deno.readFile(argument.path),
        loader: "dataurl",
      }));
    },
  }],
  logLevel: "error",
};
/** Makes settings of the page's settings. */
type BundlesOf = (settings: esbuild.BuildOptions) => readonly esbuild.BuildOptions[];

const [, other] = Deno.args;
const { bundlesOf }: { readonly bundlesOf: BundlesOf } = other === undefined
  ? { bundlesOf: (settings) => [settings] }
  : await import(resolve(other));
try {
  for (const bundle of bundlesOf(settings)) await esbuild.build(bundle);
} catch {
  Deno.exitCode = 1; // esbuild has told the reason
}
await esbuild.stop();
