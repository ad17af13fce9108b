import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('severity');

interface Module {
  setSeverity(rule: string, inForce?: string): Promise<void>;
}

test('the severity in force is marked, set or not', async () => {
  let marked: unknown[] = [];
  const vscode = {
    l10n: {},
    window: {
      showQuickPick: async (items: readonly { readonly label: string; readonly description?: string }[]) => {
        marked = items.flatMap(({ label, description }) => (description ? [[label, description]] : []));
      },
    },
    workspace: { getConfiguration: () => ({ get: () => null }) },
  };
  await (load(vscode) as Module).setSeverity('ptr-missing', 'warning');
  assert.deepEqual(marked, [['warning', 'as it is']]);
});
