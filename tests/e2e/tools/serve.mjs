// Serves the built files on this machine, as `make run` and the tests need it: `node serve.mjs [folder] [port]`.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { headersFor } from './headers.mjs';

export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** Where a build leaves the loader for bundlers: not part of the built pages, `make package` takes it from here. */
export const ESM = fileURLToPath(new URL('../../../target/esm/', import.meta.url));

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free one
 * @param {string} [options.root] folder to serve
 * @param {(path: string) => Record<string, string>} [options.headers] another table, for tests
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends without a slash
 */
export const serve = ({ port = 8080, root = DIST, headers = headersFor } = {}) => {
  // `dev` reads the folder anew for every request: a rebuild shows at once.
  const files = sirv(root, { dev: true, etag: true, dotfiles: false });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    for (const [name, value] of Object.entries(headers(pathname))) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end('There is nothing here.\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({
      url: `http://127.0.0.1:${server.address().port}`,
      close: () => new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
    }));
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root = DIST, port = '8080'] = process.argv.slice(2);
  const stop = (sentence) => {
    console.error(sentence);
    process.exit(1);
  };
  if (!existsSync(root)) stop(`There is no folder ${root} to serve: run "make dist" first.`);
  try {
    const { url } = await serve({ root, port: Number(port) });
    console.log(`The standalone page: ${url}/\nThe sample article:  ${url}/article.html\n(Ctrl+C ends it.)`);
  } catch (error) {
    stop(error.code === 'EADDRINUSE'
      ? `Port ${port} on 127.0.0.1 is in use: end what runs there, or choose another with "make run PORT=8081".`
      : `The server could not start: ${error.message}.`);
  }
}
