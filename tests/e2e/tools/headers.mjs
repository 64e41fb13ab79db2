// The one table of response headers: the server of `make run` sends them, the tests run under them, and the build
// writes the standalone page's policy into its <meta>, for hosts that send none.

/**
 * What the standalone page may do. Nothing of it needs 'unsafe-inline'. The one Trusted Types policy is that of its own script
 * for working offline (src/embed/offline/page.js): it gives out one address, that of the service worker.
 */
const STANDALONE = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'notes',
};

/** What the page inside the frame may do: it has no service worker. */
const FRAMED = { ...STANDALONE, 'trusted-types': "'none'" };

/** A careful blog: what the sample article is served with, and all that an owner has to allow. */
const ARTICLE = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
};

const policy = (table) => Object.entries(table).map(([name, value]) => `${name} ${value}`).join('; ');

/**
 * The policy of one of our pages as a `<meta>` can carry it: browsers ignore `frame-ancestors` there, and say so.
 * @param {string} page its file name
 */
export const metaPolicy = (page) => {
  const { 'frame-ancestors': _, ...rest } = page === 'frame.html' ? FRAMED : STANDALONE;
  return policy(rest);
};

/** The frame may stand in any page, also in one that shares its process with nobody. */
const FRAME = {
  'Content-Security-Policy': policy({ ...FRAMED, 'frame-ancestors': '*' }),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const DENIED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer',
  'microphone', 'midi', 'payment', 'serial', 'usb'];

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const PAGE = {
  'Request-OTR': '1', // Brave then offers to leave this visit out of the history
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': DENIED.map((name) => `${name}=()`).join(', '),
  'Cache-Control': 'no-cache',
};

/** Files under `embed/` belong into pages of other origins too, also into isolated ones. */
const EMBED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * @param {string} path of the request, beginning with a slash
 * @returns {Record<string, string>}
 */
export const headersFor = (path) => {
  if (path.startsWith('/embed/')) {
    // A folder below `embed/` carries its version and hash in its name, so what is in it never changes.
    const fixed = path.split('/').length > 3;
    return { ...EVERYWHERE, ...EMBED, 'Cache-Control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache' };
  }
  if (/^\/frame(\.html)?$/.test(path)) return { ...EVERYWHERE, ...PAGE, ...FRAME };
  const article = /^\/article(\.html)?$/.test(path);
  return { ...EVERYWHERE, ...PAGE, 'Content-Security-Policy': policy(article ? ARTICLE : STANDALONE) };
};
