import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../workspace/load.ts';

const soa = (primary: string, mailbox: string, server = 'ns1.example.net.'): string =>
  `$TTL 3600\n@ IN SOA ${primary} ${mailbox} 1 7200 900 1209600 3600\n@ IN NS ${server}\n`;
const foreign = soa('ns1.example.net.', 'hostmaster.example.net.');
const own = soa('ns1.example.net.', 'hostmaster.example.com.');

function rows(files: Readonly<Record<string, string>>): readonly string[] {
  return Workspace.of({ ...files })
    .settle()
    .rows();
}

test('a file named as a domain is that zone where its SOA record says so', () => {
  assert.deepEqual(rows({ 'example.com': own }), ['example.com example.com. evidence held']);
  assert.deepEqual(rows({ 'example.com.txt': own }), ['example.com.txt example.com. evidence held']);
  assert.deepEqual(rows({ 'example.com': soa('ns1.example.com.', 'h.example.net.') }), [
    'example.com example.com. evidence held',
  ]);
  assert.deepEqual(rows({ 'example.com': foreign }), ['example.com ? none not held']);
  assert.deepEqual(rows({ 'template.test': own }), ['template.test ? none not held']);
});

test('or its NS records, or where it stands in a folder of zones and no record says that it is another zone', () => {
  const served = soa('localhost.', 'root.localhost.', 'ns1.example.com.');
  assert.equal(
    beside('other/example.org', served.replace('example.com', 'example.org')),
    'example.org. file-name held',
  );
  const named = (name: string, text = foreign): string => beside(name, text);
  for (const name of ['zones/example.org', 'nsd/zones/lab.example.fr', 'dns/home.lan', 'bind/example.pl'])
    assert.equal(named(name), `${name.slice(name.lastIndexOf('/') + 1)}. file-name held`, name);
  for (const name of ['zones/forward.test', 'zones/zone.example', 'zones/internal.test', 'other/example.org'])
    assert.equal(named(name), '? none not held', name);
  for (const name of ['pri.example.org', 'db-lab.example.org'])
    assert.equal(named(`zones/${name}`), '? ambiguous not held', name);
  assert.equal(named('zones/example.org', '$TTL 1h\nwww IN A 192.0.2.1\n'), '? none not held', 'no SOA record');
  const other = soa('ns1.example.net.', 'hostmaster.provider.example.');
  for (const line of ['www.example.net. A 192.0.2.1', 'sub.example.net. NS ns1.example.net.', 'ns1 A 192.0.2.1'])
    assert.equal(named('zones/example.org', `${other}${line}\n`), '? none not held', line);
});

test('or where a PTR record leads to a host in it', () => {
  const reverse = { 'db.2.0.192.in-addr.arpa': `${foreign}1 IN PTR www.example.com.\n` };
  const hosts = `${foreign}www IN A 192.0.2.1\n`;
  for (const name of ['example.com', 'pri.example.com', 'named.example.com'])
    assert.deepEqual(rows({ ...reverse, [name]: hosts }), [
      'db.2.0.192.in-addr.arpa 2.0.192.in-addr.arpa. file-name held',
      `${name} example.com. evidence held`,
    ]);
  const below = { 'db.2.0.192.in-addr.arpa': `${foreign}1 IN PTR www.pri.example.com.\n` };
  assert.deepEqual(rows({ ...below, 'pri.example.com': hosts })[1], 'pri.example.com pri.example.com. evidence held');
  assert.deepEqual(rows({ 'pri.example.com': own }), ['pri.example.com ? ambiguous not held']);
});

test('octets without a mark are a reverse zone in the order that the records tell', () => {
  const forward = { 'example.com.zone': `${own}www IN A 192.0.2.1\n` };
  const pointers = `${own}1 IN PTR www.example.com.\n`;
  for (const name of ['192.0.2', 'named.192.0.2', 'rev.192.0.2', 'rev.2.0.192']) {
    const found = rows({ ...forward, [name]: pointers });
    assert.ok(found.includes(`${name} 2.0.192.in-addr.arpa. evidence held`), found.join('\n'));
    assert.deepEqual(rows({ [name]: pointers }), [`${name} ? ambiguous not held`]);
  }
  assert.deepEqual(rows({ '1.2.3': 'first version\n' }), []);
  assert.deepEqual(rows({ '10.10': own }), ['10.10 ? none not held']);
});

