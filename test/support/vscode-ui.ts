import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { partPicture } from '../../scripts/part-picture.ts';
import { root } from '../../scripts/root.ts';
import { smallPicture } from '../../scripts/small-picture.ts';
import { ensureServer, type Server, startServer } from '../../scripts/vscode-server.ts';
import { Kept } from './kept.ts';
import { openWorkbench, remoteUri, sharedBrowser } from './vscode-workbench.ts';

/** Settings of an editor that looks the same on every screenshot. */
const pictureSettings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.accessibilitySupport': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'window.confirmBeforeClose': 'never',
  'files.autoSave': 'off',
  'git.enabled': false,
  'problems.defaultViewMode': 'table',
};

/** The server that the tests of a process share: each opens another folder, in a profile of its own. */
const sharedServer = new Kept(
  async () => startServer(await ensureServer(console.log), { testDriver: true, builtInExtensions: 'few' }),
  (server) => server.stop(),
);

const pictureFolder = join(root, '.vscode-test', 'pictures');

/** What a UI test opens: which file first, and an extension that is installed in a folder instead of the checkout's. */
export interface UiOptions {
  readonly file: string;
  readonly extensionsFolder?: string;
  /** Settings of the editor beside those of all pictures. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language that the editor is shown in; its own texts stay English, as it fetches them from elsewhere. */
  readonly language?: string;
}

/** A theme of the editor, and the class that the workbench has with it. */
export interface Theme {
  readonly title: string;
  readonly className: string;
}

export const themes = {
  light: { title: 'Light Modern', className: 'vs' },
  dark: { title: 'Dark Modern', className: 'vs-dark' },
  contrast: { title: 'Dark High Contrast', className: 'hc-black' },
  contrastLight: { title: 'Light High Contrast', className: 'hc-light' },
} as const satisfies Record<string, Theme>;

/** Opens the workbench on a copy of examples/, and closes everything when the test ends; a failure leaves a picture. */
export async function openExamples(t: TestContext, { file, ...options }: UiOptions): Promise<Editor> {
  const fill = (folder: string): void => cpSync(join(root, 'examples'), folder, { recursive: true });
  // The pictures show the folder's name.
  const editor = await openFolder(t, { name: 'examples', fill, ...options });
  await editor.open(file);
  await editor.page.locator('[id="status.editor.mode"]', { hasText: 'DNS Zone' }).waitFor();
  return editor;
}

/** A folder that is filled for a test, and opened with no file of it. */
export interface FolderOptions extends Omit<UiOptions, 'file'> {
  readonly name: string;
  readonly fill: (folder: string) => void;
}

/** The same on any folder. */
export async function openFolder(
  t: TestContext,
  { name, fill, extensionsFolder, settings, language }: FolderOptions,
): Promise<Editor> {
  const closers: (() => unknown)[] = [];
  t.after(async () => {
    for (const close of closers.reverse()) await close();
  });
  const place = mkdtempSync(join(tmpdir(), 'zonewright-ui-'));
  closers.push(() => rmSync(place, { recursive: true, force: true }));
  const folder = join(place, name);
  mkdirSync(folder);
  fill(folder);
  const server = extensionsFolder ? await ownServer(t, extensionsFolder) : await sharedServer.use(t);
  server.configure({ ...pictureSettings, ...settings });
  const payload = extensionsFolder ? [] : [['extensionDevelopmentPath', remoteUri(server, root)] as const];
  const { context, page, url } = await openWorkbench(server, await sharedBrowser(t), { folder, payload });
  closers.push(() => context.close());
  page.setDefaultTimeout(30_000);
  const editor = new Editor(page, folder, server.pid);
  closers.push(() => editor.keepPicture(t.name));
  // Where the editor finds its language, once it has loaded the texts of one.
  if (language !== undefined)
    await page.addInitScript((tag) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }), language);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return editor;
}

/** A server for one test, with the extensions of a folder. */
async function ownServer(t: TestContext, extensionsFolder: string): Promise<Server> {
  const server = await startServer(await ensureServer(console.log), { testDriver: true, extensionsFolder });
  t.after(() => server.stop());
  return server;
}

/** A workbench in a page, as a person uses it. */
export class Editor {
  readonly page: Page;
  /** The process that serves the page, where that is known. */
  readonly server: number | undefined;
  readonly #folder: string;

  constructor(page: Page, folder: string, server?: number) {
    this.page = page;
    this.server = server;
    this.#folder = folder;
  }

