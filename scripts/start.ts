// `npm start [-- --browser]`: builds, and opens the editor on a copy of examples/ with the extension in it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, run } from './processes.ts';
import { root } from './root.ts';
import { ensureServer, installVsix, startServer } from './vscode-server.ts';

const home = join(root, '.vscode-test', 'start');

/** A new copy of examples/, so that what is tried out in the editor leaves the clone as it is. */
function copyExamples(): string {
  const folder = join(home, 'examples');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'examples'), folder, { recursive: true });
  return folder;
}

async function main(args: readonly string[]): Promise<number> {
  const desktop = args.includes('--browser') ? undefined : desktopEditor();
  return desktop ? openDesktop(desktop) : serveBrowser();
}

async function runNode(args: readonly string[]): Promise<void> {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(output);
}

/** The `code` command, where there is a screen to show its window on. */
function desktopEditor(): string | undefined {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDisplay ? onPath('code') : undefined;
}

/** The window stays when this process ends. */
async function openDesktop(command: string): Promise<number> {
  await runNode(['esbuild.mjs']);
  const examples = copyExamples();
  console.log(`Opening ${examples}, a copy, in ${command}`);
  const child = spawn(command, [`--extensionDevelopmentPath=${root}`, '--new-window', examples], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Serves the workbench to a browser of this machine until Ctrl-C. The extension is installed as from its package: it is
 * there on each reload and in each window, which a development extension is not.
 */
async function serveBrowser(): Promise<number> {
  console.log('No desktop VS Code here: serving the editor to a browser.');
  const install = await ensureServer(console.log);
  const extensionsFolder = join(home, 'extensions');
  mkdirSync(home, { recursive: true });
  const examples = copyExamples();
  console.log('Building the extension');
  rmSync(extensionsFolder, { recursive: true, force: true });
  const vsix = join(home, 'zonewright.vsix');
  await runNode(['scripts/run.mjs', 'package', vsix]);
  await installVsix(install, vsix, extensionsFolder);
  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer(install, { connectionToken, extensionsFolder, dataFolder: join(home, 'data') });
  console.log(`The editor shows ${examples}, a copy: the clone's own examples/ stay as they are.`);
  console.log(`\n  http://127.0.0.1:${server.port}/?tkn=${connectionToken}&folder=${encodeURIComponent(examples)}\n`);
  console.log('Ctrl-C ends it.');
  await interrupted();
  await server.stop();
  console.log('Stopped.');
  return 0;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    // The timer keeps the process alive; the server is a process of its own.
    const timer = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        clearInterval(timer);
        resolve();
      });
    }
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
