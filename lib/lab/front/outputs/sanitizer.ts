/**
 * HTML from notebooks, made harmless: text cells, and every output that is or becomes HTML. All of it passes
 * here, stored or fresh, because nothing in this page is worth more trust than a file from elsewhere.
 *
 * DOMPurify parses as this browser does and knows the ways around a sanitiser. On top of it, what is shown asks
 * no other server for anything, styles only itself, bears no name or class of the page's, and has no fields.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import DOMPurify, { type Config } from "dompurify";

/** Harmless HTML. */
export interface CleanHtml {
  readonly html: string;
  /** Something that acts, or a style sheet, was left out. */
  readonly isReduced: boolean;
}

const config: Config = {
  USE_PROFILES: { html: true, svg: true },
  FORBID_TAGS: [
    "style",
    "form",
    "button",
    "select",
    "option",
    "optgroup",
    "datalist",
    "textarea",
    "fieldset",
    "dialog",
    "template",
    "slot",
    "map",
    "area",
  ],
  FORBID_ATTR: [
    "name",
    "srcset",
    "usemap",
    "target",
    "for",
    "tabindex",
    "accesskey",
    "autofocus",
    "autoplay",
    "contenteditable",
    "popover",
    "popovertarget",
    "popovertargetaction",
    "slot",
    "part",
    "is",
    "ping",
    "background",
    "cite",
  ],
  ALLOW_DATA_ATTR: false,
  ADD_ATTR: ["open"],
  // Addresses are for the hook below; this only keeps out what no hook should see.
  ALLOWED_URI_REGEXP: /^(?!\s*(?:javascript|vbscript):)/i,
};

/** What says by its absence that an output does not look or work as it was meant to. */
const acting = new Set([
  ...[
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "button",
    "select",
    "textarea",
    "link",
  ],
]);
/** Classes that this page itself gives to what it renders: highlighted code, and a terminal's colours. */
const ownClass = /^(?:ͼ[\w-]+|language-[\w-]+|ansi-[\w-]+)$/;
/** Functions in SVG's attributes that can name nothing outside of the drawing. */
const drawing = new Set(
  "matrix translate scale rotate skewX skewY rgb rgba hsl hsla calc min max clamp url".split(" "),
);
const picture = /^data:image\/(?:png|jpe?g|gif|webp|bmp|svg\+xml)[;,]/i;

const purify = DOMPurify(globalThis.window);

purify.addHook("uponSanitizeElement", (node, { tagName }) => {
  // A task list's box is the only field.
  if (tagName === "input" && node instanceof HTMLInputElement) {
    if (node.getAttribute("type") === "checkbox") node.disabled = true;
    else node.remove();
  }
});

purify.addHook("uponSanitizeAttribute", (node, data) => {
  const { attrName: name, attrValue: value } = data;
  const isDrawing = node instanceof SVGElement;
  if (name === "class") {
    data.attrValue = value.split(/\s+/).filter((one) => ownClass.test(one)).join(" ");
    data.keepAttr = data.attrValue !== "";
  } else if (name === "style") {
    data.attrValue = harmlessStyle(value);
    data.keepAttr = data.attrValue !== "";
  } else if (name === "id") { // a drawing refers to its own parts
    data.keepAttr = isDrawing && /^[\w-]+$/.test(value);
    data.attrValue = `drawing-${value}`;
  } else if (/^(?:xlink:)?href$/.test(name) && isDrawing && node.localName !== "a") {
    const [, part] = /^#([\w-]+)$/.exec(value) ?? [];
    data.keepAttr = part !== undefined || (node.localName === "image" && isOwnSource(value));
    if (part !== undefined) data.attrValue = `#drawing-${part}`;
  } else if (/^(?:xlink:)?href$/.test(name)) {
    data.keepAttr = isLink(value);
  } else if (name === "src" || name === "poster") {
    data.keepAttr = isOwnSource(value);
  } else if (isDrawing) {
    const calls = [...value.matchAll(/([\w-]*)\(/g)].every(([, call]) => drawing.has(call));
    data.attrValue = value.replace(/url\(\s*(["']?)#([\w-]+)\1\s*\)/g, "url(#drawing-$2)");
    const foreign = /url\((?!#drawing-)/i.test(data.attrValue);
    data.keepAttr = calls && !foreign && !value.includes("\\");
  }
});

purify.addHook("afterSanitizeAttributes", (node) => {
  // JupyterLab inserts a picture first and then says where it is: until the next layout, a lazy one asks for nothing.
  if (node instanceof HTMLImageElement) node.setAttribute("loading", "lazy");
  if (!(node instanceof HTMLAnchorElement) || !node.hasAttribute("href")) return;
  // This tab is for the course; other sites learn nothing of it.
  const isOwn = URL.parse(node.href)?.origin === location.origin;
  node.target = isOwn || node.href.startsWith("attachment:") ? "_self" : "_blank";
  node.rel = "noopener noreferrer";
});

/** True for what a learner may follow: an address of the web, of mail or of the course. */
function isLink(value: string): boolean {
  const url = URL.parse(value, location.href);
  return url !== null && /^(?:https?|mailto|attachment):$/.test(url.protocol);
}

/** True for what may load with the page: what the text holds itself, and files of the course. */
function isOwnSource(value: string): boolean {
  if (picture.test(value) || /^attachment:/i.test(value)) return true;
  const url = URL.parse(value, location.href);
  if (url?.origin !== location.origin || /^\s*[a-z][a-z\d+.-]*:/i.test(value)) return false;
  return !/^[\s\\/]/.test(value) || value.startsWith("/files/");
}

/** Declarations without what could leave the element's place, or ask for a file. */
function harmlessStyle(text: string): string {
  const { style } = document.createElement("i");
  style.cssText = text; // from here on there are no escapes, but in what CSS does not know
  const kept = [...style].filter((name) => {
    const value = style.getPropertyValue(name);
    if (name.startsWith("--") || name === "position" && !/^(?:static|relative)$/.test(value)) {
      return false;
    }
    return !/(?:url|image|image-set|src|cross-fade|element|paint|attr)\(/i.test(value) &&
      !/^(?:behavior|-moz-binding|cursor|content|z-index|anchor|animation|transition|view-transition)/
        .test(name);
  });
  return kept.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
}

/** `html` without what could act, load or leave its place. */
export function cleanHtml(html: string): CleanHtml {
  const clean = purify.sanitize(html, config);
  const isReduced = purify.removed.some((one) =>
    "element" in one
      ? acting.has(one.element.nodeName.toLowerCase())
      : /^on/i.test(one.attribute?.name ?? "")
  );
  return { html: clean, isReduced };
}

/** For JupyterLab's renderers. */
export const sanitizer: IRenderMime.ISanitizer = {
  sanitize: (html, { allowedTags } = {}) =>
    allowedTags
      ? purify.sanitize(html, { ALLOWED_TAGS: allowedTags, ALLOWED_ATTR: ["class", "style"] })
      : cleanHtml(html).html,
  getAutolink: () => true,
  allowNamedProperties: false,
};
