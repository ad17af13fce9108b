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
    'Address `192.0.2.10` in 192.0.2.0/24, reverse name `10.2.0.192.in-addr.arpa`',
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

test('the owner in a classless zone is its address, whether the zone above is held or not', () => {
  const child = `;- 0-26.zone origin=0/26.2.0.192.in-addr.arpa.\n${soa}\n2<|>5 1h IN PTR mail.example.com.\n`;
  const forward = `;- example.com.zone\n${soa}\nmail 1h IN A 192.0.2.25\n`;
  const parent = `;- 2.0.192.in-addr.arpa.zone\n${soa}\n0/26 1h IN NS ns1.example.com.\n$GENERATE 1-62 $ CNAME $.0/26\n`;
  for (const above of ['', parent])
    assert.deepEqual(hoverAt(forward + above + child).slice(1), [
      'Address `192.0.2.25` in 192.0.2.0/26, reverse name `25.2.0.192.in-addr.arpa`',
      'Names with this address: `mail.example.com`',
      'Its PTR is looked for at `25.0/26.2.0.192.in-addr.arpa`',
      'PTR to `mail.example.com`, which has this address',
    ]);
});

test('what can be done about an address, where it can', () => {
  const actions = (fixture: string) => {
    const { ctx, file, position } = spotIn(fixture);
    return hover(ctx, file, position)?.actions;
  };
  const forward = `;- example.com.zone\n${soa}\nwww 1h IN A 192.0.2.<|>10\n`;
  const reverse = `;- 2.0.192.in-addr.arpa.zone\n${soa}\n`;
  assert.deepEqual(actions(forward), ['create-reverse-zone', 'copy-request', 'check-live']);
  assert.deepEqual(actions(forward + reverse), ['add-pointer', 'check-live']);
  assert.deepEqual(actions(`${forward}${reverse}10 1h IN PTR www.example.com.\n`), ['check-live']);
  assert.deepEqual(actions(`;- example.com.zone\nwww 1h IN A 127.0.0.<|>1\n`), []);
  assert.deepEqual(actions(`;- example.com.zone\nw<|>ww 1h IN A 192.0.2.1\n`), []);
});

test('a PTR whose target is gone makes no claim that it has the address', () => {
  const text = hoverAt(
    `;- example.com.zone\n${soa}\n;- 2.0.192.in-addr.arpa.zone\n${soa}\n9 1h IN PTR go<|>ne.example.com.\n`,
  );
  assert.deepEqual(text, [
    'It has no address record',
    'PTR target: the name of the host, whole and with its final dot',
  ]);
});

test('a name that is not held makes no claim that it has no address', () => {
  const text = hoverAt(`;- example.com.zone\n${soa}\n@ 1h IN MX 10 mail.exam<|>ple.net.\n`);
  assert.ok(!text.includes('It has no address record'), text.join('\n'));
});

test('what is written twice is said once, and a share of mails is told', () => {
  const twice = `;- example.com.zone\n${soa}\nma<|>il 1h IN A 192.0.2.25\nmail 1h IN A 192.0.2.25\n`;
  assert.ok(hoverAt(twice).includes('Address `192.0.2.25`'));
  const dmarc = `;- example.com.zone\n${soa}\n_dmarc 1h IN TXT "v=DMARC1; p=rej<|>ect; pct=50"\n`;
  assert.match(hoverAt(dmarc)[0] ?? '', /is refused; this holds for 50 of 100 mails/);
});

test('the tag of a CAA record in words', () => {
  const text = hoverAt(`;- example.com.zone\n${soa}\n@ 1h IN CAA 0 iss<|>ue "ca.example.net"\n`);
  assert.match(text[1] ?? '', /^`issue`: who may issue certificates/);
});

test('an SOA in words, and its mailbox as a mail address', () => {
  assert.deepEqual(hoverAt(`;- example.com.zone\n@ 1h IN S<|>OA ns1 dns\\.admin 2026112301 2h 15m 2w 1h\n`).slice(-1), [
    [
      '- Keeper `dns.admin@example.com`',
      '- Serial 2026112301: 2026-11-23, today, change 1',
      '- Secondaries ask for changes every 2 hours',
      '- They ask again 15 minutes after a failure',
      '- They go on for 2 weeks without the primary',
      '- That a name does not exist is kept for 1 hour',
    ].join('\n'),
  ]);
  assert.ok(
    hoverAt(`;- example.com.zone\n@ 1h IN SOA ns1 host<|>master 1 2h 15m 2w 1h\n`).includes(
      'Mail address `hostmaster@example.com`',
    ),
  );
  assert.ok(!hoverAt(`;- example.com.zone\n@ 1h IN SOA ns1 <|>. 1 2h 15m 2w 1h\n`).join().includes('Mail address'));
});

test('TLSA in words: of which service, what is compared and how', () => {
  const words = 'DANE-EE: this certificate or key; compared is the public key, by SHA-256';
  assert.equal(
    hoverAt(`;- example.com.zone\n_25._tcp.mail 1h IN TL<|>SA 3 1 1 00\n`).at(-1),
    `TCP port 25 of \`mail.example.com\`: ${words}`,
  );
  const usage = hoverAt(`;- example.com.zone\n_25._tcp.mail 1h IN TLSA <|>3 1 1 00\n`);
  assert.match(usage[1] ?? '', /^`3`: DANE-EE: this certificate or key\. /);
  assert.ok(!hoverAt(`;- example.com.zone\nx 1h IN TL<|>SA 9 1 1 00\n`).join().includes('compared'));
});

test('a service binding in words; only what the held target lacks is said to be no address of it', () => {
  const zone = `;- example.com.zone\nwww 1h IN A 192.0.2.1\n`;
  assert.equal(
    hoverAt(`${zone}www 1h IN HT<|>TPS 1 . alpn="h2,h3" ipv4hint=192.0.2.1,192.0.2.2 port=8443\n`).at(-1),
    [
      'The service is at `www.example.com`',
      '- alpn: HTTP/2; HTTP/3, over QUIC',
      '- ipv4hint: `192.0.2.1`, `192.0.2.2`, not as the address record of the target',
      '- `port=8443`: the port of the service',
    ].join('\n'),
  );
  assert.equal(
    hoverAt(`${zone}@ 1h IN HT<|>TPS 1 www.example.net. ipv4hint=192.0.2.9\n`).at(-1),
    'The service is at `www.example.net`\n- ipv4hint: `192.0.2.9`',
  );
  assert.equal(hoverAt(`${zone}@ 1h IN HT<|>TPS 0 www\n`).at(-1), 'An alias of `www.example.com`');
});

test('nothing that a file says becomes markup', () => {
  const name = 'a`[x](command:y)`b';
  const written = name.replaceAll('(', '\\(').replaceAll(')', '\\)');
  const text = hoverAt(`;- example.com.zone\nx 1h IN CNAME ${written.replace('x', '<|>x')}\n`);
  assert.match(text[0] ?? '', /^`` a`.*b\.example\.com ``$/);
});

test('a PTR record to an alias is told as that', () => {
  const { ctx, file, position } = spotIn(`
;- example.com.zone
monitor 1h IN A 192.0.2.<|>31
status 1h IN CNAME monitor
;- 2.0.192.in-addr.arpa.zone
31 1h IN PTR status.example.com.
`);
  const paragraphs: readonly string[] = hover(ctx, file, position)?.paragraphs ?? [];
  assert.ok(
    paragraphs.includes('PTR to `status.example.com`, an alias of `monitor.example.com`, which has this address'),
    paragraphs.join('\n'),
  );
});
