import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../../src/project/project.ts';
import { Reporter } from '../../src/report/report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

const ZONE = `$TTL 1h
@ IN SOA ns.example.net. hostmaster.example.net. 1 1h30m 30m1h 1w 1h
@ IN NS ns.example.net.
$GENERATE 1-2 h$ TXT a$
$INCLUDE hosts.inc
www 1d12h IN TXT "a"
$INCLUDE hosts.inc
$TTL 1h
$ORIGIN sub
mail IN TXT "b"
`;
const INCLUDED = '$TTL 300\nftp IN TXT "c"\n';
const NSD = 'zone:\n    name: example.com\n    zonefile: example.com.zone\n';
const KNOT = 'zone:\n  - domain: example.com\n    file: example.com.zone\n';
const BIND = 'zone "example.com" { type primary; file "example.com.zone"; };\n';

test('what NSD reads otherwise than BIND is told of in the zones of an NSD', () => {
  assert.deepEqual(hintsOf({ 'nsd.conf': NSD, 'example.com.zone': ZONE, 'hosts.inc': INCLUDED }), [
    '2:52 portability-ttl: "1h30m" is refused by NSD: write the seconds',
    '4:1 portability-generate: $GENERATE is not known to NSD, and this zone is served by it',
    '5:10 portability-include-ttl: The $TTL 300 of this file counts behind the $INCLUDE in BIND, but not in NSD',
    '6:5 portability-ttl: "1d12h" is refused by NSD: write the seconds',
    '9:9 portability-origin: $ORIGIN "sub" is relative, which is refused by NSD',
  ]);
});

test('Knot reads all TTLs, but no CR LF', () => {
  const files = { 'knot.conf': KNOT, 'example.com.zone': ZONE.replaceAll('\n', '\r\n'), 'hosts.inc': INCLUDED };
  assert.deepEqual(hintsOf(files), [
    '1:8 syntax-crlf: The lines end in CR LF, and Knot refuses such a file',
    '4:1 portability-generate: $GENERATE is not known to Knot, and this zone is served by it',
    '5:10 portability-include-ttl: The $TTL 300 of this file counts behind the $INCLUDE in BIND, but not in Knot',
    '9:9 portability-origin: $ORIGIN "sub" is relative, which is refused by Knot',
  ]);
});

test('where both serve the zone both are named', () => {
  const found = hintsOf({ 'nsd.conf': NSD, 'knot.conf': KNOT, 'example.com.zone': ZONE, 'hosts.inc': INCLUDED });
  assert.equal(
    found[1],
    '4:1 portability-generate: $GENERATE is not known to NSD and Knot, and this zone is served by it',
  );
});

test('in the zones of other servers nothing is said', () => {
  const files = { 'example.com.zone': ZONE.replaceAll('\n', '\r\n'), 'hosts.inc': INCLUDED };
  assert.deepEqual(hintsOf({ ...files, 'named.conf': BIND }), []);
  assert.deepEqual(hintsOf(files), []);
});

test('a last line without line end', () => {
  assert.deepEqual(hintsOf({ 'example.com.zone': `${ZONE}www IN TXT "x"`, 'hosts.inc': INCLUDED }), [
    '11:15 syntax-final-newline: The last line has no line end: what is put behind it becomes a part of it',
  ]);
});

/** The hints in example.com.zone. */
function hintsOf(files: Readonly<Record<string, string>>): string[] {
  const store = new Store();
  const engine = new Engine(store, registry, () => ({
    externalNetworks: [],
    pools: [],
    now: 1_700_000_000,
    bumpOnFix: false,
    isOff: () => false,
  }));
  const project = new Project(store);
  project.configure({ ...defaultSettings, includeBase: undefined });
  for (const path of Object.keys(files)) project.addPath(path);
  for (const [path, text] of Object.entries(files)) project.put(path, sourceOfText(text));
  for (;;) {
    do engine.step(() => false);
    while (project.associate() || store.busy || !engine.settled);
    const wanted = project.wantedIncludes();
    if (wanted.length === 0) break;
    for (const path of wanted) project.put(path, sourceOfText(files[path] ?? ''));
  }
  const file = store.files.get('example.com.zone');
  if (!file) return [];
  return new Reporter(engine, () => defaultSettings, project)
    .of(file)
    .filter(({ severity }) => severity === 'hint')
    .map(({ range: { start }, rule, message }) => `${start.line + 1}:${start.character + 1} ${rule}: ${message}`);
}
