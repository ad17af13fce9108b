import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../src/features/hover.ts';
import { spotIn } from '../report/place-of.ts';

function hoverAt(fixture: string): string[] {
  const { ctx, file, position } = spotIn(fixture);
  return [...(hover(ctx, file, position)?.paragraphs ?? [])];
}

const soa = '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 2h 900 1209600 3600';

test('a relative name shows the whole one and its addresses', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\n${soa}\nwww 3600 IN A 192.0.2.10\nftp 3600 IN CNAME w<|>ww\n`), [
    '`www.example.com`',
    'Address `192.0.2.10`',
    'CNAME target: the name all questions are passed on to',
  ]);
});

test('a name that is an alias says so, and of what', () => {
  const alias = 'ftp 3600 IN CNAME www';
  assert.deepEqual(
    hoverAt(`;- example.com.zone\n${soa}\nwww 3600 IN A 192.0.2.10\n${alias}\n@ 3600 IN MX 10 f<|>tp\n`).slice(0, 3),
    ['`ftp.example.com`', 'Alias of `www.example.com`', 'Address `192.0.2.10`'],
  );
  assert.deepEqual(hoverAt(`;- example.com.zone\n${soa}\n${alias}\n@ 3600 IN MX 10 f<|>tp\n`).slice(0, 2), [
    '`ftp.example.com`',
    'Alias of `www.example.com`',
  ]);
});

test('@ shows the origin', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\n<|>${soa}\n`), ['`example.com`']);
});

test('an address shows its reverse name and that its PTR leads back', () => {
  const text = hoverAt(`
;- example.com.zone
${soa}
www 3600 IN A 192.0.2.<|>10
;- 2.0.192.in-addr.arpa.zone
${soa}
10 3600 IN PTR www.example.com.
`);
  assert.deepEqual(text, [
    'Address `192.0.2.10`, reverse name `10.2.0.192.in-addr.arpa`',
    'Names with this address: `www.example.com`',
    'PTR to `www.example.com`, which has this address',
  ]);
});

test('the owner of a PTR shows the address, of IPv6 too', () => {
  const [whole, address] = hoverAt(`
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
${soa}
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.<|>0 3600 IN PTR www.example.com.
`);
  assert.match(whole ?? '', /^`1\.0\.0.*ip6\.arpa`$/);
  assert.match(address ?? '', /^Address `2001:db8::1`/);
});

test('an address whose reverse zone is not held says so', () => {
  const text = hoverAt(`;- example.com.zone\n${soa}\nwww 3600 IN AAAA 2001:db8::<|>1\n`);
  assert.equal(text.at(-1), 'The reverse zone of this address is not held here');
});

test('a mail host of a domain says so once, whatever number of records tell it', () => {
  const text = hoverAt(
    `;- example.com.zone\n${soa}\n@ 1h IN MX 10 mail\n@ 1h IN MX 20 out\n@ 1h IN TXT "v=spf1 mx ip4:192.0.2.25 -all"\nmail 1h IN A 192.0.2.<|>25\nout 1h IN A 192.0.2.25\n`,
  );
  assert.deepEqual(
    text.filter((line) => line.startsWith('Mail host')),
    ['Mail host of `example.com`: receivers look at its PTR record'],
  );
});

test('a mail host of many domains names three, and none that is only included', () => {
  const clients = ['c1', 'c2', 'c3', 'c4'].map((name) => `${name} 1h IN TXT "v=spf1 include:spf.example.com -all"\n`);
  const text = hoverAt(
    `;- example.com.zone\n${soa}\n_spf 1h IN TXT "v=spf1 ip4:192.0.2.25 -all"\nspf 1h IN TXT "v=spf1 redirect=_spf.example.com"\n${clients.join('')}mail 1h IN A 192.0.2.<|>25\n`,
  );
  assert.equal(
    text.at(-1),
    'Mail host of `c1.example.com`, `c2.example.com`, `c3.example.com` and 1 more: receivers look at its PTR record',
  );
});

test('times, serials and types are put in words', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\nwww 36<|>00 IN A 192.0.2.10\n`), [
    'Time to live: 3600 seconds = 1h (1 hour)',
  ]);
  assert.deepEqual(
    hoverAt(`;- example.com.zone\n${soa.replace('2301', '23<|>01')}\n`).at(-1),
    '2026-11-23, today, change 1',
  );
  assert.equal(
    hoverAt(`;- example.com.zone\n${soa.replace('1209600', '12096<|>00')}\n`).at(-1),
    '1209600 seconds = 2w (2 weeks)',
  );
  assert.equal(hoverAt(`;- example.com.zone\n@ 3600 IN M<|>X 10 mail\n`)[0], '`MX <preference> <exchange>`');
});

test('a generating line says what it makes', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\n$TTL 1h\n$GENERATE 1-<|>3 h$ A 192.0.2.$\n`), [
    'Makes 3 records, from `h1.example.com A 192.0.2.1` to `h3.example.com A 192.0.2.3`',
  ]);
});

test('blanks and comments say nothing', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\n; <|>a comment\n`), []);
  assert.deepEqual(hoverAt(`;- example.com.zone\nwww 3600   <|>   IN A 192.0.2.1\n`), []);
});
