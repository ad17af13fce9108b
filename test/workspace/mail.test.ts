import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECLARED } from '../../src/project/claim.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Held } from '../../src/workspace/held.ts';
import { MailHosts } from '../../src/workspace/mail.ts';
import { Store } from '../../src/workspace/store.ts';

/** Zones by apex, and who sends mail in them. */
class Mail {
  readonly store = new Store();
  readonly #hosts: MailHosts;

  constructor(zones: Readonly<Record<string, string>>) {
    for (const [apex, text] of Object.entries(zones)) {
      this.store.setFile(apex, sourceOfText(text));
      this.store.mount(apex, { apex: this.#name(apex), view: '', zoneClass: 1, traits: DECLARED, held: true });
    }
    this.store.step(() => false);
    this.#hosts = new MailHosts(new Held(this.store, this.store.view('')));
    this.#hosts.refresh(() => false);
    // As after a first check of all names: from now on changes are noted.
    this.store.view('').sweepFrom = this.store.names.count;
  }

  /** `host how domain` for each reason. */
  reasons(address: string): string[] {
    const octets = address.split('.').map(Number);
    const { names } = this.store;
    const key = address.includes(':')
      ? this.#name(`${address.replace('2001:db8::', '').padStart(4, '0').split('').reverse().join('.')}.${ZEROS}`)
      : names.reverse.ip4Key(octets.reduce((sum, octet) => sum * 256 + octet, 0));
    return this.#hosts.reasons(key).map(({ host, how, domain }) => `${names.text(host)} ${how} ${names.text(domain)}`);
  }

  edit(apex: string, line: number, text: string): void {
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    this.store.edit(apex, [{ range, text: `${text}\n` }]);
    this.store.step(() => false);
    this.#hosts.refresh(() => false);
  }

  #name(text: string): number {
    let name = 0;
    for (const label of text.split('.').reverse()) if (label !== '') name = this.store.names.childText(name, label);
    return name;
  }
}

const ZEROS = `${'0.'.repeat(20)}8.b.d.0.1.0.0.2.ip6.arpa.`;

test('an MX target where the domain has no SPF, IPv4 and IPv6', () => {
  const mail = new Mail({
    'example.com.': '@ 60 MX 10 mail\nmail 60 A 192.0.2.25\nmail 60 AAAA 2001:db8::25\nwww 60 A 192.0.2.10\n',
  });
  assert.deepEqual(mail.reasons('192.0.2.25'), ['mail.example.com. mx example.com.']);
  assert.deepEqual(mail.reasons('2001:db8::25'), ['mail.example.com. mx example.com.']);
  assert.deepEqual(mail.reasons('192.0.2.10'), []);
});

test('with SPF the MX targets count only where it says so', () => {
  const zone = (spf: string): Record<string, string> => ({
    'example.com.': `@ 60 TXT "${spf}"\n@ 60 MX 10 mail\n@ 60 A 192.0.2.80\nmail 60 A 192.0.2.25\nout 60 A 192.0.2.26\n`,
  });
  assert.deepEqual(new Mail(zone('v=spf1 -all')).reasons('192.0.2.25'), []);
  assert.deepEqual(new Mail(zone('v=spf1 mx -all')).reasons('192.0.2.25'), ['mail.example.com. spf-mx example.com.']);
  assert.deepEqual(new Mail(zone('v=spf1 ?mx -all')).reasons('192.0.2.25'), []);
  assert.deepEqual(new Mail(zone('v=spf1 a:out.example.com -all')).reasons('192.0.2.26'), [
    'out.example.com. spf-a example.com.',
  ]);
  assert.deepEqual(new Mail(zone('v=spf1 a -all')).reasons('192.0.2.80'), []);
  assert.deepEqual(new Mail(zone('v=spf1 ip4:192.0.2.26 -all')).reasons('192.0.2.26'), [
    'example.com. spf-ip example.com.',
  ]);
  assert.deepEqual(new Mail(zone('v=spf1 exists:%{i}.example.com a:%{d} all')).reasons('192.0.2.80'), []);
});

test('a bare `a` counts where the name takes mail too', () => {
  const mail = new Mail({
    'example.com.': '@ 60 MX 10 mail\nmail 60 TXT "v=spf1 a -all"\nmail 60 A 192.0.2.25\n@ 60 TXT "v=spf1 -all"\n',
  });
  assert.deepEqual(mail.reasons('192.0.2.25'), ['mail.example.com. spf-a mail.example.com.']);
});

test('a null MX sends nothing', () => {
  assert.deepEqual(new Mail({ 'example.com.': '@ 60 MX 0 .\n@ 60 A 192.0.2.25\n' }).reasons('192.0.2.25'), []);
});

test('networks: members by range, wide ones not at all, the first mechanism decides', () => {
  const mail = new Mail({
    'example.com.':
      '@ 60 TXT "v=spf1 -ip4:192.0.2.7 ip4:192.0.2.0/25 ip4:198.51.0.0/16 ip6:2001:db8::/64 -all"\nwww 60 A 192.0.2.10\n',
  });
  assert.deepEqual(mail.reasons('192.0.2.127'), ['example.com. spf-ip example.com.']);
  assert.deepEqual(mail.reasons('192.0.2.128'), []);
  assert.deepEqual(mail.reasons('198.51.100.1'), []);
  assert.deepEqual(mail.reasons('2001:db8::99'), ['example.com. spf-ip example.com.']);
});

test('a network sends but for what an earlier mechanism refuses in it', () => {
  const zone = (spf: string): string => `@ 60 MX 10 mail\n@ 60 A 192.0.2.7\nmail 60 A 192.0.2.25\n@ 60 TXT "${spf}"\n`;
  const sends = (spf: string, address: string): boolean =>
    new Mail({ 'example.com.': zone(spf), 'example.net.': '@ 60 TXT "v=spf1 -ip4:192.0.2.8 ip4:192.0.2.0/25 -all"\n' })
      .reasons(address)
      .some((reason) => reason.endsWith(' example.com.'));
  assert.equal(sends('v=spf1 -ip4:192.0.2.7 ip4:192.0.2.0/25 -all', '192.0.2.7'), false);
  assert.equal(sends('v=spf1 -ip4:192.0.2.7 ip4:192.0.2.0/25 -all', '192.0.2.8'), true);
  assert.equal(sends('v=spf1 ip4:192.0.2.0/25 -ip4:192.0.2.7 -all', '192.0.2.7'), true);
  assert.equal(sends('v=spf1 ~ip4:192.0.2.0/28 ip4:192.0.2.0/25 -all', '192.0.2.7'), false);
  assert.equal(sends('v=spf1 ~ip4:192.0.2.0/28 ip4:192.0.2.0/25 -all', '192.0.2.16'), true);
  assert.equal(sends('v=spf1 ?mx ip4:192.0.2.0/25 -all', '192.0.2.25'), false);
  assert.equal(sends('v=spf1 -a ip4:192.0.2.0/25 -all', '192.0.2.7'), false);
  assert.equal(sends('v=spf1 -ip6:2001:db8::7 ip6:2001:db8::/64 -all', '2001:db8::7'), false);
  assert.equal(sends('v=spf1 -ip6:2001:db8::7 ip6:2001:db8::/64 -all', '2001:db8::8'), true);
  assert.equal(sends('v=spf1 include:example.net -all', '192.0.2.8'), false);
  assert.equal(sends('v=spf1 include:example.net -all', '192.0.2.9'), true);
  assert.equal(sends('v=spf1 -include:example.net ip4:192.0.2.0/24 -all', '192.0.2.8'), true);
  assert.equal(sends('v=spf1 -include:example.net ip4:192.0.2.0/24 -all', '192.0.2.9'), false);
});

test('what is refused within a network is followed', () => {
  const spf = (refused: string): string => `@ 60 TXT "v=spf1 ${refused} ip4:192.0.2.0/25 -all"`;
  const mail = new Mail({ 'example.com.': `${spf('-ip4:192.0.2.7')}\n` });
  assert.equal(mail.reasons('192.0.2.7').length, 0);
  mail.edit('example.com.', 0, spf('-ip4:192.0.2.8'));
  assert.equal(mail.reasons('192.0.2.7').length, 1);
  assert.equal(mail.reasons('192.0.2.8').length, 0);
});

test('include and redirect lead to held domains, in circles too', () => {
  const mail = new Mail({
    'example.com.': '@ 60 TXT "v=spf1 include:spf.example.net include:example.com ~all"\n',
    'example.net.':
      'spf 60 TXT "v=spf1 ip4:192.0.2.25 " "redirect=more.example.net"\nmore 60 TXT "v=spf1 a:out.example.net"\nout 60 A 192.0.2.26\n',
  });
  assert.deepEqual(mail.reasons('192.0.2.25'), [
    'example.com. spf-ip example.com.',
    'spf.example.net. spf-ip spf.example.net.',
  ]);
  assert.deepEqual(mail.reasons('192.0.2.26'), [
    'out.example.net. spf-a example.com.',
    'out.example.net. spf-a more.example.net.',
    'out.example.net. spf-a spf.example.net.',
  ]);
});

test('edits far away are followed', () => {
  const mail = new Mail({
    'example.com.': '@ 60 TXT "v=spf1 include:example.net -all"\n',
    'example.net.': '@ 60 TXT "v=spf1 mx -all"\n@ 60 MX 10 mail\nmail 60 CNAME relay\nrelay 60 A 192.0.2.25\n',
  });
  assert.deepEqual(mail.reasons('192.0.2.25').length, 2);
  mail.edit('example.net.', 3, 'relay 60 A 192.0.2.26');
  assert.deepEqual(mail.reasons('192.0.2.25'), []);
  assert.deepEqual(mail.reasons('192.0.2.26').length, 2);
  mail.edit('example.net.', 0, '@ 60 TXT "v=spf1 ip4:192.0.2.0/28 -all"');
  assert.deepEqual(mail.reasons('192.0.2.26'), []);
  assert.deepEqual(mail.reasons('192.0.2.5'), ['example.com. spf-ip example.com.', 'example.net. spf-ip example.net.']);
  mail.edit('example.com.', 0, '@ 60 TXT "x"');
  assert.deepEqual(mail.reasons('192.0.2.5'), ['example.net. spf-ip example.net.']);
});

test('records that include each other in all ways are followed so far as receivers could', { timeout: 60_000 }, () => {
  const includes = Array.from({ length: 9 }, (_, index) => `include:s${index}.example.com`).join(' ');
  const records = Array.from(
    { length: 9 },
    (_, index) => `s${index} TXT "v=spf1 ip4:192.0.2.${index} ${includes} -all"`,
  );
  const mail = new Mail({
    'example.com.': `$TTL 60\n@ TXT "v=spf1 ${includes} ip4:192.0.2.99 -all"\n${records.join('\n')}\n`,
  });
  assert.ok(mail.reasons('192.0.2.0').includes('example.com. spf-ip example.com.'));
  assert.ok(mail.reasons('192.0.2.99').includes('example.com. spf-ip example.com.'));
});
