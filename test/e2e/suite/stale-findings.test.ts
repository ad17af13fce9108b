import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { activeExtension, fileUri, openFile, ruleOf, until } from '../../support/vscode-editor.ts';
import { suite, suiteSetup, suiteTeardown, test } from '../../support/vscode-mocha.ts';

const FILES = ['zones/example.com.zone', 'zones/hosts.inc'];
const FRESH = 'zonewright';
const STALE = 'zonewright (stale)';

suite('a server that ends', () => {
  let wanted: string[][] = [];

  suiteSetup(async () => {
    await activeExtension();
    await openFile('zones/example.com.zone');
    wanted = await until('the findings', () => {
      const found = foundBy(FRESH);
      return found.every((lines) => lines.length > 0) ? found : undefined;
    });
  });

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('what was found stays as stale, until the server is there again by itself', async () => {
    await endServer();
    await freshAgain();
  });

  test('four ends later it stays away, with what was found, until a person restarts it', async () => {
    for (let count = 2; count < 5; count++) {
      await endServer();
      await freshAgain();
    }
    await endServer();
    assert.equal(serverOf(), undefined);
    await until('a new server', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return serverOf();
    });
    await freshAgain();
  });

  async function endServer(): Promise<void> {
    process.kill(await until('the server', serverOf), 'SIGKILL');
    await until('its findings to be stale', () => (isSame(foundBy(STALE), wanted) ? true : undefined));
  }

  async function freshAgain(): Promise<void> {
    await until('its findings to be back', () => (isSame(foundBy(FRESH), wanted) ? true : undefined));
    await until('no stale ones to be left', () => (foundBy(STALE).flat().length === 0 ? true : undefined));
  }
});

/** Lines and rules of what is shown in the files, of one source. */
function foundBy(source: string): string[][] {
  return FILES.map((name) =>
    vscode.languages
      .getDiagnostics(fileUri(name))
      .filter((diagnostic) => diagnostic.source === source)
      .map((diagnostic) => `${diagnostic.range.start.line} ${ruleOf(diagnostic)} ${diagnostic.message}`)
      .sort(),
  );
}

function isSame(one: string[][], other: string[][]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The process that the extension host has started for the server. */
function serverOf(): number | undefined {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of list.split('\n')) {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && /dist.server\.js/.test(args)) return Number(pid);
  }
  return undefined;
}
