import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../workspace/load.ts';

const soa =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 3600\n@ IN NS ns1.example.com.\n';
const signed = (zone: string): string =>
  `; dnssec_signzone version 9.20\n${zone}. 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 3600\n`;
const primary = (name: string, file: string, view?: string): string => {
  const zone = `zone "${name}" { type primary; file "${file}"; };\n`;
  return view === undefined ? zone : `view "${view}" { ${zone} };\n`;
};

function rows(files: Readonly<Record<string, string>>): readonly string[] {
  return Workspace.of({ ...files })
    .settle()
    .rows();
}

test('the source of a signed zone is the zone, whatever tells its name', () => {
  assert.deepEqual(rows({ 'db.example.com': soa, 'db.example.com.signed': signed('example.com') }), [
    'db.example.com example.com. file-name held',
    'db.example.com.signed example.com. text not held',
  ]);
  assert.deepEqual(rows({ 'my-zone.txt': soa, 'my-zone.txt.signed': signed('example.com') }), [
    'my-zone.txt example.com. text held',
    'my-zone.txt.signed example.com. text not held',
  ]);
  assert.deepEqual(rows({ 'my.data': soa, 'my.data.signed': signed('example.com') }), [
    'my.data example.com. text held',
    'my.data.signed example.com. text not held',
  ]);
});

test('a configuration that names the signed file speaks of the source, with its view', () => {
  const files = { 'db.example.com': soa, 'db.example.com.signed': signed('example.com') };
  const view = 'internal';
  assert.deepEqual(rows({ ...files, 'named.conf': primary('example.com', 'db.example.com.signed', view) }), [
    'db.example.com example.com. [internal] configuration held',
    'db.example.com.signed example.com. [internal] configuration not held',
  ]);
  assert.deepEqual(rows({ ...files, 'named.conf': primary('example.com', 'db.example.com') }), [
    'db.example.com example.com. configuration held',
    'db.example.com.signed example.com. text not held',
  ]);
});

test('what is no source of it leaves the signed file alone', () => {
  const product = { 'db.example.com.signed': signed('example.com') };
  assert.deepEqual(rows(product), ['db.example.com.signed example.com. text held']);
  const declared = { ...product, 'named.conf': primary('example.com', 'db.example.com.signed') };
  assert.deepEqual(rows({ ...declared, 'db.example.com': signed('example.net') }), [
    'db.example.com example.net. text held',
    'db.example.com.signed example.com. configuration held',
  ]);
  assert.deepEqual(rows({ ...declared, 'db.example.com': 'www 3600 IN A 192.0.2.1\n' }), [
    'db.example.com.signed example.com. configuration held',
  ]);
  const both = primary('example.com', 'db.example.com.signed', 'a') + primary('example.com', 'db.example.com', 'b');
  assert.deepEqual(rows({ ...product, 'db.example.com': soa, 'named.conf': both }), [
    'db.example.com example.com. [b] configuration held',
    'db.example.com.signed example.com. [a] configuration held',
  ]);
});

test('a mapping by name is meant, one by a glob is of the source', () => {
  const files = { 'db.one': soa, 'db.one.signed': signed('example.com') };
  const mapped = (file: string): readonly string[] =>
    Workspace.of({ ...files })
      .configure({ zones: [{ file, origin: 'example.com' }] })
      .settle()
      .rows();
  assert.deepEqual(mapped('db.one*'), [
    'db.one example.com. setting held',
    'db.one.signed example.com. setting not held',
  ]);
  assert.deepEqual(mapped('db.one.signed'), [
    'db.one example.com. text not held',
    'db.one.signed example.com. setting held',
  ]);
});

test('what comes, goes and changes is known as on a fresh load', () => {
  const files = { 'db.example.com': soa, 'named.conf': primary('example.com', 'db.example.com.signed') };
  const workspace = Workspace.of(files).settle();
  const expectFresh = (): void => {
    const fresh = new Workspace(workspace.files);
    assert.deepEqual(workspace.settle().rows(), fresh.settle().rows());
  };
  const steps: readonly (() => unknown)[] = [
    () => workspace.write('db.example.com.signed', signed('example.com')),
    () => workspace.write('db.example.com', signed('example.net')),
    () => workspace.write('db.example.com', soa),
    () => workspace.remove('named.conf'),
    () => workspace.write('db.example.com', 'www 3600 IN A 192.0.2.1\n'),
    () => workspace.remove('db.example.com'),
    () => workspace.write('db.example.com', soa),
    () => workspace.remove('db.example.com.signed'),
  ];
  for (const step of steps) {
    step();
    expectFresh();
  }
  workspace.write('db.example.com.signed', signed('example.com')).edit('db.example.com', soa).settle();
  workspace.type('db.example.com', '@ IN SOA', 'example.net. IN SOA').settle();
  assert.deepEqual(workspace.rows(), [
    'db.example.com example.net. text held',
    'db.example.com.signed example.com. text held',
  ]);
});
