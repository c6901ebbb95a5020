/**
 * Has the site's files kept for the time without a network, by the service worker.
 *
 * @module
 */
import { siteFile, siteFolder } from "./place.ts";

/** How the names of a site's caches begin: sites below one address share these. */
export function keptFiles(folder: URL): string {
  return `attention-course ${folder.pathname} `;
}

/** Starts the service worker, where the browser has them, once the page has all that it shows. */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator)) return; // an address without https, or a private window
  if (document.readyState === "complete") return register();
  addEventListener("load", register, { once: true });
}

function register(): void {
  navigator.serviceWorker.register(siteFile("offline.js"), { scope: siteFolder().pathname })
    .catch((error) => console.warn("The site is not kept for the time without a network:", error));
}
