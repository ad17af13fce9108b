import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameTable, NO_NAME } from '../../src/dns/name-table.ts';
import { scan } from '../../src/syntax/scan.ts';
import { Tape } from '../../src/syntax/tape.ts';
import { Block } from '../../src/text/block.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { SilentValues } from '../../src/workspace/silent-values.ts';
import { Draft } from '../../src/zone/draft.ts';
import { Resolver } from '../../src/zone/resolve.ts';
import { StateTable } from '../../src/zone/state.ts';

/** The rules of the faults that a text has as a part of example.com. */
function faultsOf(text: string, ttls = { defaultTtl: 60, lastTtl: 60 }): string[] {
  const names = new NameTable();
  const resolver = new Resolver(names, new StateTable(), new SilentValues());
  const apex = names.childText(names.childText(0, 'com'), 'example');
  const source = sourceOfText(text);
  const tape = new Tape();
  scan(source.codes, 0, true, { rows: 1000, lines: 1000 }, tape);
  const draft = new Draft();
  const block = new Block(source, 0, source.codes.length, tape.lineCount);
  const state = {
    origin: apex,
    owner: NO_NAME,
    ...ttls,
    ttlReported: false,
    isOriginNew: false,
    isOriginUndotted: false,
  };
  const include = (): { defaultTtl: number; lastTtl: number } => ({ defaultTtl: 60, lastTtl: 60 });
  const context = { apex, zoneClass: 1, encoding: 'utf8' } as const;
  resolver.resolve({ tape, block, codes: source.codes }, context, state, { draft, include });
  return draft.faults.map((fault) => fault.rule);
}

test('a directive in the last line needs a line end, as BIND wants it', () => {
  for (const text of [
    '$TTL 60',
    '$ORIGIN a',
    '$INCLUDE a b',
    '$GENERATE 1-2 h$ A 192.0.2.$',
    '$TTL 60 ; note',
    '$TTL ( 60\n)',
  ])
    assert.deepEqual(faultsOf(text), ['syntax-final-newline'], text);
  for (const text of [
    '$TTL 60\n',
    '$TTL 60\r',
    '$INCLUDE a',
    '$TTL 60 ; note\n; end',
    '$TTL 60\n; end',
    'a A 192.0.2.1',
  ])
    assert.deepEqual(faultsOf(text), [], text);
});

test('parentheses are closed before the data of $GENERATE', () => {
  assert.deepEqual(faultsOf('$GENERATE (1-2 h$ A 192.0.2.$)\n'), ['syntax-parenthesis']);
  assert.deepEqual(faultsOf('$GENERATE 1-2 h$ A ( 192.0.2.$\n)\n'), ['syntax-parenthesis']);
  assert.deepEqual(faultsOf('a A ( 192.0.2.1 )\n$GENERATE ( 1-2 ; (\n h$ A ) 192.0.2.$ ( )\n'), []);
});

test('what a directive says is what BIND takes there', () => {
  for (const [text, rule] of [
    ['$GENERATE 1-2 h$ CH A 192.0.2.$', 'syntax-class'],
    ['$GENERATE 1-2 h$ TXT "(a"', 'syntax-generate'],
    ['$GENERATE 1-2 h$ TXT a\\', 'syntax-generate'],
    ['$INCLUDE "a" "b"', 'syntax-quote'],
    ['$DATE', 'syntax-field-missing'],
    ['$DATE 2020', 'syntax-value'],
    ['$DATE 20200101000000 x', 'syntax-field-extra'],
  ] as const)
    assert.deepEqual(faultsOf(`${text}\n`), [rule], text);
  for (const text of ['$GENERATE 1-2 h$ IN TXT "(a b)"', '$DATE 20200101000000', '$INCLUDE "a" b'])
    assert.deepEqual(faultsOf(`${text}\n`), [], text);
});

test('records that lack a TTL because $TTL is wrong are not told of beside it', () => {
  const none = { defaultTtl: -1, lastTtl: -1 };
  for (const directive of ['$TTL 3x', '$TTL', '$TTL "300"', '$TTL 300 400']) {
    const faults = faultsOf(`${directive}\n@ SOA a b 1 2 3 4 5\n@ NS a\n`, none);
    assert.equal(faults.length, 1, directive);
    assert.equal(faultsOf(`${directive}\n@ NS a\n`, none).length, 1, directive);
  }
  assert.deepEqual(faultsOf('@ SOA a b 1 2 3 4 5\n', none), ['ttl-missing']);
});
