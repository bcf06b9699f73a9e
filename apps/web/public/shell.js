// Keeps the web app's own files, so that its pages open without a connection. Nothing of the API ever passes through
// here or stays here: what people write is kept by the pages themselves, and only where its author may find it.
// The page says what it runs on (see `keepShell`), so one set of files that belong together is kept and no other.

const SETS = 'cg-shell ';
/** Milliseconds after which a line that says nothing counts as none: a page is better than a wait. */
const PATIENCE = 4000;
/** Files that are fetched at the same time: as many as a browser has lines to one server. */
const AT_ONCE = 6;
/** What is being fetched for a set, by name and path. */
const underWay = new Set();

self.addEventListener('install', (event) => {
  // Browsers that can be told so do not even ask here about the API.
  event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { set, paths } = event.data ?? {};
  if (typeof set === 'string' && Array.isArray(paths)) event.waitUntil(keep(set, paths));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(newestOrKept(event.request, '/'));
  } else if (isHashed(pathname)) {
    event.respondWith(keptOrFetched(event.request));
  } else if (pathname.startsWith('/i18n/')) {
    event.respondWith(newestOrKept(event.request, pathname));
  }
});

/** @param {string} pathname */
const isPage = (pathname) => !/^\/(?:api|health)(?:\/|$)|\.[a-z0-9]+$/iu.test(pathname);
/** @param {string} pathname */
const isHashed = (pathname) => /-[A-Za-z0-9_-]{8}\.(?:js|css|woff2|svg)$/u.test(pathname);

/**
 * @param {Request} request
 * @param {string} path under which it is kept
 */
async function newestOrKept(request, path) {
  const kept = await caches.match(path);
  if (!kept) return fetch(request);
  let timer;
  const enough = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)));
  try {
    const answer = await Promise.race([fetch(request), enough]);
    // A server that is down may still have a door that says so; a redirection (status 0) goes its way.
    return answer && answer.status < 500 ? answer : kept;
  } catch {
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Request} request */
async function keptOrFetched(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

/**
 * @param {string} start the script that names the set
 * @param {string[]} paths
 */
async function keep(start, paths) {
  // A tab may be older than the server: only what today's page starts with is kept, and kept together with that page.
  const page = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
  if (!page?.ok || !(await page.clone().text()).includes(start.slice(1))) return;
  const name = SETS + start;
  const set = await caches.open(name);
  await set.put('/', page);
  const known = new Set((await set.keys()).map(({ url }) => new URL(url).pathname));
  // Several at once, since the line may go any moment; what came last is what somebody looks at. Each by itself: a file
  // that has gone since, one that does not come, or a line that breaks, takes no other file with it.
  const open = paths.filter((one) => !known.has(one) && !underWay.has(name + one));
  let isWhole = true;
  const keepOn = async () => {
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      underWay.add(name + path);
      await set.add(path).catch(() => (isWhole = false));
      underWay.delete(name + path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn));
  // A file did not come, or what another message asked for is still on its way: the older set is the whole one.
  if (!isWhole || underWay.size > 0) return;
  for (const other of await caches.keys()) {
    if (other.startsWith(SETS) && other !== name) await caches.delete(other);
  }
}
