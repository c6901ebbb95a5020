/**
 * The last look at a link before the browser follows it. JupyterLab makes links of addresses in printed text, and
 * changes others after they were sanitised; Plotly and KaTeX make their own.
 *
 * @module
 */

const followed = /^(?:https?|mailto|blob):$/;

/** Stops clicks on links to anything but an address of the web, of mail or of a file that this page offers. */
export function guardLinks(): void {
  for (const type of ["click", "auxclick"]) {
    addEventListener(type, (event) => {
      const link = event.composedPath().find((node) =>
        node instanceof Element && node.localName === "a"
      );
      if (!(link instanceof Element)) return;
      const address = link.getAttribute("href") ?? link.getAttribute("xlink:href");
      if (address === null) return;
      const url = URL.parse(address, location.href);
      if (!url || !followed.test(url.protocol)) event.preventDefault();
    }, { capture: true });
  }
}