test('what is decided changes with the records that decide it', () => {
  const workspace = Workspace.of({
    'example.com.zone': `${own}www IN A 192.0.2.1\n`,
    '192.0.2': `${own}1 IN PTR www.example.com.\n`,
  }).settle();
  workspace.edit('example.com.zone', `${own}www IN A 203.0.113.9\n`).settle();
  assert.deepEqual(workspace.rows()[0], '192.0.2 ? ambiguous not held');
  workspace.type('example.com.zone', '203.0.113.9', '192.0.2.1').settle();
  assert.deepEqual(workspace.rows()[0], '192.0.2 2.0.192.in-addr.arpa. evidence held');
});

const HOSTS = `${own}a IN A 192.0.2.1\nb IN A 192.0.2.2\nc IN A 192.0.2.3\nd IN AAAA 2001:db8::d\ne IN AAAA 2001:db8::e\n`;
const pointers = (...lines: string[]): string => `${own}${lines.map((line) => `${line}.example.com.\n`).join('')}`;
const TWO = pointers('1 IN PTR a', '2 IN PTR b');

/** What is known of a file beside the zone of the hosts. */
function beside(name: string, text: string, more: Readonly<Record<string, string>> = {}): string {
  const found = rows({ 'db.example.com': HOSTS, ...more, [name]: text });
  return found.find((row) => row.startsWith(`${name} `))?.slice(name.length + 1) ?? 'no zone file';
}

test('a file that says reverse, or nothing, is the network of the hosts that its PTR records lead to', () => {
  const network = '2.0.192.in-addr.arpa. evidence held';
  for (const name of [
    'rev.example.com.db',
    'reverse.example.com',
    'example.com.rev',
    'reverse.db',
    'db.reverse',
    'named.rev',
    'example.com.ptr',
    'zones/example.com.inverse',
    'zones/lab_192.0.2',
    'db.192',
  ])
    assert.equal(beside(name, TWO), network, name);
  const nibbles = (last: string): string => `${last}.${'0.'.repeat(14)}0`;
  assert.equal(
    beside('db.reverse6', pointers(`${nibbles('d')} IN PTR d`, `${nibbles('e')} IN PTR e`)),
    '0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. evidence held',
  );
});

test('a target without its final dot is a witness all the same', () => {
  const undotted = TWO.replaceAll('example.com.\n', 'example.com\n');
  assert.equal(beside('reverse.db', undotted), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('192.0.2.rev', undotted), '2.0.192.in-addr.arpa. evidence held');
});

test('where they lead to no network, or to several, it stays open', () => {
  assert.equal(beside('reverse.db', pointers('1 IN PTR a')), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('hosts.db', pointers('1 IN PTR a')), '? none not held');
  assert.equal(beside('reverse.db', pointers('1 IN PTR b', '2 IN PTR a')), '? none not held');
  assert.equal(beside('reverse.db', pointers('7 IN PTR x', '8 IN PTR y')), '? none not held');
  const both = `${own}a IN A 198.51.100.1\nb IN A 198.51.100.2\n`;
  assert.equal(beside('reverse.db', TWO, { 'more/db.example.com': both }), '? none not held');
  const third = pointers('1 IN PTR a', '2 IN PTR b', '9 IN PTR c');
  assert.equal(beside('reverse.db', third), '2.0.192.in-addr.arpa. evidence held', 'one fault of three hides nothing');
  assert.equal(beside('reverse.db', third.replace('2 IN PTR b', '8 IN PTR b')), '? none not held', 'two of three do');
  const most = pointers('1 IN PTR a', '2 IN PTR b', '3 IN PTR c', '9 IN PTR a');
  assert.equal(beside('reverse.db', most), '2.0.192.in-addr.arpa. evidence held');
});

test('views and roles in names are no part of the zone, where the records or the top-level domain say so', () => {
  const primary = `${soa('ns1.example.org.', 'hostmaster.example.org.', 'ns1.example.org.')}ns1 IN A 192.0.2.53\n`;
  for (const name of ['db.example.org.internal', 'int-example.org.zone', 'zones/example.org.lan'])
    assert.equal(beside(name, primary), 'example.org. evidence held', name);
  for (const name of [
    'db.example.org.slave',
    'master_db.example.org',
    'primary-example.org.zone',
    'example.org-ext.db',
  ])
    assert.match(beside(name, primary), /^example\.org\. (evidence|file-name) held$/, name);
  assert.equal(beside('db.example.org.slave', foreign), 'example.org. file-name held');
  assert.equal(beside('db.dept.corp.internal', foreign), 'dept.corp.internal. file-name held');
  assert.equal(beside('internal.example.org.zone', primary), 'internal.example.org. file-name held', 'a label, mostly');
  for (const name of [
    'internal-192.168.1.zone',
    'db.192.168.1.external',
    'zones/master_db.192.168.1',
    'db.192.168.1_int',
  ])
    assert.equal(beside(name, foreign), '1.168.192.in-addr.arpa. file-name held', name);
});

