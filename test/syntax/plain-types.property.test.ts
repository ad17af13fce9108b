import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { typeCode } from '../../src/dns/types.ts';
import { readPlainFields } from '../../src/syntax/plain-types.ts';
import { PlainWords } from '../../src/syntax/plain-words.ts';
import { checkRdata, rdataText } from '../../src/syntax/rdata/rdata.ts';
import { scan } from '../../src/syntax/scan.ts';
import { Tape } from '../../src/syntax/tape.ts';
import type { Token } from '../../src/syntax/token.ts';
import { Block } from '../../src/text/block.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { tokensOf } from '../../src/zone/row-words.ts';

/** Rdata as it stands in zones, by type; mutations make the rest. */
const SAMPLES: readonly (readonly [type: string, rdata: string])[] = [
  ['SOA', 'ns1 hostmaster 2026010100 1d 2h 4w 1h'],
  ['SOA', 'ns1.example.net. dns-admin.example.net. ( 1 ; serial\n 14400 3600 1209600 1d12h )'],
  ['MX', '10 mail'],
  ['MX', '010 mail.example.net.'],
  ['SRV', '10 5 5060 sip.example.com.'],
  ['TXT', '"v=spf1 mx -all"'],
  ['TXT', '( "one"\n  "two" )'],
  ['TXT', 'three four'],
  ['TXT', "'v=spf1 -all'"],
  ['CAA', '0 issue "ca.example.net; policy=ev"'],
  ['CAA', '128 iodef mailto:a@example.com'],
  ['TLSA', '3 1 1 0a0b0c'],
  ['TLSA', '3 1 1 ( 0a0\n b0c )'],
  ['DS', '12345 13 2 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE49FD46E6C4B45C55D4AC69CB'],
  ['DS', '12345 8 1 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE'],
  ['SSHFP', '4 2 49FD46E6C4B45C55D4AC69CBD3CD34AC1AFE51DE49FD46E6C4B45C55D4AC69CB'],
  ['RRSIG', 'A 13 3 3600 ( 20260101000000\n 20261231235959 123 example.com.\n AbCd/+8= ) ; comment'],
  ['RRSIG', 'TYPE1 8 2 3600 20240229000000 20260101000000 00123 example.com. AbCd AbCd AA=='],
  ['NSEC', 'host2.example.com. A RRSIG NSEC TYPE65534'],
  ['NSEC', '@ NS SOA'],
  ['NSEC3', '1 1 10 AABB 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom A RRSIG'],
  ['NSEC3', '1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM'],
  ['HTTPS', '1 . alpn=h2,h3 ipv4hint=192.0.2.1,192.0.2.2 port=8443'],
  ['HTTPS', '1 svc ipv4hint=192.0.2.1 alpn=h2'],
  ['HTTPS', '0 www.example.net.'],
  ['HTTPS', '16 svc ipv6hint=2001:db8::1 alpn=h2'],
];
const PIECES = ' \t"\'();\\.=-,@0123456789AFGZafgvz+/\n\r\u00e4'.split('');

const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(
      fc.record({ at: fc.nat(120), drop: fc.nat(3), put: fc.array(fc.constantFrom(...PIECES), { maxLength: 2 }) }),
      { maxLength: 3 },
    ),
  )
  .map(([[type, rdata], changes]) => {
    let text = rdata;
    for (const { at, drop, put } of changes) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + put.join('') + text.slice(place + drop);
    }
    return { type: typeCode(type) as number, text };
  });

interface Read {
  readonly mark: number;
  readonly name: string | undefined;
  readonly tokens: readonly Token[];
}

/** Reads rdata straight from the text; undefined where the readers are not sure. */
function readPlain(type: number, text: string): Read | undefined {
  const source = sourceOfText(`x ${text}\n`);
  const words = new PlainWords();
  words.begin(source.codes, 2);
  if (!readPlainFields(type, words)) return undefined;
  const tape = new Tape();
  const limits = { rows: 1, lines: 1000 };
  scan(source.codes, 0, true, limits, tape);
  const block = new Block(source, 0, source.codes.length, tape.lineCount);
  assert.deepEqual(tape.faults, [], text);
  assert.equal(tape.tokenEnd[(tape.rowToken[1] as number) - 1], words.behind, text);
  const name = words.nameStart < 0 ? undefined : block.slice(words.nameStart, words.nameEnd);
  return { mark: words.mark, name, tokens: tokensOf({ tape, block }, 1, 0) };
}

const CONTEXT = { classNumber: 1, encoding: 'utf8', origin: 'example.com.' } as const;

test('what is read straight from the text is right by the table of types, and names the same name', () => {
  let count = 0;
  fc.assert(
    fc.property(mutated, ({ type, text }) => {
      const read = readPlain(type, text);
      if (!read) return;
      count++;
      const faults = checkRdata(type, read.tokens, text.length, CONTEXT);
      // Whether the name it leads to is one, and not too long, tells who reads it into the table of names.
      if (read.name === undefined) assert.deepEqual(faults, [], text);
      else for (const { rule } of faults) assert.match(rule, /^syntax-(?:label|name|escape)/, text);
      if (read.name !== undefined) assert.ok(read.tokens.some((token) => token.text === read.name));
    }),
    { numRuns: 30_000, seed: 1 },
  );
  assert.ok(count > 8000, `${count} were read`);
});

test('records that servers take for the same one have the same mark', () => {
  let count = 0;
  fc.assert(
    fc.property(mutated, mutated, (one, other) => {
      const [a, b] = [readPlain(one.type, one.text), readPlain(one.type, other.text)];
      if (!a || !b || one.type !== other.type) return;
      const texts = [a, b].map(({ tokens }) => rdataText(one.type, tokens, 'example.com.', CONTEXT)?.toLowerCase());
      if (texts[0] === undefined || texts[0] !== texts[1]) return;
      count++;
      assert.equal(a.mark, b.mark, `${one.text} and ${other.text}`);
    }),
    { numRuns: 60_000, seed: 1 },
  );
  assert.ok(count > 100, `${count} were the same`);
});
