import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64 } from '../../src/mail/base64.ts';
import { caaValueFault, nearestCaaTag } from '../../src/mail/caa.ts';
import { parseDkim } from '../../src/mail/dkim.ts';
import { isDmarc, parseDmarc } from '../../src/mail/dmarc.ts';
import { JoinedText, type StringWord } from '../../src/mail/joined-text.ts';
import { parseBimi, parseMtaSts, parseTlsRpt } from '../../src/mail/policies.ts';
import { meantInclude } from '../../src/mail/providers.ts';
import { parseSpf } from '../../src/mail/spf.ts';

/** The words of a line of rdata that is written without errors. */
function wordsOf(line: string): StringWord[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s"]+/g)].map((match) => {
    const [whole, inner] = match;
    return { text: inner ?? whole, start: match.index, end: match.index + whole.length, quoted: inner !== undefined };
  });
}

test('strings are joined, and lead back to what is written', () => {
  const line = String.raw`"v=spf1 \"a\" " plain\;x "\065b"`;
  const joined = new JoinedText(wordsOf(line));
  assert.equal(joined.text, 'v=spf1 "a" plain;xAb');
  assert.deepEqual(joined.joints, [11, 18]);
  const written = (from: number, to: number): string => {
    const place = joined.place(from, to);
    const [one, other] = [joined.words[place.first], joined.words[place.last]];
    return line.slice((one?.start ?? 0) + place.from, (other?.start ?? 0) + place.to);
  };
  assert.equal(written(7, 10), String.raw`\"a\"`);
  assert.equal(written(11, 17), String.raw`plain\;`);
  assert.equal(written(18, 19), String.raw`\065`);
  assert.equal(written(16, 20), String.raw`\;x "\065b`);
  assert.equal(written(18, 18), '');
});

test('places lie in their words, whatever the strings are', () => {
  const piece = fc.string({
    unit: fc.constantFrom('a', ' ', ';', String.raw`\"`, String.raw`\;`, String.raw`\032`),
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), fc.nat(40), fc.nat(40), (pieces, from, length) => {
      const joined = new JoinedText(wordsOf(pieces.map((one) => `"${one}"`).join(' ')));
      const start = Math.min(from, joined.text.length);
      const place = joined.place(start, Math.min(start + length, joined.text.length));
      const last = joined.words[place.last];
      assert.ok(place.first <= place.last);
      if (last) assert.ok(place.to >= 1 && place.to <= last.end - last.start - 1);
    }),
  );
});

test('keys of every size, as OpenSSL makes them', () => {
  for (const modulusLength of [512, 1024, 2048]) {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
    for (const type of ['spki', 'pkcs1'] as const) {
      const key = publicKey.export({ type, format: 'der' }).toString('base64');
      assert.deepEqual(parseDkim(`v=DKIM1; p=${key}`).key, { kind: 'rsa', bits: modulusLength }, type);
      assert.deepEqual(parseDkim(`v=DKIM1; p=${key}`).faults, []);
    }
  }
  const der = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
  const ed = der.subarray(12).toString('base64');
  assert.deepEqual(parseDkim(`v=DKIM1; k=ed25519; p=${ed}`).key, { kind: 'ed25519' });
  const wrapped = parseDkim(`v=DKIM1; k=ed25519; p=${der.toString('base64')}`).faults[0]?.message ?? '';
  assert.match(wrapped, /the last 32 of them alone/);
});

test('a key that is cut anywhere is told', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  for (let length = 1; length < key.length; length++)
    assert.ok(parseDkim(`v=DKIM1; p=${key.slice(0, length)}`).faults.length > 0, String(length));
});

test('base64', () => {
  const decoded = decodeBase64('aGVs bG8=');
  assert.deepEqual('bytes' in decoded && [...decoded.bytes], [...Buffer.from('hello')]);
  assert.deepEqual(decodeBase64('a_bc'), { wrongAt: 1, reason: '"_" is no base64' });
  assert.deepEqual(decodeBase64('abcde'), { wrongAt: 5, reason: '5 characters are no multiple of four' });
});

test('which records receivers take for DMARC', () => {
  assert.deepEqual(
    ['v=DMARC1', 'v=DMARC1;p=none', 'v = DMARC1 ; p=none', 'v=dmarc1; p=none', ' v=DMARC1', 'p=none; v=DMARC1'].map(
      isDmarc,
    ),
    [true, true, true, false, false, false],
  );
  const { p, sp, rua } = parseDmarc(
    'v=DMARC1; p=Reject; sp=quarantine; rua=mailto:a@example.com!10m, mailto:b@example.net?x',
  );
  assert.deepEqual([p, sp], ['reject', 'quarantine']);
  assert.deepEqual(
    rua.map(({ domain }) => domain),
    ['example.com', 'example.net'],
  );
});

test('tags of authorities, and providers', () => {
  assert.deepEqual(['isue', 'issue-wild', 'iodeff', 'foo'].map(nearestCaaTag), [
    'issue',
    'issuewild',
    'iodef',
    undefined,
  ]);
  assert.equal(caaValueFault('issue', 'letsencrypt.org'), undefined);
  assert.equal(meantInclude('_SPF.google.com.'), undefined);
  assert.equal(meantInclude('_spf.gooogle.com'), '_spf.google.com');
  assert.equal(meantInclude('_spf.example.com'), undefined);
});

test('nothing throws and all offsets lie in the text, also of very long ones', () => {
  const readers = [parseSpf, parseDmarc, parseDkim, parseMtaSts, parseTlsRpt, parseBimi];
  const word = fc.constantFrom(
    'v=spf1',
    ' ',
    ';',
    '=',
    ':',
    '%',
    '%{',
    '}',
    ',',
    'ip4',
    'a',
    '-all',
    'p',
    'rua',
    'mailto:',
    '@',
    '/',
    '!',
    'v=DMARC1',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join('');
      for (const read of readers)
        for (const { start, end } of read(text).faults)
          assert.ok(0 <= start && start <= end && end <= text.length, text);
    }),
  );
  for (const unit of ['%', ' ', ';', 'a=', '%{i', 'a ', '1/', ',', ' p=', '!1', ':', 'v=spf1']) {
    const text = `v=spf1 ${unit.repeat(65_000 / unit.length)}`;
    // One that takes more than a moment keeps the test from ever ending.
    for (const read of readers) assert.ok(read(text).faults.length >= 0);
  }
});
