import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../workspace/load.ts';

const soa = (primary: string, mailbox: string): string =>
  `$TTL 3600\n@ IN SOA ${primary} ${mailbox} 1 7200 900 1209600 3600\n@ IN NS ns1.example.net.\n`;
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
  workspace.edit('example.com.zone', `${own}www IN A 192.0.2.9\n`).settle();
  assert.deepEqual(workspace.rows()[0], '192.0.2 ? ambiguous not held');
  workspace.type('example.com.zone', '192.0.2.9', '192.0.2.1').settle();
  assert.deepEqual(workspace.rows()[0], '192.0.2 2.0.192.in-addr.arpa. evidence held');
});
