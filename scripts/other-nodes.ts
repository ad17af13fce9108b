import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.ts';
import { root } from './root.ts';

/** The releases of Node that the packages are for, beside the one that runs this. */
const MAJORS = ['20', '22', '24'] as const;

/**
 * Other releases of Node, from npm's package of that name, kept in .vscode-test: the path of each that is to be had. Without
 * a network those that were fetched before.
 */
export async function otherNodes(log: (line: string) => void): Promise<readonly string[]> {
  const others = MAJORS.filter((major) => !process.version.startsWith(`v${major}.`));
  const paths: string[] = [];
  for (const major of others) {
    const path = await nodeOf(major);
    if (path === undefined) log(`Node ${major} is not to be had here`);
    else paths.push(path);
  }
  return paths;
}

async function nodeOf(major: string): Promise<string | undefined> {
  const folder = join(root, '.vscode-test', 'nodes', major);
  const path = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const options = ['--no-audit', '--no-fund', '--foreground-scripts'];
    await run('npm', ['install', `node@${major}`, ...options], { cwd: folder, timeoutSeconds: 180 });
  }
  const { code, output } = await run(path, ['--version'], { timeoutSeconds: 10 });
  return code === 0 && output.startsWith(`v${major}.`) ? path : undefined;
}