test('a name that is none of a zone yields to the server that is inside, one below that zone does not', () => {
  const primary = `${soa('ns1.example.org.', 'hostmaster.example.org.')}ns1 IN A 192.0.2.53\n`;
  assert.equal(beside('zones/master_db.site', primary), 'example.org. evidence held');
  assert.match(beside('dept.example.org', primary), / not held$/);
});

test('a zone that says reverse in its name is that one where another zone leads or delegates to it', () => {
  const lead = (line: string): Record<string, string> => ({ 'db.2.0.192.in-addr.arpa': `${foreign}${line}\n` });
  for (const line of ['@ IN DNAME rev.example.com.', '1 IN CNAME 1.rev.example.com.'])
    assert.equal(beside('rev.example.com.db', TWO, lead(line)), 'rev.example.com. evidence held', line);
  const delegated = { 'db.example.com': `${HOSTS}rev IN NS ns1.example.net.\n` };
  assert.equal(beside('rev.example.com.db', TWO, delegated), 'rev.example.com. evidence held');
  assert.equal(beside('rev.example.com.db', HOSTS), 'rev.example.com. file-name held');
});

test('a file of hosts whose name tells nothing is the zone that its own primary server lies in', () => {
  const primary = `${soa('ns1.example.org.', 'hostmaster.example.org.')}ns1 IN A 192.0.2.53\n`;
  for (const name of ['forward.db', 'db.forward', 'named.fwd', 'hosts.db'])
    assert.equal(beside(name, primary), 'example.org. evidence held', name);
  assert.equal(beside('forward.db', `${soa('ns1.example.org.', 'hostmaster.example.org.')}`), '? none not held');
  const elsewhere = `${soa('ns1.example.org.', 'hostmaster.example.net.')}ns1 IN A 192.0.2.53\n`;
  assert.equal(beside('forward.db', elsewhere), '? none not held');
  const template = `${soa('localhost.', 'root.localhost.', 'ns1.example.org.')}ns1 IN A 192.0.2.53\n`;
  assert.equal(beside('forward.db', template), 'example.org. evidence held');
  assert.equal(beside('forward.db', template.replace('root.localhost.', 'root.example.net.')), '? none not held');
  assert.equal(beside('forward.db', `${template}@ IN NS ns1.example.net.\n`), '? none not held');
  assert.equal(beside('forward.db', `${template}sub IN NS ns1.example.net.\n`), 'example.org. evidence held');
});

test('a file whose name tells nothing may have it from its folder', () => {
  const found = rows({
    'zones/example.com/zone': `${own}a IN A 192.0.2.1\n`,
    'zones/192.0.2/zone': pointers('1 IN PTR a'),
    'zones/example.net/zone': soa('ns1.example.org.', 'hostmaster.example.org.'),
  });
  assert.deepEqual(found, [
    'zones/192.0.2/zone 2.0.192.in-addr.arpa. evidence held',
    'zones/example.com/zone example.com. evidence held',
    'zones/example.net/zone ? none not held',
  ]);
});

test('in folders of zones a file is looked at whatever its name is, but programs are not', () => {
  assert.equal(beside('zones/lab_192.0.2', '$TTL 60\n@ IN SOA a. b. 1 1 1 1 1\n'), '? none not held');
  assert.equal(beside('zones/make.pl', '$ttl = 60;\n'), 'no zone file');
  assert.equal(beside('other/example.fr', foreign), '? none not held');
  assert.equal(beside('other/example.fr', 'no zone\n'), 'no zone file');
  assert.equal(beside('other/lab_192.x', '$TTL 60\n'), 'no zone file');
});

