/** The script that starts the app. Its name changes with its content, and so names the set of files it belongs to. */
const START = /^\/main-[A-Za-z0-9_-]{8}\.js$/u;
const OWN_FILE = /-[A-Za-z0-9_-]{8}\.(?:js|css|woff2|svg)$|^\/i18n\//u;
/** Files come in bursts: one message for all that come in so many milliseconds. One that goes on puts nothing off. */
const PAUSE = 300;

/**
 * Has the browser keep the files this page runs on, so that it opens again without a connection: all of them from the
 * first page on, and each further one as it comes. Where the browser has no service workers, nothing is kept.
 */
export function keepShell(page: Window & typeof globalThis): void {
  const { serviceWorker } = page.navigator;
  if (!serviceWorker || typeof page.PerformanceObserver === 'undefined') return;
  const paths = new Set(['/']);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    const set = [...paths].find((path) => START.test(path));
    // The development server's files have no lasting names.
    if (set === undefined) return;
    const { active } = await serviceWorker.ready;
    active?.postMessage({ set, paths: [...paths] });
  };
  // A page without what it keeps works as well, only not without a connection.
  const registered = serviceWorker.register('/shell.js').catch(() => undefined);
  new page.PerformanceObserver((seen) => {
    for (const { name } of seen.getEntries()) {
      const { origin, pathname } = new URL(name, page.location.href);
      if (origin === page.location.origin && OWN_FILE.test(pathname)) paths.add(pathname);
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      void registered.then(tell);
    }, PAUSE);
  }).observe({ type: 'resource', buffered: true });
}
