/**
 * The page's Content Security Policy: what a browser runs, loads and connects to in the page's name, even if
 * something harmful should come past everything before it.
 *
 * @module
 */

/**
 * The policy, as a header or as a `<meta>` of the page: it has only what counts in both. `scripts` is the one source
 * of scripts, threads and frames: the folder of the page's bundle, `'self'` where a site holds nothing but the
 * page, or `'none'`.
 *
 * No script stands in the page itself, and none is made of a text. Styles do both: KaTeX, CodeMirror, Plotly and
 * JupyterLab set attributes `style` and add style sheets, hence the one `unsafe-inline`. A style sheet cannot send
 * anything to elsewhere either, because pictures and fonts come from here as well.
 */
export function pagePolicy(scripts: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `worker-src ${scripts}`,
    `frame-src ${scripts}`,
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