test('a name with fewer octets than its zone is the one part of that network with hosts of the domain', () => {
  assert.equal(beside('db.192', pointers('7 IN PTR a', '8 IN PTR b')), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('db.192', pointers('7 IN PTR x')), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('db.192', `${pointers('1 IN PTR a')}a IN A 192.0.2.1\n`), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('db.198', pointers('7 IN PTR x')), '? none not held');
  assert.equal(beside('db.192', `${foreign}7 IN PTR x.example.org.\n`), '? none not held');
  const more = { 'db.example.org': `${own}a IN A 192.0.3.1\n` };
  const both = `${pointers('7 IN PTR x')}8 IN PTR y.example.org.\n`;
  assert.equal(beside('db.192', both, more), '? none not held');
});

test('hosts of the domain, or a comment, tell the order of octets', () => {
  assert.equal(beside('db.192.0.2', pointers('7 IN PTR x')), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('db.2.0.192', pointers('7 IN PTR x')), '2.0.192.in-addr.arpa. evidence held');
  const noted = (comment: string): string => `; ${comment}\n${foreign}7 IN PTR x.example.org.\n`;
  assert.equal(beside('db.203.0.113', noted('network 203.0.113.0/24')), '113.0.203.in-addr.arpa. evidence held');
  assert.equal(
    beside('db.113.0.203', `${noted('')}8 IN PTR y.example.org. ;203.0.113.8`),
    '113.0.203.in-addr.arpa. evidence held',
  );
  for (const other of ['198.51.100.7', 'release 203.0.113.4.1', '203.0.113.7 and 113.0.203.7'])
    assert.equal(beside('db.203.0.113', noted(other)), '? ambiguous not held', other);
});

test('no network of hosts begins with 0 or 224 and more: such octets are in the other order', () => {
  assert.equal(beside('db.127.0.0', foreign), '0.0.127.in-addr.arpa. file-name held');
  assert.equal(beside('192.0.2.240.zone', foreign), '240.2.0.192.in-addr.arpa. file-name held');
  assert.equal(beside('zones/127.0.0', `${foreign}1 IN PTR localhost.\n`), '0.0.127.in-addr.arpa. evidence held');
});

test('PTR records alone are no forward zone, though the file is named after one', () => {
  assert.equal(beside('zones/example.org.db', TWO), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('zones/example.org.db', `${foreign}7 IN PTR x.example.org.\n`), '? none not held');
  assert.equal(beside('zones/example.org.db', `${TWO}www IN A 192.0.2.7\n`), 'example.org. file-name held');
  assert.equal(
    beside('zones/example.org.db', `${foreign}_http._tcp IN PTR web.example.org.\n`),
    'example.org. file-name held',
  );
});

test('hosts whose names are written out tell the zone that they end in', () => {
  const written = (zone: string): string =>
    `${soa(`ns1.${zone}`, 'hostmaster.example.net.', `ns1.${zone}`)}ns1.${zone} IN A 192.0.2.1\nwww.a.${zone} IN A 192.0.2.2\n`;
  for (const name of ['zones/master_db.corp', 'corp.zone', 'db.corp', 'zones/corp'])
    assert.equal(beside(name, written('corp.')), 'corp. evidence held', name);
  assert.equal(beside('dept.db', written('dept.example.org.')), 'dept.example.org. evidence held');
  assert.equal(beside('hosts.db', written('corp.')), '? none not held');
  assert.equal(beside('hosts.db', written('example.org.')), '? none not held');
  const mailbox = written('example.org.').replace('hostmaster.example.net', 'hostmaster.example.org');
  assert.equal(beside('hosts.db', mailbox), 'example.org. evidence held');
  const apex = soa('dept.example.org.', 'hostmaster.example.org.', 'ns1.dept.example.org.');
  assert.equal(beside('db.dept', `${apex}ns1 IN A 192.0.2.1\n`), 'dept.example.org. evidence held');
});

test('a text file has the name of its zone before its ending, and what stands behind a target is none', () => {
  assert.equal(beside('db.example.org.txt', foreign), 'example.org. file-name held');
  assert.equal(beside('db.192.168.1.txt', foreign), '1.168.192.in-addr.arpa. file-name held');
  assert.equal(beside('reverse.db', TWO.replaceAll('.com.', '.com. # a host')), '2.0.192.in-addr.arpa. evidence held');
});

test('words for reverse in other languages, and the servers of a file whose prefix may be a label', () => {
  for (const name of ['example.com.inv', 'db.example.com.inverse', 'zones/inversa.example.com', 'db.reversa'])
    assert.equal(
      beside(name, `${pointers('1 IN PTR a')}a IN A 192.0.2.1\n`),
      '2.0.192.in-addr.arpa. evidence held',
      name,
    );
  assert.equal(beside('192.168.1.inv', foreign), '1.168.192.in-addr.arpa. file-name held');
  const template = `${soa('localhost.', 'root.localhost.', 'ns1.example.org.')}ns1 IN A 192.0.2.53\n`;
  assert.equal(beside('fwd.example.org.db', template), 'example.org. evidence held');
});

