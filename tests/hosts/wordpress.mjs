// A real WordPress on this machine: Debian's files, a database of its own below target/, PHP's own server.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../e2e/browsers/shared.mjs';
import { EMBED, snippet } from './snippet.mjs';
import { MADE, run } from './support.mjs';

const FILES = join(MADE, 'debian/usr/share/wordpress');
const PLUGIN = fileURLToPath(new URL('wordpress/fogbridge/', import.meta.url));

/** The SQL server and the sites take longer to begin than a page. */
const PATIENCE = 120_000;

const freePort = () => new Promise((then) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => then(port));
  });
});

/** Starts a program that runs until `stop`, with the workers that it starts itself: they are one group. */
const start = (/** @type {string} */ program, /** @type {string[]} */ args, options = {}) => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said = (said + text).slice(-4000); });
  child.on('error', (error) => { said += error.message; });
  const ended = new Promise((then) => { child.on('close', then); });
  return {
    said: () => said,
    stop: async () => {
      if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
};

/** A line for each, because the server reads it so. */
const FIRST = `CREATE DATABASE wordpress;
CREATE USER wordpress@localhost IDENTIFIED BY 'wordpress';
GRANT ALL ON wordpress.* TO wordpress@localhost;
`;

/** An empty database. Its socket lies outside, because such a path may not be long. */
const database = async (/** @type {string} */ root) => {
  const data = join(root, 'database');
  const outside = mkdtempSync(join(tmpdir(), 'fogbridge-sql-'));
  const socket = join(outside, 'sock');
  const user = userInfo().username;
  await run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, `--user=${user}`, '--auth-root-authentication-method=normal', '--skip-test-db'], root);
  writeFileSync(join(root, 'first.sql'), FIRST);
  const server = start('mariadbd', ['--no-defaults', `--datadir=${data}`, `--user=${user}`, `--socket=${socket}`,
    `--pid-file=${join(root, 'pid')}`, `--init-file=${join(root, 'first.sql')}`, '--skip-networking']);
  const stop = async () => {
    await server.stop();
    rmSync(outside, { recursive: true, force: true });
  };
  try {
    await until(() => server.said().includes('ready for connections'), () => `The database did not begin:\n${server.said()}`, PATIENCE);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, stop };
};

const CONFIG = ({ url, socket }) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', 'wordpress' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_ENVIRONMENT_TYPE', 'local' ); // Application passwords also without TLS.
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); // Nothing leaves this machine.
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
${['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT']
    .map((name) => `define( '${name}', '${randomBytes(16).toString('hex')}' );`).join('\n')}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** Two users, with a password each for WordPress's own interface, which keeps what a role may not write from being kept. */
const INSTALL = `<?php
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
wp_install( 'Quiet Hours', 'owner', 'owner@example.org', false, '', 'owner' );
wp_insert_user( array( 'user_login' => 'writer', 'user_pass' => 'writer', 'user_email' => 'writer@example.org', 'role' => 'author' ) );
update_option( 'template', 'twentytwentythree' );
update_option( 'stylesheet', 'twentytwentythree' );
update_option( 'active_plugins', array( 'fogbridge/fogbridge.php' ) );
$passwords = array();
foreach ( array( 'owner', 'writer' ) as $name ) {
	$passwords[ $name ] = WP_Application_Passwords::create_new_application_password( get_user_by( 'login', $name )->ID, array( 'name' => 'tests' ) )[0];
}
echo json_encode( $passwords );
`;

/** WordPress calls on no address of this machine, nor on a port like those of tests, unless it is told that it may. */
const NEAR = `<?php
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', function ( $ports, $host, $url ) {
	return array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) );
}, 10, 3 );
`;

/**
 * A new site with the plugin, and with the built files at /fogbridge/, for what is pasted without it.
 * @returns {Promise<{ plugin: string, post: (user: 'owner' | 'writer', content: string) => Promise<{ link: string, kept: string, feed: string }>, stop: () => Promise<void> }>}
 */
export const wordpress = async () => {
  if (!existsSync(FILES)) throw new Error(`There is no WordPress in ${FILES}: run "make test-hosts", which unpacks it.`);
  const root = join(MADE, 'wordpress');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const site = join(root, 'site');
  cpSync(FILES, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('.htaccess') });
  const plugin = join(site, 'wp-content/plugins/fogbridge');
  cpSync(PLUGIN, plugin, { recursive: true });
  cpSync(EMBED, join(plugin, 'embed'), { recursive: true });
  writeFileSync(join(plugin, 'snippet.html'), snippet());
  cpSync(EMBED, join(site, 'fogbridge'), { recursive: true });
  writeFileSync(join(site, 'favicon.ico'), ''); // browsers ask for it, pages do not
  mkdirSync(join(site, 'wp-content/mu-plugins'));
  writeFileSync(join(site, 'wp-content/mu-plugins/near.php'), NEAR);

  const sql = await database(root);
  try {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    writeFileSync(join(site, 'wp-config.php'), CONFIG({ url, socket: sql.socket }));
    writeFileSync(join(root, 'install.php'), INSTALL.replace('__DIR__', JSON.stringify(site)));
    const installed = await run('php', [join(root, 'install.php')], site);
    if (!installed.startsWith('{')) throw new Error(`WordPress could not be installed:\n${installed}`);
    const passwords = JSON.parse(installed);
    // Several workers: the site asks itself while it answers.
    const server = start('php', ['-S', `127.0.0.1:${port}`, '-t', site], { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3' } });
    await until(async () => (await fetch(url)).ok, () => `WordPress did not answer:\n${server.said()}`, PATIENCE);

    const ask = async (user, path, body) => {
      const answer = await fetch(`${url}/?rest_route=${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Basic ${btoa(`${user}:${passwords[user]}`)}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`WordPress answered ${answer.status} to ${user} at ${path}: ${text}`);
      return JSON.parse(text);
    };

    return {
      /** The folder of the plugin. */
      plugin,
      /** Publishes as the editor does, by the same interface, with the same filter. */
      post: async (user, content) => {
        const { id, link, content: { raw } } = await ask(user, '/wp/v2/posts&context=edit', { title: 'When the feeling goes quiet', content, status: 'publish' });
        const feed = await (await fetch(`${url}/?feed=rss2`)).text();
        const item = feed.split('<item>').find((one) => one.includes(`?p=${id}<`)) ?? '';
        return { link, kept: raw, feed: /<content:encoded><!\[CDATA\[(.*?)\]\]>/s.exec(item)?.[1] ?? '' };
      },
      stop: async () => {
        await server.stop();
        await sql.stop();
      },
    };
  } catch (error) {
    await sql.stop();
    throw error;
  }
};
