import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, stopGroup } from './processes.ts';
import { root } from './root.ts';

/** A VS Code server on disk: its folder, and the Node that it needs (newer than the one we run on). */
export interface ServerInstall {
  readonly root: string;
  readonly node: string;
}

/**
 * A running server. `log` gives what it has printed so far; `configure` writes the user's settings, which the next page
 * that is opened has; `stop` ends it and removes the folder it made.
 */
export interface Server {
  readonly port: number;
  readonly pid: number;
  readonly configure: (settings: Readonly<Record<string, unknown>>) => void;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** How a server is started. Without a `dataFolder` it gets a new one that `stop` removes. */
export interface ServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly dataFolder?: string;
  readonly extensionsFolder?: string;
  readonly connectionToken?: string;
  readonly port?: number;
  /** Lets a page load a development extension and run tests in it. */
  readonly testDriver?: true;
  /** Without the extensions of the editor that have nothing to do with our files: a window opens in three quarters of the time. */
  readonly builtInExtensions?: 'few';
}

/** The extensions of the editor that `few` leaves out: programming languages, debuggers, accounts, an assistant. */
const UNRELATED =
  /^(?:copilot|mermaid-.*|ms-vscode\..*|microsoft-authentication|github.*|(?:typescript|php|css|html)-language-features|emmet|npm|grunt|gulp|jake|terminal-suggest|ipynb|notebook-renderers|tunnel-forwarding|debug-.*|simple-browser|media-preview|extension-editing)$/;

/** Settings of an editor that asks nothing, fetches nothing and shows little besides the files. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** A release of code-server, the npm package that carries the server and the workbench of VS Code. */
export interface Release {
  readonly codeServer: string;
  /** Where it is installed, below .vscode-test. */
  readonly folder: string;
  /** Dependencies of the server to pin: what newer versions of them would break. */
  readonly pinned?: Readonly<Record<string, string>>;
}

/** What the tests run in. */
export const currentRelease: Release = { codeServer: '4.139.1', folder: 'server' };

/** VS Code 1.96, the oldest that package.json's `engines` admits. */
export const minimumRelease: Release = {
  codeServer: '4.96.4',
  folder: 'server-minimum',
  pinned: { '@vscode/proxy-agent': '0.27.0' },
};

/** The servers need another Node than we may run on; it comes as an npm package too. */
const nodePackage = `node-${process.platform}-${process.arch}`;

function versionsOf(release: Release): Record<string, string> {
  return { 'code-server': release.codeServer, [nodePackage]: '24.21.0' };
}

function folderOf(release: Release): string {
  return join(root, '.vscode-test', release.folder);
}

/** Whether a server is installed in the versions that this file asks for. */
export function isServerInstalled(release: Release = currentRelease): boolean {
  const file = join(folderOf(release), 'installed.json');
  return existsSync(file) && readFileSync(file, 'utf8') === JSON.stringify(versionsOf(release));
}

/** Installs a server below .vscode-test from the npm registry where it is missing; rejects with npm's output. */
export async function ensureServer(
  log: (line: string) => void,
  release: Release = currentRelease,
): Promise<ServerInstall> {
  const folder = folderOf(release);
  const install = {
    root: join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
    node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
  };
  if (isServerInstalled(release)) return install;
  log(`Installing code-server ${release.codeServer} in .vscode-test/${release.folder}, up to 800 MB`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versionsOf(release) }));
  // No install scripts: code-server's refuse any Node but its own and compile native modules that the tests don't need.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await npm(['install', ...quiet], folder);
  for (const [name, version] of Object.entries(release.pinned ?? {})) {
    rmSync(join(install.root, 'npm-shrinkwrap.json'), { force: true });
    await npm(['pkg', 'set', `dependencies.${name}=${version}`], install.root);
  }
  // Not `npm ci`: the lock file in there is out of step with its package.json.
  await npm(['install', '--omit=dev', ...quiet], install.root);
  writeFileSync(join(folder, 'installed.json'), JSON.stringify(versionsOf(release)));
  return install;
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const finished = await run('npm', args, { cwd });
  if (finished.code !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd} failed:\n${finished.output}`);
}

/** Starts the server on 127.0.0.1 and waits until it listens. */
export async function startServer(install: ServerInstall, options: ServerOptions = {}): Promise<Server> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'zonewright-server-'));
  const userFolder = join(dataFolder, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  const settingsFile = join(userFolder, 'settings.json');
  const configure: Server['configure'] = (settings) =>
    writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  if (!existsSync(settingsFile)) configure(options.settings ?? {});
  const child = spawn(install.node, serverArguments(install, dataFolder, options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    // The server leaves its sockets in the temporary folder when it is told to end.
    env: { ...cleanEnvironment(), ...(options.dataFolder ? {} : { TMPDIR: dataFolder }) },
  });
  let output = '';
  const collect = (chunk: string): void => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const stop = async (): Promise<void> => {
    await stopGroup(child);
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const port = await listeningPort(child, () => output);
    return { port, pid: child.pid ?? 0, log: () => output, configure, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(install: ServerInstall, dataFolder: string, options: ServerOptions): string[] {
  return [
    join(install.root, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(options.connectionToken ? ['--connection-token', options.connectionToken] : ['--without-connection-token']),
    ...['--server-data-dir', dataFolder],
    ...['--extensions-dir', options.extensionsFolder ?? join(dataFolder, 'extensions')],
    ...['--accept-server-license-terms', '--disable-workspace-trust', '--disable-telemetry'],
    '--disable-getting-started-override',
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(options.builtInExtensions ? ['--builtin-extensions-dir', fewExtensions(install, dataFolder)] : []),
  ];
}

/** A folder with links to the extensions of the editor that are wanted. */
function fewExtensions(install: ServerInstall, dataFolder: string): string {
  const all = join(install.root, 'extensions');
  const few = join(dataFolder, 'built-in');
  mkdirSync(few, { recursive: true });
  for (const entry of readdirSync(all, { withFileTypes: true }))
    if (entry.isDirectory() && !UNRELATED.test(entry.name))
      symlinkSync(join(all, entry.name), join(few, entry.name), 'junction');
  return few;
}

/** The variables of an editor that runs us would make the server attach to that editor. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function listeningPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`The VS Code server ${reason}:\n${output()}`));
    const timer = setTimeout(() => fail('did not listen within 60 s'), 60_000);
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** Installs a .vsix into an extensions folder; rejects with what the server printed. */
export async function installVsix(install: ServerInstall, vsix: string, extensionsFolder: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zonewright-install-'));
  const args = [join(install.root, 'out', 'server-main.js'), '--install-extension', vsix, '--force'];
  args.push('--extensions-dir', extensionsFolder, '--server-data-dir', dataFolder, '--accept-server-license-terms');
  const finished = await run(install.node, args, { env: cleanEnvironment() });
  rmSync(dataFolder, { recursive: true, force: true });
  if (finished.code !== 0) throw new Error(`installing ${vsix} failed:\n${finished.output}`);
}
