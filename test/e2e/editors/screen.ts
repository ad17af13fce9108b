import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { run, stopGroup } from '../../../scripts/processes.ts';
import { findProgram, kate } from '../../../scripts/programs.ts';
import type { Desk } from './desk.ts';

/** A screen that nobody looks at, with the windows of one program, and the keys and the mouse of a person before it. */
export class Screen {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** Runs a program on a screen of 1200 by 900 dots, and ends both with the test. */
  static async open(t: TestContext, { folder, environment }: Desk, words: readonly string[]): Promise<Screen> {
    const [server, hand, bus] = [kate.screen, kate.hand, kate.bus].map(findProgram);
    assert.ok(server && hand && bus, 'Xvfb, xdotool and dbus-run-session are installed');
    // It takes a number that is free, and tells it.
    const display = spawn(server, ['-displayfd', '1', '-screen', '0', '1200x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    t.after(() => stopGroup(display));
    const [number] = await once(display.stdout.setEncoding('utf8'), 'data');
    const env = { ...environment, DISPLAY: `:${String(number).trim()}`, QT_QPA_PLATFORM: 'xcb' };
    const program = spawn(bus, ['--', ...words], { cwd: folder, env, stdio: 'ignore', detached: true });
    t.after(() => stopGroup(program));
    return new Screen(env);
  }

  /** Does what `act` does, until what it leads to is there: again where the program has lost it, for a minute at most. */
  async until(
    what: string,
    isThere: () => Promise<boolean> | boolean,
    act: () => Promise<unknown> = async () => {},
  ): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      await act();
      if (await this.isSoon(isThere)) return;
    }
    throw new Error(`${what}: not within a minute`);
  }

  /** Whether something comes to be within five seconds. */
  async isSoon(isThere: () => Promise<boolean> | boolean): Promise<boolean> {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      if (await isThere()) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  /** Whether there is a window with such words in its title. */
  async has(title: string): Promise<boolean> {
    return (await this.#window(title)) !== undefined;
  }

  /** Presses keys, by their names in X, in the window with such words in its title. */
  async press(title: string, ...keys: readonly string[]): Promise<void> {
    if (await this.#focus(title)) await this.#hand('key', '--delay', '30', ...keys);
  }

  /** Types a text into the window with such words in its title. */
  async type(title: string, text: string): Promise<void> {
    if (await this.#focus(title)) await this.#hand('type', text);
  }

  /** Moves the mouse to a place and a little on, as a hand does. */
  async point(x: number, y: number): Promise<void> {
    await this.#hand('mousemove', String(x - 6), String(y));
    await this.#hand('mousemove', String(x), String(y));
  }

  async #focus(title: string): Promise<boolean> {
    const window = await this.#window(title);
    if (window !== undefined) await this.#hand('windowfocus', window);
    return window !== undefined;
  }

  async #window(title: string): Promise<string | undefined> {
    const found = await this.#hand('search', '--onlyvisible', '--name', title);
    return /^\d+$/m.exec(found)?.[0];
  }

  async #hand(...words: readonly string[]): Promise<string> {
    return (await run(kate.hand.command, words, { env: this.#environment, timeoutSeconds: 10 })).output;
  }
}
