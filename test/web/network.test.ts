import * as vscode from 'vscode';
import { activeExtension, openFile, until } from '../support/vscode-editor.ts';
import { suite, test } from '../support/vscode-mocha.ts';

suite('maps and zones in a web worker', () => {
  test('the tree of zones is read, and copied as Markdown', async () => {
    await activeExtension();
    await openFile('zones/example.com.zone');
    await until('the zones in the tree', async () => {
      await vscode.commands.executeCommand('zonewright.refreshZones');
      await vscode.commands.executeCommand('zonewright.copyZoneTree');
      const text = await vscode.env.clipboard.readText();
      return (text.includes('- **Forward zones**: 2') && text.includes('`192.0.2.0/24`')) || undefined;
    });
  });

  test('a map is opened: its script is read where the extension lies', async () => {
    await vscode.commands.executeCommand('zonewright.showMap', '192.0.2.0/24');
    const hasTab = (label: string): boolean =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label));
    await until('the map', () => hasTab('Map 192.0.2.0/24') || undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('shows the page of a rule', async () => {
    await vscode.commands.executeCommand('zonewright.showRule', 'ptr-missing');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('zonewright-rule:/ptr-missing.md'));
    if (!page.getText().startsWith('# ptr-missing\n')) throw new Error(page.getText().slice(0, 80));
    if (page.languageId !== 'markdown') throw new Error(page.languageId);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
