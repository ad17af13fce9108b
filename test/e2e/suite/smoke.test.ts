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
});
