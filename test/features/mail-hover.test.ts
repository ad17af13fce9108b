import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../src/features/hover.ts';
import { spotIn } from '../report/place-of.ts';

function hoverAt(fixture: string): string[] {
  const { ctx, file, position } = spotIn(fixture);
  return [...(hover(ctx, file, position)?.paragraphs ?? [])];
}

const ED = 'Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w=';

test('SPF is told mechanism by mechanism, with its look-ups', () => {
  const [count, terms] = hoverAt(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 mx ip4:192.0.2.0/28 incl<|>ude:_spf.example.com include:_spf.example.net ~all ptr"
_spf 3600 IN TXT "v=spf1 a:a.example.net a:b.example.net -all"
`);
  assert.equal(count, 'SPF, at least 5 of 10 look-ups');
  assert.deepEqual(terms?.split('\n'), [
    '- `mx`: the mail servers of this name pass (1 look-up)',
    '- `ip4:192.0.2.0/28`: senders at its 16 addresses pass',
    '- `include:_spf.example.com`: the senders of _spf.example.com pass (3 look-ups)',
    '- `include:_spf.example.net`: the senders of _spf.example.net pass (1 look-up)',
    '- `~all`: all others softfail',
    '- `ptr`: never reached',
  ]);
});

test('DMARC in words', () => {
  const fixture =
    ';- example.com.zone\n_dmarc 3600 IN TXT "v=DMARC1; p=rej<|>ect; sp=none; aspf=s; rua=mailto:d@example.com"\n';
  assert.equal(
    hoverAt(fixture)[0],
    'DMARC: mail that fails is refused; from names below it is let through; SPF must be of this very domain; reports go to `d@example.com`',
  );
});

test('a DKIM key', () => {
  const keyAt = (text: string): string | undefined =>
    hoverAt(`;- example.com.zone\nk._domainkey 3600 IN TXT "v=DK<|>IM1; ${text}"\n`)[0];
  assert.equal(keyAt(`k=ed25519; p=${ED}`), 'DKIM key: Ed25519');
  assert.equal(keyAt(`k=ed25519; t=y; p=${ED}`), 'DKIM key: Ed25519, only tried out (`t=y`)');
  assert.equal(keyAt('p='), 'DKIM key: taken back, signatures with it fail');
  assert.match(keyAt('p=abc') ?? '', /^DKIM key: can not be used, the key is cut/);
});

test('the MX record of a domain shows all of its mail', () => {
  const paragraphs = hoverAt(`
;- example.com.zone
@ 3600 IN MX 10 ma<|>il
@ 3600 IN MX 20 mail.example.net.
@ 3600 IN TXT "v=spf1 mx -all"
mail 3600 IN A 192.0.2.25
mail 3600 IN AAAA 2001:db8::25
k1._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=${ED}"
_dmarc 3600 IN TXT "v=DMARC1; p=quarantine"
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR mail.example.com.
`);
  assert.deepEqual(paragraphs.at(-1)?.split('\n'), [
    'Mail of `example.com`:',
    '- `mail.example.com`: `192.0.2.25` PTR confirmed, SPF passes it; `2001:db8::25` PTR not held here, SPF passes it',
    '- `mail.example.net`: addresses are not held here',
    '- SPF: 1 of 10 look-ups, ends with `-all`',
    '- DKIM selector `k1`: Ed25519',
    '- DMARC: quarantine',
  ]);
});

test('other texts are left alone', () => {
  assert.deepEqual(hoverAt(';- example.com.zone\na 3600 IN TXT "te<|>xt"\n').length, 1);
});
