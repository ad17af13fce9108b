import { existsSync } from 'node:fs';
import { onPath, run } from './processes.ts';

/** A program that the tests call, by its name or as a path, and the Debian package that has it. */
export interface Program {
  readonly command: string;
  readonly debianPackage: string;
}

/** What BIND makes of a zone is what the tests compare with. */
export const bind: Program = { command: 'named-checkzone', debianPackage: 'bind9-utils' };
/** The name servers that the live check is tested against. */
export const nameServers = {
  named: { command: 'named', debianPackage: 'bind9' },
  nsd: { command: 'nsd', debianPackage: 'nsd' },
  knot: { command: 'knotd', debianPackage: 'knot' },
} as const satisfies Record<string, Program>;
/** Checkers of zone files besides BIND's: what they report is compared with what is reported here. */
export const checkers: readonly Program[] = [
  { command: 'nsd-checkzone', debianPackage: 'nsd' },
  { command: 'kzonecheck', debianPackage: 'knot-dnssecutils' },
  { command: 'validns', debianPackage: 'validns' },
  { command: 'ldns-read-zone', debianPackage: 'ldnsutils' },
  { command: 'dnssec-signzone', debianPackage: 'bind9-utils' },
];
/** What sends dynamic updates, as the scripts of the live check are for. */
export const nsupdate: Program = { command: 'nsupdate', debianPackage: 'bind9-dnsutils' };
/** Sets extended attributes, which a written file keeps. */
export const attributes: Program = { command: 'setfattr', debianPackage: 'attr' };
/** Editors besides VS Code; these run in a terminal. */
export const neovim: Program = { command: 'nvim', debianPackage: 'neovim' };
export const helix: Program = { command: 'hx', debianPackage: 'hx' };
export const emacs: Program = { command: 'emacs', debianPackage: 'emacs-nox' };
export const vim: Program = { command: 'vim', debianPackage: 'vim' };
export const tmux: Program = { command: 'tmux', debianPackage: 'tmux' };
/** No program: Debian's Vim finds it by itself. */
const ale: Program = { command: '/usr/share/vim-ale/plugin/ale.vim', debianPackage: 'vim-ale' };
/** Kate, a screen that nobody looks at, keys and mouse for it, and the bus that it talks to the desktop on. */
export const kate = {
  editor: { command: 'kate', debianPackage: 'kate' },
  screen: { command: 'Xvfb', debianPackage: 'xvfb' },
  hand: { command: 'xdotool', debianPackage: 'xdotool' },
  bus: { command: 'dbus-run-session', debianPackage: 'dbus-daemon' },
} as const satisfies Record<string, Program>;
export const otherEditors: readonly Program[] = [neovim, helix, emacs, vim, ale, tmux, ...Object.values(kate)];
/** The browser that shows the workbench. */
export const chromium: Program = { command: 'chromium', debianPackage: 'chromium' };

/**
 * Sees that the programs are there: installs them as root on Debian, elsewhere prints the command that does.
 * Returns whether all are there in the end.
 */
export async function ensurePrograms(programs: readonly Program[], log: (line: string) => void): Promise<boolean> {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length === 0) return true;
  const packages = missing.map((program) => program.debianPackage);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) {
    log(`Missing: ${missing.map((program) => program.command).join(', ')}. On Debian, install them with:`);
    log(`  sudo ${command}`);
    return false;
  }
  log(command);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update'], { env });
  const install = await run('apt-get', command.split(' ').slice(1), { env });
  if (install.code === 0) return true;
  log(update.output + install.output);
  return false;
}

/** Where a program is: on PATH, for the browser also under its other names or at the CHROMIUM variable. */
export function findProgram(program: Program): string | undefined {
  if (program.command.startsWith('/')) return existsSync(program.command) ? program.command : undefined;
  if (program !== chromium) return onPath(program.command) ?? inSystemFolder(program.command);
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'msedge']) {
    const found = onPath(name);
    if (found) return found;
  }
  const ofMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return existsSync(ofMac) ? ofMac : undefined;
}

/** Servers lie where only root's PATH leads. */
function inSystemFolder(command: string): string | undefined {
  return ['/usr/sbin', '/usr/local/sbin', '/sbin'].map((folder) => `${folder}/${command}`).find(existsSync);
}
