import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECLARED } from '../../src/project/claim.ts';
import { Reporter } from '../../src/report/report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';
import { bindOutcomes, type Outcome, type ZoneCase } from './bind.ts';
import { ourOutcome } from './ours.ts';
import { zoneOf } from './zones.ts';

const HEAD = '$TTL 1h\n@ SOA ns1 hostmaster 1 2h 1h 1w 5m\n@ NS ns1\nns1 A 192.0.2.53\n';

/** What the files of real servers get wrong: the text, and the findings of weight as line and rule. */
const FAULTS: readonly (readonly [name: string, text: string, findings: readonly string[]])[] = [
  ['a comment with #', `${HEAD}# the web server\nwww A 192.0.2.80\n`, ['5 syntax-comment']],
  ['a comment with //', `${HEAD}// the web server\nwww A 192.0.2.80\n`, ['5 syntax-comment']],
  ['a comment behind a record with #', `${HEAD}www A 192.0.2.80 # web\n`, ['5 syntax-comment']],
  [
    'comments with # in an SOA',
    HEAD.replace(' 1 2h', ' (\n1 # serial\n2h').replace('5m', '5m )'),
    ['3 syntax-comment'],
  ],
  ['prose', `${HEAD}these are the servers of the office\n`, ['5 syntax-type']],
  ['an editor in the first line', `vi zone\n${HEAD}`, ['1 syntax-type']],
  ['a placeholder for an address', `${HEAD}www A EXT-DNS-IP\n`, ['5 syntax-ipv4']],
  ['letters in an address', `${HEAD}www A 192.0.XXX.XXX\n`, ['5 syntax-ipv4']],
  ['a placeholder for the serial', HEAD.replace(' 1 2h', ' SERIAL 2h'), ['2 syntax-number']],
  ['an SOA of four numbers', HEAD.replace(' 1w 5m', ' 1w'), ['2 syntax-field-missing']],
  ['an SOA of six numbers', HEAD.replace(' 5m', ' 5m 9'), ['2 syntax-field-extra']],
  ['an SOA over lines without parenthesis', HEAD.replace(' 1 2h', '\n 1 2h'), ['2 syntax-field-missing']],
  ['a serial over 32 bits', HEAD.replace(' 1 2h', ' 20240101000 2h'), ['2 serial-range']],
  ['an MX without preference', `${HEAD}@ MX mail.example.net.\n`, ['5 syntax-field-missing']],
  ['an IPv4 address in AAAA', `${HEAD}www AAAA 192.0.2.80\n`, ['5 syntax-address-family']],
  ['an address with leading zeros', `${HEAD}www A 192.000.002.080\n`, ['5 syntax-leading-zero']],
  ['a typographic quotation mark', `${HEAD}www TXT \u201ca\u201d b\n`, []],
  ['a quotation mark that is not closed', `${HEAD}www TXT "a\nmail A 192.0.2.25\n`, ['5 syntax-quote']],
  ['a parenthesis that is not closed', `${HEAD}www TXT ( "a"\nmail A 192.0.2.25\n`, ['5 syntax-parenthesis']],
  ['a bad TTL', `${HEAD}www 1y A 192.0.2.80\n`, ['5 syntax-number']],
  ['a byte order mark', `\ufeff${HEAD}`, ['1 syntax-character']],
  ['no name server', '$TTL 1h\n@ SOA a.example.net. b 1 2 3 4 5\n', ['2 ns-missing']],
  ['CNAME and other data', `${HEAD}www CNAME ns1\nwww A 192.0.2.80\n`, ['6 cname-other-data']],
];

test('what real files get wrong is one finding each, and BIND refuses what is refused here', () => {
  const cases: ZoneCase[] = FAULTS.map(([, text]) => zoneOf(Buffer.from(text).toString('latin1')));
  const bind = bindOutcomes(cases);
  for (const [index, [name, text, findings]] of FAULTS.entries()) {
    const theirs = bind[index] as Outcome;
    assert.deepEqual(errorsOf(text), findings, name);
    assert.equal(ourOutcome(cases[index] as ZoneCase).isAccepted, theirs.isAccepted, name);
    assert.equal(theirs.isAccepted, findings.length === 0, `${name}\n${theirs.messages.join('\n')}`);
  }
});

function errorsOf(text: string): string[] {
  const store = new Store();
  const file = store.setFile('zone', sourceOfText(text));
  const engine = new Engine(store, registry, () => ({
    externalNetworks: [],
    pools: [],
    now: 1_700_000_000,
    bumpOnFix: true,
    isOff: () => false,
  }));
  const apex = store.names.childText(store.names.childText(0, 'com'), 'example');
  store.mount('zone', { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  engine.step(() => false);
  return new Reporter(engine, () => defaultSettings)
    .of(file)
    .filter((shown) => shown.severity === 'error' && shown.primary)
    .map((shown) => `${shown.range.start.line + 1} ${shown.rule}`);
}