test('a primary that is its own only server is the zone where the mailbox is below it, or the file is named so', () => {
  const apex = (mailbox: string): string =>
    `${soa('dept.example.org.', mailbox, 'dept.example.org.')}@ IN A 192.0.2.1\n`;
  assert.equal(beside('forward.db', apex('root.dept.example.org.')), 'dept.example.org. evidence held');
  assert.equal(beside('db.dept.conf.txt', apex('root.example.net.')), 'dept.example.org. evidence held');
  assert.equal(beside('forward.db', apex('root.example.org.')), '? none not held');
  assert.equal(
    beside('forward.db', `${soa('localhost.', 'root.localhost.', 'localhost.')}@ IN A 192.0.2.1\n`),
    '? none not held',
  );
  const parent = `${soa('ns1.dept.example.org.', 'root.example.org.', 'ns1.dept.example.org.')}ns1 IN A 192.0.2.1\n`;
  assert.equal(beside('db.dept', parent), 'dept.example.org. evidence held');
  assert.equal(beside('db.other', parent), '? none not held');
});

test('a reverse zone that is named after a domain is the one network that has hosts of this', () => {
  const wrong = pointers('7 IN PTR x', '8 IN PTR y');
  for (const name of ['rev.example.com.db', 'example.com.rev', 'example.com.inverse'])
    assert.equal(beside(name, wrong), '2.0.192.in-addr.arpa. evidence held', name);
  assert.equal(beside('example.org.rev', wrong), '? none not held');
  const more = { 'db.example.com': `${HOSTS}f IN A 198.51.100.1\n` };
  assert.equal(beside('example.com.rev', wrong, more), '? none not held');
  const loopback = { 'db.example.com': `${HOSTS}localhost IN A 127.0.0.1\n` };
  assert.equal(beside('example.com.rev', wrong, loopback), '2.0.192.in-addr.arpa. evidence held');
});

test('a name of IPv6 groups counts where the owners have the nibbles that are missing', () => {
  const zone = '1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. evidence held';
  const missing = `${'0.'.repeat(19)}1 IN PTR x.example.org.\n`;
  for (const name of ['db.2001:db8:1', 'db.2001.db8.1', '2001-db8-1.rev', 'zones/2001_db8_0001.zone'])
    assert.equal(beside(name, `${foreign}${missing}`), zone, name);
  assert.equal(beside('db.2001:db8', `${foreign}${missing}`), '? none not held');
  assert.equal(beside('db.2001:db8:1', foreign), '? none not held');
});

test('whole reverse names tell the /24 or the /64 that they are all in', () => {
  const six = `${'0.'.repeat(15)}0.1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. IN PTR x.example.org.\n`;
  assert.equal(beside('db.inverse6', `${foreign}${six}`), '1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. evidence held');
  const four = '7.2.0.192.in-addr.arpa. IN PTR x.example.org.\n';
  assert.equal(beside('db.inverse', `${foreign}${four}`), '2.0.192.in-addr.arpa. evidence held');
  assert.equal(beside('db.inverse', `${foreign}${four}${four.replace('.2.', '.3.')}`), '? none not held');
});

test('an SOA record that alone lacks its final dot, as Cloudflare exports it, begins the zone that it was meant for', () => {
  const zone = (owner: string, served: string): string =>
    `${owner} 3600 IN SOA ada.ns.example.net. dns.example.net. 1 7200 900 1209600 3600\n${served} IN NS ada.ns.example.net.\nwww.example.com. IN A 192.0.2.1\n`;
  const found = (text: string, name = 'example.com.txt'): string => rows({ [name]: text })[0] ?? '';
  assert.equal(found(zone('example.com', 'example.com.')), 'example.com.txt example.com. evidence held');
  assert.equal(found(zone('Example.com', 'example.COM.'), 'export.zone'), 'export.zone example.com. evidence held');
  for (const text of [
    zone('example.com', 'example.org.'),
    zone('example.com', 'example.com'),
    zone('example', 'example.com.'),
    `$ORIGIN .\n${zone('example.com', 'example.com.')}`,
  ])
    assert.doesNotMatch(found(text), /evidence/);
});

