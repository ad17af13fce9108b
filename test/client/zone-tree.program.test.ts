import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileDecoration, TreeItem, Uri } from 'vscode';
import type { ZoneTreeResult } from '../../src/shared/map-protocol.ts';
import type { TreeNode } from '../../src/shared/tree-nodes.ts';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('zone-tree');

interface ZoneTree {
  getChildren(node?: TreeNode): Promise<TreeNode[]>;
  getTreeItem(node: TreeNode): TreeItem;
  provideFileDecoration(uri: Uri): FileDecoration | undefined;
}

const TREE: ZoneTreeResult = {
  zones: ['inside', 'outside'].map((view) => ({
    zone: 'example.com',
    view,
    isReverse: false,
    uri: `file:///${view}/example.com.zone`,
    file: `${view}/example.com.zone`,
    serial: 2026112301,
    records: 12,
    errors: 1,
    warnings: 0,
    network: '',
  })),
  networks: [],
  mailDomains: [],
  configurations: [],
  sites: [],
  loading: false,
};

/** The side bar on that tree, in a window that is not looked at. */
function shownTree(): ZoneTree {
  const silent = () => ({ dispose: () => {} });
  class Any {}
  const vscode = {
    EventEmitter: class {
      event = silent;
      fire(): void {}
      dispose(): void {}
    },
    TreeItem: Any,
    ThemeIcon: Any,
    ThemeColor: Any,
    TreeItemCollapsibleState: {},
    Uri: { from: (parts: object) => parts, parse: (text: string) => text },
    commands: { registerCommand: silent },
    l10n: {},
    window: {
      createTreeView: () => ({ onDidChangeVisibility: silent, dispose: () => {} }),
      registerFileDecorationProvider: silent,
    },
  };
  const module = load(vscode) as { ZoneTree: new (extension: object) => ZoneTree };
  return new module.ZoneTree({ onNews: () => {}, ask: async () => TREE });
}

test('an entry is read out with what stands beside it, and its number says no other words than its tooltip', async () => {
  const tree = shownTree();
  const [view] = await tree.getChildren();
  assert.ok(view);
  const [group] = await tree.getChildren(view);
  assert.ok(group);
  const [zone] = await tree.getChildren(group);
  assert.ok(zone);
  assert.deepEqual(
    [view, group, zone].map((node) => tree.getTreeItem(node).accessibilityInformation?.label),
    ['inside', 'Forward zones, 1', 'example.com, serial 2026112301, 12 records, 1 error'],
  );
  assert.deepEqual(
    [view, group, zone].map((node) => tree.provideFileDecoration(tree.getTreeItem(node).resourceUri as Uri)),
    Array(3).fill({ badge: '1' }),
  );
  assert.equal(tree.getTreeItem(view).tooltip, 'inside\n1 error');
});
