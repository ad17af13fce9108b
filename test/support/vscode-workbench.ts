import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { format } from 'node:util';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { chromium, findProgram } from '../../scripts/programs.ts';
import { root } from '../../scripts/root.ts';
import type { Server } from '../../scripts/vscode-server.ts';
import { Kept } from './kept.ts';
import { reportMark } from './report-mark.ts';

/** What to open a workbench on. `payload` is the list of pairs of the `?payload=` query. */
export interface WorkbenchOptions {
  readonly folder?: string;
  readonly payload?: readonly (readonly [key: string, value: string])[];
}

/** An empty page, and the address to send it to. */
export interface Workbench {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly url: string;
}

/** Starts a headless Chromium. A request to any other machine fails at once instead of hanging. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findProgram(chromium);
  if (!executablePath) throw new Error('no Chromium is installed; the CHROMIUM variable names one elsewhere');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  // Not by a route: the browser would ask us about each request, and keep no file of the workbench.
  const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--lang=en-US', ...quiet];
  return playwright.launch({ executablePath, args: [...args, alone] });
}

const browser = new Kept(
  async () => {
    const launched = await launchBrowser();
    launched.once('disconnected', () => browser.forget());
    return launched;
  },
  (launched) => launched.close(),
);

/** The browser that the tests of a process share. */
export function sharedBrowser(t: TestContext): Promise<Browser> {
  return browser.use(t);
}

/** How the workbench of a server names a file of that server. */
export function remoteUri(server: Server, path: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${path}`;
}

/** Makes a page for a workbench; the caller wires it up and goes to `url`. */
export async function openWorkbench(server: Server, browser: Browser, options: WorkbenchOptions): Promise<Workbench> {
  const { context, page } = await openPage(browser);
  const payload = JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...(options.payload ?? [])]);
  const folder = options.folder ? `folder=${encodeURIComponent(options.folder)}` : 'ew=true';
  return { context, page, url: `http://127.0.0.1:${server.port}/?${folder}&payload=${encodeURIComponent(payload)}` };
}

/** A page of a new profile. */
export async function openPage(browser: Browser): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { context, page: await context.newPage() };
}

/** What the editor fetches of its own for web views comes from the server on disk: tests reach no other machine. */
export async function serveWebviews(page: Page): Promise<void> {
  const folder = join(root, '.vscode-test', 'server');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  await page.context().route(/vscode-cdn\.net/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const end = pathname.slice(pathname.indexOf('/out/'));
    const file = files.find((name) => `/${name}`.endsWith(end));
    if (!file) return route.abort();
    const contentType = end.endsWith('.html') ? 'text/html' : 'text/javascript';
    await route.fulfill({ body: readFileSync(join(folder, file)), contentType });
  });
}

/** A suite to run in an extension host. */
export interface SuiteOptions {
  readonly extensionPath: string;
  readonly testsPath: string;
  readonly folder: string;
  readonly onLine: (line: string) => void;
  readonly timeoutSeconds?: number;
}

/** What a healthy server without its native modules and without a network says too. */
const usualMessages = /bindings file|build\/Release|INFO|\[info\]|open-vsx|status of 404|erviceWorker|sandbox|Canceled/;

/**
 * Runs the module at `testsPath`, which exports `run`, in the extension host of a server started with its test driver.
 * Resolves to the exit code; where the suite never reports, the last lines of the page and the server are printed.
 */
export async function runSuite(server: Server, browser: Browser, options: SuiteOptions): Promise<number> {
  const tail: string[] = [];
  const keep = (message: string): void => {
    if (usualMessages.test(message)) return;
    tail.push(message.slice(0, 600));
    if (tail.length > 30) tail.shift();
  };
  const { context, page, url } = await openWorkbench(server, browser, {
    folder: options.folder,
    payload: [
      ['extensionDevelopmentPath', remoteUri(server, options.extensionPath)],
      ['extensionTestsPath', remoteUri(server, options.testsPath)],
    ],
  });
  page.on('pageerror', (error) => keep(String(error)));
  const explain = (reason: string): void => {
    options.onLine([`The suite gave no result: ${reason}`, ...tail].join('\n'));
  };
  try {
    const seconds = options.timeoutSeconds ?? 240;
    let reported = false;
    const code = await new Promise<number>((resolve, reject) => {
      const giveUp = (reason: string): void => {
        explain(reason);
        resolve(1);
      };
      const timer = setTimeout(() => giveUp(`none after ${seconds} s`), seconds * 1000);
      page.once('crash', () => giveUp('the page crashed'));
      const start = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
          const line = format(...args);
          if (!line.startsWith(reportMark)) return keep(`[${type}] ${line}`);
          reported = true;
          options.onLine(line);
        });
        await page.exposeFunction('codeAutomationExit', (exitCode: number) => {
          clearTimeout(timer);
          resolve(exitCode);
        });
        await page.goto(url, { waitUntil: 'domcontentloaded' });
      };
      start().catch(reject);
    });
    if (code !== 0 && !reported) explain(`it ended with ${code}`);
    return code;
  } finally {
    await context.close();
  }
}