  /** The visible text of an open file. */
  textOf(file: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="${file}"] .view-lines`);
  }

  /** The visible line of an open file that holds a text. */
  lineOf(file: string, text: string): Locator {
    return this.textOf(file)
      .locator('.view-line', { hasText: withHardBlanks(text) })
      .first();
  }

  /** The squiggles of a severity in the visible editors. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** Opens a file of the folder by name. */
  async open(file: string): Promise<void> {
    // Not Enter: the rows may still be those of the files opened last.
    await this.#choose('Control+p', file, file.split('/').at(-1) ?? file);
    await this.textOf(file).waitFor();
  }

  /** Puts the cursor on the line of the file at hand that holds a text on disk: a click misses it while lines move. */
  async goTo(file: string, text: string): Promise<void> {
    const line =
      1 +
      this.onDisk(file)
        .split('\n')
        .findIndex((one) => one.includes(text));
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line}`);
    await input.press('Enter');
    await this.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor();
  }

  /** Runs a command by its title. */
  async command(title: string): Promise<void> {
    await this.#choose('F1', `>${title}`, title);
  }

  /** Opens the quick input by a key, fills it and takes the row; again where the input went away in between. */
  async #choose(key: string, filled: string, row: string): Promise<void> {
    await this.#untilDone(`the quick input has ${row}`, async () => {
      await this.page.keyboard.press(key);
      await this.page.locator('.quick-input-widget input').fill(filled, { timeout: 10_000 });
      const chosen = this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
      await chosen.click({ timeout: 10_000 });
    });
  }

  /** Does what a person does until the editor has taken it: it loses keys and pointers while it still loads or moves. */
  async #untilDone(goal: string, attempt: () => Promise<void>): Promise<void> {
    let last: unknown;
    for (let round = 0; round < 5; round++) {
      try {
        return await attempt();
      } catch (error) {
        last = error;
      }
    }
    throw new Error(`not so after five attempts: ${goal}`, { cause: last });
  }

  /** Takes a theme by its title, and waits until the workbench has it: one from the settings may come late or not at all. */
  async chooseTheme({ title, className }: Theme): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.page.locator('.quick-input-widget input').fill(title);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Goes to problems with F8 until one says this; gives the box that shows it. */
  async goToProblem(message: RegExp): Promise<Locator> {
    const box = this.page.locator('.zone-widget .marker-widget');
    for (let step = 0; step < 40; step++) {
      await this.#untilDone('F8 shows a problem', async () => {
        await this.page.keyboard.press('F8');
        await box.waitFor({ timeout: 10_000 });
      });
      const text = await box.locator('.message').first().innerText();
      if (message.test(withPlainBlanks(text))) return box;
    }
    throw new Error(`no problem says ${message}`);
  }

  /**
   * Opens the quick-fix menu and waits for a row; asks again until it is there, because while other extensions still
   * register providers the editor cancels the request and shows no menu.
   */
  async quickFix(title: RegExp): Promise<Locator> {
    const row = this.page
      .locator('.action-widget:not(.action-list-submenu-panel)')
      .locator('.monaco-list-row')
      .filter({ hasText: title })
      .first();
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.page.keyboard.press('Control+.');
      const isThere = await row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return row;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`no quick fix says ${title}`);
  }

  /** Points at a place, and gives the hover that says this: lines move away from the pointer while lenses come. */
  async hover(place: Locator, text: string): Promise<Locator> {
    return this.#hoverThatSays(text, async () => {
      await this.page.mouse.move(0, 0);
      await place.hover();
    });
  }

  /** The hover at the cursor that says this. */
  async hoverAtCursor(text: string): Promise<Locator> {
    return this.#hoverThatSays(text, () => this.command('Show or Focus Hover'));
  }

  /** Clicks a link of the hover at the cursor; again where it has gone before. */
  async followHover(text: string, link: string): Promise<void> {
    await this.#untilDone(`${link} is clicked in the hover`, async () => {
      const hover = await this.hoverAtCursor(text);
      await hover.locator('a', { hasText: link }).click({ timeout: 5000 });
    });
  }

  async #hoverThatSays(text: string, ask: () => Promise<void>): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: text }).first();
    await this.#untilDone(`a hover says ${text}`, async () => {
      await ask();
      await hover.waitFor({ timeout: 6000 });
    });
    return hover;
  }

  /** Where a file of the folder is on disk. */
  pathOf(file: string): string {
    return join(this.#folder, file);
  }

  /** What a file of the folder holds on disk. */
  onDisk(file: string): string {
    return readFileSync(this.pathOf(file), 'utf8');
  }

  /** Waits until a file of the folder holds something on disk. */
  async waitForDisk(file: string, text: RegExp): Promise<void> {
    for (let round = 0; !text.test(this.onDisk(file)); round++) {
      if (round > 200) throw new Error(`${file} does not hold ${text}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Shows the list of problems and waits until its rows, as they read, please. */
  async waitForProblems(please: (problems: readonly string[]) => boolean): Promise<void> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    let rows: string[] = [];
    for (let round = 0; round < 150; round++) {
      rows = (await panel.locator('.monaco-list-row').allInnerTexts()).map(withPlainBlanks);
      if (please(rows)) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`the problems are:\n${rows.join('\n')}`);
  }

  /** Waits until the editor tells of what changes on disk: its watch of the folder begins some time after its window. */
  async watched(): Promise<void> {
    const probe = this.pathOf('probe.zone');
    const isTold = (problems: readonly string[]) => problems.some((problem) => problem.includes('probe.zone'));
    const write = (): void => writeFileSync(probe, '$ORIGIN probe.example.\nwww 60 A 192.0.2.300\n');
    write();
    const writing = setInterval(write, 1000);
    try {
      await this.waitForProblems(isTold);
    } finally {
      clearInterval(writing);
    }
    rmSync(probe);
    await this.waitForProblems((problems) => !isTold(problems));
  }

  /** Takes a picture, beside those of test ends; with UPDATE=1 one that the documentation has is drawn again there. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictureFolder, { recursive: true });
    const png = await this.page.screenshot({ path: join(pictureFolder, `${name}.png`), animations: 'disabled' });
    const shown = join(root, 'docs', 'images', `${name}.png`);
    if (!process.env.UPDATE || !existsSync(shown)) return;
    writeFileSync(shown, smallPicture(png));
    const part = partPicture(name, png);
    if (part) writeFileSync(join(root, 'docs', 'walkthrough', `${name}.png`), part);
  }

  /** Keeps what is on the screen when a test ends, for a look after a failure. */
  async keepPicture(name: string): Promise<void> {
    mkdirSync(pictureFolder, { recursive: true });
    await this.page.screenshot({ path: join(pictureFolder, `${name.replaceAll(/\W+/g, '-')}.png`) });
  }
}

/** The editor draws blanks as no-break spaces. */
function withHardBlanks(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** The text with ordinary blanks. */
export function withPlainBlanks(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
