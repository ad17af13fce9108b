// Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says why node_modules does not hold what package-lock.json asks for, or nothing where it does.
 * Packages that npm may leave out (optional ones, for other platforms) are not asked for.
 *
 * @param {string} root folder of package-lock.json
 * @returns {string | undefined}
 */
export function whyOutOfStep(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (!wanted) return undefined;
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!found) return 'node_modules is not installed';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional === true) continue;
    const version = found[path]?.version;
    if (version !== entry.version) return `${path} is ${version ?? 'missing'}, the lock file says ${entry.version}`;
  }
  return undefined;
}

/**
 * Installs the packages of the lock file where they are missing or of another version; ends the process where that fails.
 *
 * @param {string} root folder of package-lock.json
 */
export function ensureModules(root) {
  const reason = whyOutOfStep(root);
  if (!reason) return;
  console.log(`npm ci: ${reason}`);
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const npm = spawnSync(command, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(1);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  return JSON.parse(text).packages;
}
