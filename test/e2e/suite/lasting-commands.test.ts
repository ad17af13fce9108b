import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LastingCommands } from '../../../src/client/lasting-commands.ts';
import { suite, test } from '../../support/vscode-mocha.ts';

const target = 'zonewright.test.target';

suite('the commands of code actions', () => {
  test('they run without arguments as with them, until a hundred newer ones have come', async () => {
    const runs: unknown[][] = [];
    const registered = vscode.commands.registerCommand(target, (...values: unknown[]) => void runs.push(values));
    const lasting = new LastingCommands();
    try {
      const first = keep(lasting, ['a', 0]);
      assert.deepEqual(first.arguments ?? [], []);
      await vscode.commands.executeCommand(first.command);
      assert.deepEqual(runs, [['a', 0]]);
      for (let count = 1; count <= 60; count++) keep(lasting, ['a', count]);
      assert.equal(keep(lasting, ['a', 0]).command, first.command);
      for (let count = 61; count <= 120; count++) keep(lasting, ['a', count]);
      await vscode.commands.executeCommand(first.command);
      assert.deepEqual(runs, [
        ['a', 0],
        ['a', 0],
      ]);
      for (let count = 121; count <= 200; count++) keep(lasting, ['a', count]);
      await assert.rejects(async () => vscode.commands.executeCommand(first.command), /not found/);
    } finally {
      lasting.dispose();
      registered.dispose();
    }
  });
});

/** The command of an answer with one action, which runs the target. */
function keep(lasting: LastingCommands, values: readonly unknown[]): vscode.Command {
  const action = new vscode.CodeAction('Fix', vscode.CodeActionKind.QuickFix);
  action.command = { title: 'Fix', command: target, arguments: [...values] };
  lasting.keep([action]);
  return action.command;
}
