import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, layerFaults } from '../../scripts/layers.ts';

const faults = (path: string, text: string): string[] => layerFaults([{ path, text }]);

test('imports along the arrows are silent', () => {
  assert.deepEqual(faults('syntax/rows.ts', `import type { Name } from '../dns/name.ts';`), []);
  assert.deepEqual(faults('rules/engine.ts', `import { looksGeneric } from '../generic/detector.ts';`), []);
  assert.deepEqual(faults('client/extension.ts', `import * as vscode from 'vscode';`), []);
  assert.deepEqual(
    faults('server/server.node.ts', `import { createConnection } from 'vscode-languageserver/node';`),
    [],
  );
  assert.deepEqual(faults('ports/files.node.ts', `import { readFile } from 'node:fs/promises';`), []);
});

test('an import against the arrows is a fault, types included', () => {
  assert.deepEqual(faults('dns/name.ts', `import type { Row } from '../syntax/rows.ts';`), [
    'src/dns/name.ts: dns does not import syntax (../syntax/rows.ts)',
  ]);
  assert.equal(faults('client/extension.ts', `import { check } from '../rules/engine.ts';`).length, 1);
  assert.equal(faults('generic/detector.ts', `import { Rows } from '../syntax/rows.ts';`).length, 1);
});

test('the rooms of the rules', () => {
  const one = (path: string, specifier: string): string[] => faults(path, `import { x } from '${specifier}';`);
  for (const [path, specifier] of [
    ['rules/mail/mx-cname.ts', '../facts/apex.ts'],
    ['rules/mail/mx-cname.ts', '../fixes/subject.ts'],
    ['rules/mail/mx-cname.ts', './mx-no-address.ts'],
    ['rules/a-new-family/a-rule.ts', '../rule.ts'],
    ['rules/registry.ts', './mail/mx-cname.ts'],
    ['rules/fixes/subject.ts', '../facts/apex.ts'],
    ['report/report.ts', '../rules/engine/engine.ts'],
    ['cli/main.node.ts', './ahead/row-ring.ts'],
  ] as const)
    assert.deepEqual(one(path, specifier), [], `${path} ${specifier}`);
  for (const [path, specifier] of [
    ['rules/facts/apex.ts', '../mail/mx-cname.ts'],
    ['rules/facts/apex.ts', '../engine/engine.ts'],
    ['rules/facts/apex.ts', '../fixes/subject.ts'],
    ['rules/fixes/subject.ts', '../mail/mx-cname.ts'],
    ['rules/mail/mx-cname.ts', '../engine/engine.ts'],
    ['rules/engine/engine.ts', '../mail/mx-cname.ts'],
    ['features/bulk.ts', '../rules/mail/mx-cname.ts'],
    ['cli/ahead/row-ring.ts', '../workspace.ts'],
    ['report/report.ts', '../features/hover.ts'],
    ['workspace/store.ts', '../project/project.ts'],
  ] as const)
    assert.equal(one(path, specifier).length, 1, `${path} ${specifier}`);
  assert.deepEqual(one('rules/mail/mx-cname.ts', '../delegation/ns-cname.ts'), [
    'src/rules/mail/mx-cname.ts: the rules of mail do not import those of delegation (../delegation/ns-cname.ts): what both need is in rules/facts',
  ]);
});

test("Node's modules stay in *.node.ts, however they are imported", () => {
  assert.equal(faults('features/hover.ts', `import { readFileSync } from 'fs';`).length, 1);
  assert.equal(faults('features/hover.ts', `import 'node:fs';`).length, 1);
  assert.equal(faults('features/hover.ts', `const fs = await import('node:fs');`).length, 1);
  assert.equal(faults('features/hover.ts', `export * from 'node:path';`).length, 1);
  assert.equal(faults('features/hover.ts', `import { files } from '../ports/files.node.ts';`).length, 1);
});

test('the packages of the editor stay in their folders', () => {
  assert.equal(faults('features/hover.ts', `import type { Hover } from 'vscode-languageserver';`).length, 1);
  assert.equal(faults('server/server.node.ts', `import * as vscode from 'vscode';`).length, 1);
  assert.equal(faults('text/text.ts', `import leftPad from 'left-pad';`).length, 1);
});

test('a new folder and an import that leaves src are faults', () => {
  assert.equal(faults('misc/a.ts', `import { b } from './b.ts';`).length, 1);
  assert.equal(faults('text/a.ts', `import data from '../../package.json';`).length, 1);
});

test('imports are found over several lines and not in comments', () => {
  const text = [
    `import {`,
    `  one,`,
    `  two,`,
    `} from './a.ts';`,
    `// import three from './b.ts';`,
    `/* import four from './c.ts'; */`,
    ` * import five from './d.ts'`,
    `export type { Six } from './e.ts';`,
  ].join('\n');
  assert.deepEqual(importsOf(text), ['./a.ts', './e.ts']);
});
