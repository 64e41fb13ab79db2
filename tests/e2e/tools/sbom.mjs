// The bill of materials of the package, as CycloneDX: every crate that Cargo links into the wasm, with the hash by which it is
// locked. What only builds or tests (macros, build scripts, the npm packages) is not part of it, because nothing of it ships.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TARGET = 'wasm32-unknown-unknown';

/** Older crates write a slash for OR. */
const licences = (/** @type {string} */ text) => {
  const words = text.replace(/\s*\/\s*/g, ' OR ');
  return new Models.LicenseRepository([words.includes(' ') ? new Models.LicenseExpression(words) : new Models.SpdxLicense(words)]);
};

/** Name and version → SHA-256, from the lock file. */
const checksums = () => new Map(readFileSync(join(ROOT, 'Cargo.lock'), 'utf8').split('[[package]]').map((entry) => {
  const { name, version, checksum } = Object.fromEntries([...entry.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value]));
  return [`${name} ${version}`, checksum];
}));

/** What Cargo links, without the crate itself. */
const linked = () => {
  const { packages, resolve } = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1', '--locked', '--filter-platform', TARGET], {
    cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'inherit'],
  }));
  const crates = new Map(packages.map((one) => [one.id, one]));
  const nodes = new Map(resolve.nodes.map((one) => [one.id, one]));
  const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes('proc-macro'));
  const next = (id) => nodes.get(id).deps
    .filter(({ pkg, dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null) && !isMacro(crates.get(pkg)))
    .map(({ pkg }) => pkg);
  const found = new Set([resolve.root]);
  for (const id of found) for (const one of next(id)) found.add(one);
  return { root: resolve.root, found: [...found].map((id) => ({ id, crate: crates.get(id), needs: next(id) })) };
};

/**
 * @param {object} about the package.json of what ships
 * @param {string} about.name
 * @param {string} about.version
 * @param {string} about.description
 * @param {string} about.license
 * @returns {Promise<string>} the same for the same lock file: no date, no serial number
 */
export const sbom = async ({ name, version, description, license }) => {
  const sums = checksums();
  const { root, found } = linked();
  const bom = new Models.Bom();
  const made = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: `pkg:npm/${name}@${version}`, purl: `pkg:npm/${name}@${version}`, version, description,
    licenses: licences(license),
  });
  bom.metadata.component = made;
  const parts = new Map(found.map(({ id, crate }) => {
    if (id === root) return [id, made];
    const purl = `pkg:cargo/${crate.name}@${crate.version}`;
    const sum = sums.get(`${crate.name} ${crate.version}`);
    return [id, new Models.Component(Enums.ComponentType.Library, crate.name, {
      bomRef: purl, purl, version: crate.version, licenses: licences(crate.license),
      hashes: new Models.HashDictionary(sum ? [[Enums.HashAlgorithm['SHA-256'], sum]] : []),
    })];
  }));
  for (const { id, needs } of found) for (const one of needs) parts.get(id).dependencies.add(parts.get(one).bomRef);
  // The standard library is built along.
  const [, rust] = /^channel = "(.+)"$/m.exec(readFileSync(join(ROOT, 'rust-toolchain.toml'), 'utf8'));
  const std = new Models.Component(Enums.ComponentType.Library, 'std', {
    bomRef: `pkg:generic/rust-std@${rust}`, purl: `pkg:generic/rust-std@${rust}`, version: rust, description: "Rust's standard library",
    licenses: licences('MIT OR Apache-2.0'),
  });
  made.dependencies.add(std.bomRef);
  for (const one of [...parts.values(), std]) if (one !== made) bom.components.add(one);

  const spec = Spec.Spec1dot6;
  const text = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(spec)).serialize(bom, { sortLists: true, space: 2 });
  const wrong = await new Validation.JsonStrictValidator(spec.version).validate(text);
  if (wrong) throw new Error(`the bill of materials is none, by its schema: ${JSON.stringify(wrong)}`);
  return `${text}\n`;
};
