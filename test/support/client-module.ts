import { buildSync } from 'esbuild';
import { root } from '../../scripts/root.ts';

/** Gives the exports of a module of `src/client`, bundled with what it imports, in a window that `vscode` stands for. */
export function clientModule(name: string): (vscode: object) => unknown {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [`src/client/${name}.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'vscode-languageclient'],
  });
  const load = new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '');
  return (vscode) => {
    const module = { exports: {} };
    load(module, module.exports, () => vscode);
    return module.exports;
  };
}
