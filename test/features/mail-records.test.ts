import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { addMailRecords } from '../../src/features/mail-records.ts';
import type { MailRecordsChoice } from '../../src/shared/protocol.ts';
import { spotIn } from '../report/place-of.ts';
import { Workbench } from '../support/workbench.ts';

const ZONE = `;- example.com.zone
<|>$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 14400 3600 604800 3600
@ IN NS ns1
@ IN NS ns2
ns1  IN A 192.0.2.1
ns2  IN A 198.51.100.1
mail IN A 192.0.2.25
`;

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' });
const KEY = RSA.toString('base64');
const MAIL: MailRecordsChoice = {
  kind: 'mail',
  server: 'mail.example.com',
  reports: 'postmaster@example.com',
  dkim: { selector: 'k1', key: KEY },
  mtaStsId: '20261130',
};

/** The text of the zone with what was added, what was said, and what rules find in it. */
function added(choice: MailRecordsChoice, zone = ZONE): { text: string; said: readonly string[]; found: string[] } {
  const { ctx, file } = spotIn(zone);
  const { edits, refused } = addMailRecords(ctx, file, choice);
  const lastFirst = edits.flatMap((one) => [...one.edits]).sort((a, b) => b.range.start.line - a.range.start.line);
  ctx.engine.store.edit(file.path, lastFirst);
  const text = file.document.blocks.map((block) => block.text).join('');
  const options = {
    rules: { 'spf-helo': 'hint', 'dmarc-missing': 'information', 'spf-missing': 'information' },
  } as const;
  const shown = new Workbench(`;- example.com.zone\n${text}`, options).shown();
  const found = shown.map(({ rule, message }) => `${rule}: ${message}`);
  return { text, said: refused, found };
}

test('a domain with mail gets what it lacks, as one change with its serial, and nothing is found in it', () => {
  const { text, said, found } = added(MAIL, `${ZONE}mta-sts IN A 192.0.2.80\n`);
  assert.deepEqual(said, []);
  assert.match(text, /2026\d{6}|2026112302/);
  assert.match(text, /@\s+IN MX 10 mail\.example\.com\.|@\s+IN MX 10 mail/);
  assert.match(text, /"v=spf1 mx -all"/);
  assert.match(text, /mail\s+IN TXT "v=spf1 a -all"/);
  assert.match(text, /k1\._domainkey\s+IN TXT "v=DKIM1; k=rsa; p=[^"]+" "[^"]+"/);
  assert.match(text, /_dmarc\s+IN TXT "v=DMARC1; p=quarantine; rua=mailto:postmaster@example\.com"/);
  assert.match(text, /_smtp\._tls\s+IN TXT "v=TLSRPTv1; rua=mailto:postmaster@example\.com"/);
  assert.match(text, /_mta-sts\s+IN TXT "v=STSv1; id=20261130"/);
  assert.deepEqual(found, []);
});

test('MTA-STS is left out, and told, as long as the host of its policy has no address', () => {
  const { text, said, found } = added(MAIL);
  assert.deepEqual(said, [
    '_mta-sts.example.com is left out: it needs the host mta-sts.example.com, which has no address yet',
  ]);
  assert.doesNotMatch(text, /_mta-sts/);
  assert.deepEqual(found, []);
});

test('a mail server of another zone, and the domain itself as one, get no SPF record of their own', () => {
  for (const server of ['mail.example.net', 'example.com'])
    assert.doesNotMatch(added({ ...MAIL, server }, `${ZONE}@ IN A 192.0.2.1\n`).text, /v=spf1 a/);
});

test('a domain without mail gets the set of three', () => {
  const { text, said, found } = added({ kind: 'parked' });
  assert.deepEqual(said, []);
  for (const wanted of [/MX 0 \./, /"v=spf1 -all"/, /_dmarc\s+IN TXT "v=DMARC1; p=reject"/]) assert.match(text, wanted);
  assert.deepEqual(found, []);
});

test('what is there stays, and is told', () => {
  const zone = `${ZONE}mta-sts IN A 192.0.2.80\n@ IN MX 5 mail\n@ IN TXT "v=spf1 mx ~all"\n@ IN TXT "other"\n`;
  const { text, said } = added({ ...MAIL, reports: '' }, zone);
  assert.deepEqual(said, [
    'example.com has such a record already (MX): it stays as it is',
    'example.com has such a record already (TXT): it stays as it is',
  ]);
  assert.doesNotMatch(text, /MX 10|"v=spf1 mx -all"|TLSRPT/);
  assert.match(text, /"v=DMARC1; p=quarantine"/);
});

test('a key is taken as base64, as PEM and as a whole record, and nothing else is', () => {
  const pem = `-----BEGIN PUBLIC KEY-----\n${KEY.match(/.{1,64}/g)?.join('\n')}\n-----END PUBLIC KEY-----\n`;
  for (const key of [KEY, pem, `k1._domainkey IN TXT ( "v=DKIM1; k=rsa; p=${KEY.slice(0, 100)}" "${KEY.slice(100)}" )`])
    assert.deepEqual(
      added({ ...MAIL, dkim: { selector: 'k1', key } })
        .text.match(/"v=DKIM1[^\n]*/)?.[0]
        .replace(/" "/g, ''),
      `"v=DKIM1; k=rsa; p=${KEY}"`,
    );
  const ed = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  assert.match(added({ ...MAIL, dkim: { selector: 'e1', key: ed.toString('base64') } }).text, /k=ed25519; p=/);
  const before = added({ kind: 'mail', server: 'x' }).text;
  for (const [choice, reason] of [
    [{ ...MAIL, dkim: { selector: 'k1', key: 'no key' } }, /no public key/],
    [{ ...MAIL, dkim: { selector: 'k 1', key: KEY } }, /no selector/],
    [{ ...MAIL, server: 'mail' }, /no name of a host/],
    [{ ...MAIL, server: 'gone.example.com' }, /gone\.example\.com has no address in example\.com/],
    [{ ...MAIL, reports: 'a"b@example.com' }, /no mail address/],
  ] as const) {
    const { text, said } = added(choice);
    assert.equal(text, before, 'nothing is changed');
    assert.match(said.join('\n'), reason);
  }
});

test('no record is put into a file that is not to be edited', () => {
  const { said } = added({ kind: 'parked' }, ZONE.replace('$TTL', '; DO NOT EDIT\n$TTL'));
  assert.match(said.join('\n'), /DO NOT EDIT/);
});
