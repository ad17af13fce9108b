import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, fileUri, openFile } from '../../support/vscode-editor.ts';
import { say, suite, test } from '../../support/vscode-mocha.ts';

suite('the extension', () => {
  test('activates', async () => {
    say(`VS Code ${vscode.version}`);
    assert.equal((await activeExtension()).isActive, true);
  });

  test('knows a zone file by its name', async () => {
    const [zone] = await vscode.workspace.findFiles('**/*.zone');
    assert.ok(zone, 'the folder holds a zone file');
    const editor = await openFile(vscode.workspace.asRelativePath(zone));
    assert.equal(editor.document.languageId, 'dns-zone');
    assert.equal(editor.document.uri.toString(), fileUri(vscode.workspace.asRelativePath(zone)).toString());
  });

  test('shows the page of a rule', async () => {
    await vscode.commands.executeCommand('zonewright.showRule', 'ptr-missing');
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('zonewright-rule:/ptr-missing.md'));
    if (!page.getText().startsWith('# ptr-missing\n')) throw new Error(page.getText().slice(0, 80));
    if (page.languageId !== 'markdown') throw new Error(page.languageId);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
