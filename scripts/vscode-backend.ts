import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { root } from './root.ts';
import { isServerInstalled } from './vscode-server.ts';

/** The VS Code that @vscode/test-electron downloads where the network lets it. */
const desktopVersion = '1.139.1';

/** An executable that takes VS Code's test options, and why it is this one. */
export interface Backend {
  readonly executable: string;
  readonly reason: string;
}

/**
 * Chooses the VS Code that runs the suites: the one that VSCODE_EXECUTABLE names, else a desktop VS Code where there is a
 * display and the download works, else the server. A failed test never changes the choice, only an unreachable network does.
 */
export async function chooseBackend(): Promise<Backend> {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return { executable: named, reason: 'VSCODE_EXECUTABLE names it' };
  const server = join(root, 'test', 'support', 'vscode-shim.mjs');
  const why = whyServer();
  if (why) return { executable: server, reason: `the VS Code server, ${why}` };
  try {
    const executable = await downloadAndUnzipVSCode({ version: desktopVersion });
    return { executable, reason: `desktop VS Code ${desktopVersion} by @vscode/test-electron` };
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return { executable: server, reason: `the VS Code server, as the download is out of reach (${String(error)})` };
  }
}

function whyServer(): string | undefined {
  if (process.env.VSCODE_TEST_BACKEND === 'server') return 'VSCODE_TEST_BACKEND asks for it';
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return 'as there is no display';
  if (isServerInstalled() && !isDesktopDownloaded()) return 'as it is installed and no desktop VS Code is';
  return undefined;
}

function isDesktopDownloaded(): boolean {
  const folder = join(root, '.vscode-test');
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('vscode-'));
}

function isUnreachable(error: unknown): boolean {
  return /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT/.test(String(error) + JSON.stringify(error));
}
