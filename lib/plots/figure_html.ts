/**
 * A figure for front ends that show HTML but know no Plotly: JupyterLab without the extension, the
 * classic Notebook, nbconvert. The library travels once per running notebook, with its first figure,
 * so that figures work without a network. `deno task notebooks` leaves this form out of what it
 * stores: GitHub strips scripts anyway and shows the still picture.
 *
 * @module
 */

let libraryIsSent = false;

/** A `<div>` and the script that draws `plotly` into it; `summary` stands there until it has. */
export async function figureHtml(plotly: unknown, summary: string): Promise<string> {
  const id = `figure-${crypto.randomUUID().slice(0, 8)}`;
  const library = libraryIsSent ? "" : await libraryScript();
  libraryIsSent = true;
  return `${library}<div id="${id}" role="img" aria-label="${escapeHtml(summary)}">` +
    `<em>${escapeHtml(summary)}</em></div>` +
    `<script>(function draw(tries){` +
    `var place=document.getElementById("${id}");if(!place)return;` +
    `if(!window.Plotly){if(tries<100)setTimeout(function(){draw(tries+1)},100);return;}` +
    `var f=${escapeScript(JSON.stringify(plotly))};place.textContent="";` +
    `window.Plotly.newPlot(place,f.data,f.layout,f.config);})(0);</script>`;
}

/** plotly.js as an inline script. Hidden module globals keep require.js from catching its header. */
async function libraryScript(): Promise<string> {
  const library = await import("plotly.js-cartesian-dist-min", { with: { type: "text" } });
  const code = escapeScript(library.default);
  return `<script>if(!window.Plotly){(function(define,module,exports){${code}\n` +
    `window.Plotly=window.Plotly||Plotly;}).call(window);}</script>`;
}

/** Text that cannot end the script element it stands in. */
function escapeScript(code: string): string {
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

/** Text that is only text in HTML. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(
    /"/g,
    "&quot;",
  );
}
