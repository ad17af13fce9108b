import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { run } from '../../../scripts/processes.ts';
import { root } from '../../../scripts/root.ts';
import { checkZone } from '../../support/zone-check.ts';

/** The zone that the tests open, and the reverse zone that their fix writes to. */
const FORWARD = 'zones/example.com.zone';
const REVERSE = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

/** What a person has who tries an editor: a home of their own, a copy of examples/, and `zonewright` among the commands. */
export interface Desk {
  readonly home: string;
  readonly folder: string;
  readonly forward: string;
  readonly reverse: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The file of docs/editors that people are told to copy. */
export function snippet(name: string): string {
  return join(root, 'docs', 'editors', name);
}

/** Sets a desk up, and clears it when the test ends. */
export function desk(t: TestContext): Desk {
  const home = mkdtempSync(join(tmpdir(), 'zonewright-editor-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  mkdirSync(join(home, 'bin'));
  symlinkSync(join(root, 'dist', 'cli.js'), join(home, 'bin', 'zonewright'));
  const environment = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    PATH: [join(home, 'bin'), process.env.PATH].join(delimiter),
    LANG: 'C.UTF-8',
  };
  return { home, folder, forward: join(folder, FORWARD), reverse: join(folder, REVERSE), environment };
}

/** Fails where the files do not have the PTR record and the new name, or BIND does not take them. */
export async function checkSaved({ forward, reverse }: Desk): Promise<void> {
  assert.match(readFileSync(reverse, 'utf8'), /PTR\s+mail\.example\.com\./);
  assert.match(readFileSync(forward, 'utf8'), /^archive\t/m);
  assert.doesNotMatch(readFileSync(forward, 'utf8'), /^vault\t/m);
  await checkZone('8.b.d.0.1.0.0.2.ip6.arpa', reverse);
}

/** An editor in a terminal, as tmux runs it: what a person sees, and the keys that they press. */
export class Terminal {
  readonly #socket: string;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(socket: string, environment: NodeJS.ProcessEnv) {
    this.#socket = socket;
    this.#environment = environment;
  }

  /** Runs a command in a terminal of 140 columns and 45 lines, and ends it with the test. */
  static async open(t: TestContext, { folder, environment }: Desk, command: string): Promise<Terminal> {
    // Not in the home, which is removed before this hook runs: nobody would reach the server then, and the editor would stay.
    const place = mkdtempSync(join(tmpdir(), 'zonewright-terminal-'));
    const terminal = new Terminal(join(place, 'tmux'), { ...environment, TERM: 'xterm-256color' });
    t.after(async () => {
      await terminal.#tmux('kill-server');
      rmSync(place, { recursive: true });
    });
    const size = ['-x', '140', '-y', '45', '-c', folder];
    await terminal.#tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'editor', ...size, command);
    await terminal.#tmux('set-option', '-s', 'escape-time', '0');
    return terminal;
  }

  /** What is on the screen. */
  screen(): Promise<string> {
    return this.#tmux('capture-pane', '-p', '-t', 'editor');
  }

  /** Presses keys by their names in tmux (`Enter`, `C-x`); other words are typed. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#tmux('send-keys', '-t', 'editor', ...keys);
  }

  /** Types a text as it is. */
  async type(text: string): Promise<void> {
    await this.#tmux('send-keys', '-t', 'editor', '-l', text);
  }

  /** Waits until the screen shows something, twenty seconds at most; gives the screen. */
  async see(what: RegExp): Promise<string> {
    let screen = '';
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      screen = await this.screen();
      if (what.test(screen)) return screen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${what} is not on the screen:\n${screen}`);
  }

  async #tmux(...args: readonly string[]): Promise<string> {
    const { output } = await run('tmux', ['-S', this.#socket, ...args], { env: this.#environment, timeoutSeconds: 10 });
    return output;
  }
}
