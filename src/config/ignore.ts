import { endingOf } from './path-index.ts';

/**
 * True for names that editors, package managers and servers give to copies and journals: backups, swap and lock files,
 * what an upgrade left, `.jnl`. Where nothing names them, these take no part.
 */
export function isBackupName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  if (name.endsWith('~') || (/^[.#]/.test(name) && EDITOR_COPY.test(name))) return true;
  if (!/\d$/.test(name)) return COPY_ENDINGS.has(endingOf(name));
  return COPY_ENDINGS.has(endingOf(name.replace(/[.-]?\d{1,3}$/, ''))) || DATED.test(name);
}

/** True for names of templates, which something else makes zone files or configurations of. */
export function isTemplateName(path: string): boolean {
  return /(?:[._-](?:tmpl|tpl|template|sample)|\.(?:j2|jinja2?|erb|in|dist))$/i.test(path);
}

/** True for files below a folder whose name says that it holds old copies or templates. */
export function isInCopyFolder(path: string): boolean {
  return /(^|\/)(old|bak|backups?|archived?|orig|templates?|samples?)\//i.test(path);
}

/** `#name#`, `.#name`, `.name.swp`; others end in `~`: `name~`, `name.~1~`, `.name.un~`. */
const EDITOR_COPY = /^#.*#$|^\.#|^\..*\.sw[a-p]x?$/i;

/**
 * Endings in themselves, also counted (`.save.1`, `.bak2`). In a set: V8 takes longer over a pattern of so many words than a
 * small check has for all its files.
 */
const COPY_ENDINGS: ReadonlySet<string> = new Set(
  (
    'bak back backup bkp bck old orig ori original save saved sav copy tmp temp prev previous disabled rej diff patch swp swo ' +
    'lock part jnl jbk journal rpmnew rpmsave rpmorig dpkg-old dpkg-new dpkg-dist dpkg-bak dpkg-tmp dpkg-backup dpkg-remove ' +
    'ucf-old ucf-new ucf-dist pacnew pacsave apk-new'
  ).split(' '),
);

/** A copy that bears its date: `db.example.com.20261123`, `example.com.zone-2026-11-23`. */
const DATED = /[._-](?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?[0-3]\d(?:[T_.-]?\d{2,6})?$/;
