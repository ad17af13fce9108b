import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  applyFix,
  diagnosticLines,
  fileUri,
  openFile,
  until,
  WorkspaceCopy,
  waitForDiagnostic,
  waitForFix,
  waitForNoDiagnostic,
} from '../../support/vscode-editor.ts';
import { suite, suiteSetup, teardown, test } from '../../support/vscode-mocha.ts';

const forward = 'zones/example.com.zone';
const include = 'zones/hosts.inc';
const reverse4 = 'zones/2.0.192.in-addr.arpa.zone';
const reverse6 = 'zones/8.b.d.0.1.0.0.2.ip6.arpa.zone';

/** Lines and rules of a file's findings, without their messages. */
function rulesOf(name: string): string[] {
  return diagnosticLines(name).map((line) => line.slice(0, line.indexOf(':')));
}

suite('findings on the examples', () => {
  let copy: WorkspaceCopy;

  suiteSetup(async () => {
    copy = await WorkspaceCopy.remember();
    await activeExtension();
    await openFile(forward);
  });

  teardown(() => copy.restore());

  test('a rule is set by itself or among all rules, and back again', async () => {
    const settings = () => vscode.workspace.getConfiguration('zonewright', fileUri(forward));
    for (const [name, value] of [
      ['rules.ptr-stale', 'off'],
      ['rules', { 'ptr-stale': 'off' }],
    ] as const) {
      await waitForDiagnostic(forward, 'ptr-stale');
      await settings().update(name, value, vscode.ConfigurationTarget.Workspace);
      await waitForNoDiagnostic(forward, 'ptr-stale');
      assert.ok(rulesOf(forward).includes('21 ptr-missing'));
      await settings().update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitForDiagnostic(forward, 'ptr-stale');
  });

  test('each fault stands in both files that it concerns, and nothing else', async () => {
    const expected: Record<string, string[]> = {
      [forward]: ['8 ns-same-network', '21 ptr-missing', '22 ptr-generic', '30 ptr-stale', '33 ptr-target-cname'],
      [include]: ['2 ptr-target-in-arpa', '5 ptr-missing'],
      [reverse4]: [
        '2 ptr-missing',
        '15 ptr-generic',
        '19 ptr-stale',
        '20 ptr-target-cname',
        '22 ptr-target-in-arpa',
        '25 ptr-generic-series',
      ],
      [reverse6]: ['2 ptr-missing'],
      'zones/example.org.zone': [],
      'named.conf': [],
    };
    const names = Object.keys(expected);
    const found = (): Record<string, string[]> => Object.fromEntries(names.map((name) => [name, rulesOf(name)]));
    const wanted = JSON.stringify(expected);
    await until('the findings', () => (JSON.stringify(found()) === wanted ? true : undefined)).catch(() =>
      assert.deepEqual(found(), expected),
    );
  });

  test('a finding on a mail host is an error, links its page and leads to the other records', async () => {
    const missing = await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    assert.equal(missing.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(missing.source, 'zonewright');
    assert.match(missing.message, /554 "invalid DNS PTR resource record"/);
    const related = missing.relatedInformation?.map((information) => information.location.uri.path) ?? [];
    assert.ok(related.some((path) => path.endsWith(reverse6)));
    assert.ok(typeof missing.code === 'object');
    assert.match(missing.code.target.toString(), /zonewright\.zonewright.*ptr-missing/);
  });

  test('an edit that is not saved is seen from the other file', async () => {
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const { document } = await openFile(reverse6);
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(document.uri, end, '0.1\tIN\tPTR\tmail.example.com.\n');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
    await waitForNoDiagnostic(forward, 'ptr-missing', '2001:db8::10');
  });

  test('the missing PTR goes into the reverse zone, whose serial rises in the same edit', async () => {
    const missing = await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const fix = await waitForFix(forward, missing.range, /^Add ".*PTR mail\.example\.com\." to /);
    const { document } = await openFile(reverse6);
    const before = document.getText();
    await applyFix(fix);
    await waitForNoDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    await waitForNoDiagnostic(reverse6, 'ptr-missing');
    const after = document.getText();
    assert.match(after, /PTR\tmail\.example\.com\.\n/);
    assert.doesNotMatch(after, /2026111501/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
  });

  test('what follows a fix outlives the list that the fix was chosen from', async () => {
    const missing = await waitForDiagnostic(forward, 'ptr-missing', '2001:db8::10');
    const { command } = await waitForFix(forward, missing.range, /^Add ".*PTR mail\.example\.com\." to /);
    assert.ok(command);
    // VS Code drops arguments with the list, before the command runs; a command without any is run by its id.
    assert.deepEqual(command.arguments ?? [], []);
    await vscode.commands.executeCommand(command.command);
  });

  test('fix all writes the missing dot and nothing else', async () => {
    await waitForDiagnostic(reverse4, 'ptr-target-in-arpa');
    const { document } = await openFile(reverse4);
    const whole = document.validateRange(new vscode.Range(0, 0, 1e6, 0));
    const action = await until('the action that fixes all', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        fileUri(reverse4),
        whole,
        'source.fixAll.zonewright',
        10,
      );
      return actions.at(0);
    });
    const before = document.getText();
    await applyFix(action);
    const changed = document.getText().split('\n');
    const lines = before.split('\n').flatMap((line, index) => (line === changed[index] ? [] : [changed[index]]));
    assert.equal(lines.length, 2, `the dot and the serial: ${lines.join(' | ')}`);
    assert.match(lines.at(-1) ?? '', /PTR\tdb1\.example\.com\.$/);
    await waitForNoDiagnostic(reverse4, 'ptr-target-in-arpa');
  });
});
