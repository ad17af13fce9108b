import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  fileUri,
  openFile,
  until,
  WorkspaceCopy,
  waitForDiagnostic,
} from '../../support/vscode-editor.ts';
import { suite, suiteSetup, teardown, test } from '../../support/vscode-mocha.ts';

const zone = 'zones/plain.example.zone';
const signed = 'zones/signed.example.zone';

/** A zone with a signature that is none. */
const SIGNED = `$TTL 1h
@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ IN RRSIG SOA 15 2 3600 20370101000000 20261101000000 1040 signed.example. AQ==
@ IN NS ns1.example.net.
@ IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;

const PLAIN = `$TTL 1h
@ IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
`;

suite('what is asked of others', () => {
  let copy: WorkspaceCopy;

  suiteSetup(async () => {
    copy = await WorkspaceCopy.remember();
    await activeExtension();
  });

  teardown(() => copy.restore());

  test('signatures are verified by a command', async () => {
    await vscode.workspace.fs.writeFile(fileUri(signed), new TextEncoder().encode(SIGNED));
    await openFile(signed);
    await waitForDiagnostic(signed, 'rrsig-missing');
    await vscode.commands.executeCommand('zonewright.verifySignatures');
    const { message } = await waitForDiagnostic(signed, 'rrsig-invalid');
    assert.match(message, /^The signature of SOA of signed\.example does not verify/);
  });

  test('another checker has its say when a zone is saved, in the place of what it said before', async () => {
    const settings = vscode.workspace.getConfiguration('zonewright', fileUri(zone));
    await settings.update('externalCheckers', ['nsd-checkzone'], vscode.ConfigurationTarget.Workspace);
    const said = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(fileUri(zone)).filter(({ source }) => source === 'nsd-checkzone');
    try {
      await vscode.workspace.fs.writeFile(fileUri(zone), new TextEncoder().encode(PLAIN));
      const { document } = await openFile(zone);
      const edit = new vscode.WorkspaceEdit();
      // A type that NSD does not know yet.
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'd DSYNC CDS NOTIFY 5359 www\n');
      await vscode.workspace.applyEdit(edit);
      assert.deepEqual(said(), []);
      await document.save();
      const [first] = await until('what nsd-checkzone says', () => (said().length > 0 ? said() : undefined));
      assert.match(document.lineAt(first?.range.start.line ?? 0).text, /DSYNC/);
      const calm = new vscode.WorkspaceEdit();
      calm.delete(document.uri, document.lineAt(document.lineCount - 2).rangeIncludingLineBreak);
      await vscode.workspace.applyEdit(calm);
      await document.save();
      await until('nsd-checkzone to be content', () => (said().length === 0 ? true : undefined));
    } finally {
      await settings.update('externalCheckers', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
