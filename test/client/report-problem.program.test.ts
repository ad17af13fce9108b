import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('report-problem');

interface Module {
  reportProblem(extension: object): Promise<void>;
}

/** The lines of a report that tell of the window, one of a remote with this name. */
async function windowLines(remoteName: string | undefined): Promise<string[]> {
  let report = '';
  const vscode = {
    ExtensionKind: { UI: 1, Workspace: 2 },
    UIKind: { Desktop: 1, Web: 2 },
    env: { appName: 'VS Code', uiKind: 2, remoteName },
    l10n: {},
    version: '1.96.0',
    window: { showTextDocument: async () => {} },
    workspace: {
      workspaceFolders: [{}],
      isTrusted: true,
      getConfiguration: () => ({}),
      openTextDocument: async ({ content }: { readonly content: string }) => {
        report = content;
      },
    },
  };
  const context = { extension: { extensionKind: 2, packageJSON: { version: '0.1.0' } } };
  await (load(vscode) as Module).reportProblem({ context });
  return report.split('\n').filter((line) => /^\| (?:Window|Workspace) /.test(line));
}

test('a report says what kind of window it is, and not which machine', async () => {
  const workspaceLine = '| Workspace | 1 folder, trusted |';
  assert.deepEqual(await windowLines('zones.example.com:8443'), [
    '| Window | web, remote, extension on the side of the files |',
    workspaceLine,
  ]);
  assert.deepEqual(await windowLines('ssh-remote'), [
    '| Window | web, ssh-remote, extension on the side of the files |',
    workspaceLine,
  ]);
  assert.deepEqual(await windowLines(undefined), [
    '| Window | web, local, extension on the side of the files |',
    workspaceLine,
  ]);
});
