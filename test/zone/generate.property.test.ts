// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are those of $GENERATE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NameTable, NO_NAME } from '../../src/dns/name-table.ts';
import { BLOCK_LIMITS } from '../../src/syntax/plain-rows.ts';
import { scan } from '../../src/syntax/scan.ts';
import { Tape } from '../../src/syntax/tape.ts';
import { Block } from '../../src/text/block.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { SilentValues } from '../../src/workspace/silent-values.ts';
import { Draft } from '../../src/zone/draft.ts';
import { fillPlain, fillTemplate, isGenerateFault, parseTemplate, plainRoom } from '../../src/zone/generate.ts';
import { Resolver } from '../../src/zone/resolve.ts';
import { StateTable } from '../../src/zone/state.ts';

const piece = fc.constantFrom(
  ...['$', '$', '${1}', '${-5}', '${0,3}', '${0,4,X}', '${0,5,n}', '${7,0,o}', '.', '-', 'a', 'B', '10.0.0.', '::'],
  ...['$$', '..', 'x'.repeat(60), '\\$', 'ä', '@', 'example.net.'],
);
const template = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const data = fc.oneof(
  template,
  fc.constantFrom('10.0.$.$', '10.0.0.${0,3}', '2001:db8::${0,0,x}', 'www', '$', '@', '.'),
);
const type = fc.constantFrom('A', 'A', 'AAAA', 'PTR', 'NS', 'CNAME', 'TXT');
const range = fc.constantFrom('0-3', '1-300/60', '99-101', '254-257', '2147483646-2147483647');

test('records of templates that are plain are the same as those that are read as a line', () => {
  let recordCount = 0;
  fc.assert(
    fc.property(template, data, type, range, (owner, rdata, mnemonic, numbers) => {
      const names = new NameTable();
      const plain = recordsOf(names, `$GENERATE ${numbers} h${owner} ${mnemonic} ${rdata}\n`);
      assert.deepEqual(plain, recordsOf(names, `$GENERATE ${numbers} \\104${owner} ${mnemonic} "(${rdata})"\n`));
      recordCount += plain.records.length;
    }),
    { numRuns: 600, seed: 1 },
  );
  assert.ok(recordCount > 200, `${recordCount} records were made`);
});

test('a plain template makes the same text as codes', () => {
  fc.assert(
    fc.property(template, fc.nat(0x7fffffff), (text, value) => {
      const parsed = parseTemplate(text);
      if (isGenerateFault(parsed)) return;
      const room = plainRoom(parsed);
      const isPlain = /^[\w.*:-]*$/.test(fillTemplate(parsed, value));
      assert.equal(room !== undefined, isPlain);
      if (room) assert.equal(codesText(room.subarray(0, fillPlain(parsed, value, room))), fillTemplate(parsed, value));
    }),
    { numRuns: 3000, seed: 1 },
  );
});

function codesText(codes: Uint8Array): string {
  return String.fromCharCode(...codes);
}

/** The records that a line makes in example.com, and the rules of its faults. */
function recordsOf(names: NameTable, text: string): { readonly records: number[][]; readonly faults: string[] } {
  const resolver = new Resolver(names, new StateTable(), new SilentValues());
  const apex = names.childText(names.childText(0, 'com'), 'example');
  const source = sourceOfText(text);
  const tape = new Tape();
  scan(source.codes, 0, true, BLOCK_LIMITS, tape);
  const draft = new Draft();
  const block = new Block(source, 0, source.codes.length, tape.lineCount);
  const ttls = { defaultTtl: 60, lastTtl: 60 };
  const state = {
    ...ttls,
    origin: apex,
    owner: NO_NAME,
    ttlReported: false,
    isOriginNew: false,
    isOriginUndotted: false,
  };
  const context = { apex, zoneClass: 1, encoding: 'utf8' } as const;
  resolver.resolve({ tape, block, codes: source.codes }, context, state, { draft, include: () => ttls });
  const { owner, type: types, ttl, data: keys, flags, mark } = draft;
  return {
    records: Array.from({ length: draft.count }, (_, i) =>
      [owner, types, ttl, keys, flags, mark].map((column) => column[i] ?? Number.NaN),
    ),
    faults: draft.faults.map(({ rule }) => rule),
  };
}
