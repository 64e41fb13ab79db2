// Of your site, at its root. Change this line whenever you copy a new dist/embed/ or change a page.
const VERSION = 'articles-1';
const PAGES = ['/article.html', '/article.css'];
const FOLDER = '/embed/';

const keep = async () => {
  const cache = await caches.open(VERSION);
  await cache.addAll(PAGES);
  const list = await (await fetch(`${FOLDER}precache.json`, { cache: 'no-cache' })).json();
  await Promise.all(list.map(async ({ url, integrity }) => {
    const answer = await fetch(FOLDER + url, { integrity, cache: 'no-cache' });
    if (!answer.ok) throw new Error(url);
    await cache.put(FOLDER + url, answer);
  }));
};

const dropOld = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith('articles-') && name !== VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
};

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('fetch', (event) => {
  const path = new URL(event.request.url).pathname;
  if (path.startsWith(FOLDER) || PAGES.includes(path)) {
    event.respondWith(caches.open(VERSION).then(async (cache) => await cache.match(event.request) ?? fetch(event.request)));
  }
});