test('an SOA record under "$ORIGIN .", as Cloudflare exported it, is that of the one zone that has name servers', () => {
  const exported = `$ORIGIN .\n@ 3600 IN SOA example.com. root.example.com. 1 7200 900 1209600 3600\n`;
  const zone = (served: string): string =>
    `${exported}${served} 300 IN NS ns1.example.net.\nwww.example.com. 300 IN A 192.0.2.1\n`;
  const found = (text: string): string => rows({ 'example.com': text })[0] ?? '';
  assert.equal(found(zone('example.com.')), 'example.com example.com. text held');
  for (const text of [zone('@'), zone('com.'), `${zone('example.com.')}example.org. 300 IN NS ns1.example.net.\n`])
    assert.equal(found(text), 'example.com . text held');
});

test('hosts that are all written out in the zone above the one that a file is named as tell that it is that zone', () => {
  const written = `${soa('lab.example.org.', 'admin.lab.example.org.', 'ns.lab.example.org.')}ns.lab.example.org. A 192.0.2.1\n*.apps.lab.example.org. A 192.0.2.2\n`;
  const found = (text: string, name = 'db.ocp.lab.example.org'): string => beside(name, text);
  assert.equal(found(written), 'lab.example.org. evidence held');
  for (const line of ['www A 192.0.2.3', 'www.ocp.lab.example.org. A 192.0.2.3', 'www.example.net. A 192.0.2.3'])
    assert.equal(found(`${written}${line}\n`), 'ocp.lab.example.org. file-name held', line);
  assert.equal(found(written, 'db.other.example.org'), 'other.example.org. file-name held');
});

test('"db" before a hyphen or an underscore is no part of a network, and of a domain where no record says so', () => {
  for (const name of ['zones/db-10.2', 'db_10.2'])
    assert.equal(beside(name, `${foreign}1.0 IN PTR x.example.org.\n`), '2.10.in-addr.arpa. file-name held', name);
  const primary = `${soa('ns1.example.org.', 'hostmaster.example.net.', 'ns1.example.org.')}ns1 IN A 192.0.2.53\n`;
  assert.equal(beside('zones/db-example.org', primary), 'example.org. evidence held');
});

test('what a file tells of its zone by itself is asked again when it is edited', () => {
  const zone = Workspace.of({ 'zones/example.org': `${foreign}www A 192.0.2.1\n` }).settle();
  assert.deepEqual(zone.rows(), ['zones/example.org example.org. file-name held']);
  zone.edit('zones/example.org', `${foreign}www A 192.0.2.1\nwww.example.com. A 192.0.2.1\n`).settle();
  assert.deepEqual(zone.rows(), ['zones/example.org ? none not held']);
  zone.type('zones/example.org', 'www.example.com.', 'www.example.org.').settle();
  assert.deepEqual(zone.rows(), ['zones/example.org example.org. file-name held']);
  const above = Workspace.of({
    'db.ocp.lab.example.org': `$TTL 3600\n@ SOA lab.example.org. a.lab.example.org. 1 7200 900 1209600 3600\n@ NS ns.lab.example.org.\nns.lab.example.org. A 192.0.2.1\nwww.lab.example.org. A 192.0.2.1\n`,
  }).settle();
  assert.deepEqual(above.rows(), ['db.ocp.lab.example.org lab.example.org. evidence held']);
  above.type('db.ocp.lab.example.org', 'www.lab.example.org.', 'www').settle();
  assert.deepEqual(above.rows(), ['db.ocp.lab.example.org ocp.lab.example.org. file-name held']);
  above.type('db.ocp.lab.example.org', '\nwww A', '\nwww.lab.example.org. A').settle();
  assert.deepEqual(above.rows(), ['db.ocp.lab.example.org lab.example.org. evidence held']);
  const root = Workspace.of({
    'example.com': `$ORIGIN .\n@ 3600 SOA a.example.com. b.example.com. 1 7200 900 1209600 3600\nexample.com. 60 NS ns.example.net.\n`,
  }).settle();
  assert.deepEqual(root.rows(), ['example.com example.com. text held']);
  root.type('example.com', 'example.com. 60', 'com. 60').settle();
  assert.deepEqual(root.rows(), ['example.com . text held']);
  root.type('example.com', '\ncom. 60', '\nexample.com. 60').settle();
  assert.deepEqual(root.rows(), ['example.com example.com. text held']);
});
