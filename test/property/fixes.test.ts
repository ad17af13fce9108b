import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { sourceOfText } from '../../src/text/source.ts';
import { apply, type Offer, offers } from '../edits/mend.ts';
import { Workbench } from '../support/workbench.ts';

/** Runs per start; RUNS=1000 for a long run by hand. */
const RUNS = Number(process.env.RUNS ?? 12);

const FORWARD = 'example.com.zone';
const REVERSE = '2.0.192.in-addr.arpa.zone';
const REVERSE6 = '8.b.d.0.1.0.0.2.ip6.arpa.zone';
const PART = 'hosts.inc';
const CHILD = '128-191.2.0.192.in-addr.arpa.zone';
const APEXES = new Map([
  [FORWARD, 'example.com'],
  [REVERSE, '2.0.192.in-addr.arpa'],
  [REVERSE6, '8.b.d.0.1.0.0.2.ip6.arpa'],
  [CHILD, '128-191.2.0.192.in-addr.arpa'],
]);
const NAMES = ['mail', 'www', 'shop', 'vpn', 'git', 'wiki', 'backup', 'mx.east', 'db', 'build'];

interface Host {
  readonly name: string;
  readonly octet: number;
  readonly hasIp6: boolean;
}

interface Layout {
  readonly gap: string;
  readonly align: boolean;
  readonly ttl: string;
  readonly zoneClass: string;
  readonly eol: string;
  readonly finalEnd: boolean;
  readonly comments: boolean;
  readonly group: boolean;
  readonly notes: boolean;
  readonly shuffle: number;
  readonly origin: boolean;
  readonly hasDefaultTtl: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  gap: fc.constantFrom(' ', '\t', '\t\t', '    '),
  align: fc.boolean(),
  ttl: fc.constantFrom('', '', '600', '1h'),
  zoneClass: fc.constantFrom('', 'IN', 'in'),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  finalEnd: fc.boolean(),
  comments: fc.boolean(),
  group: fc.boolean(),
  notes: fc.boolean(),
  shuffle: fc.integer({ min: 0, max: 3 }),
  origin: fc.boolean(),
  hasDefaultTtl: fc.constantFrom(true, true, true, false),
});

const hosts = fc
  .uniqueArray(
    fc.record({ at: fc.nat(NAMES.length - 1), octet: fc.integer({ min: 1, max: 250 }), hasIp6: fc.boolean() }),
    {
      minLength: 3,
      maxLength: 8,
      selector: ({ at }) => at,
    },
  )
  .filter((all) => new Set(all.map(({ octet }) => octet)).size === all.length)
  .map((all) => all.map(({ at, octet, hasIp6 }): Host => ({ name: NAMES[at] ?? '', octet, hasIp6 })));

const FAULTS = [
  'missing',
  'missing6',
  'stale',
  'generic',
  'mismatch',
  'crossed',
  'alias',
  'no-dot',
  'one-label',
  'two',
  'two-below',
  'gone',
  'gone-of-two',
  'orphan',
  'mismatch-of-two',
  'address',
  'zeros',
  'whole-owner',
  'swapped',
  'a-record',
  'cname-host',
  'missing-alias',
] as const;
type Fault = (typeof FAULTS)[number];

const workspace = fc.record({
  hosts,
  fault: fc.constantFrom(...FAULTS),
  forward: layout,
  reverse: layout,
  reverse6: layout,
  hasChild: fc.boolean(),
  hasPart: fc.boolean(),
  hasOrigin: fc.boolean(),
  hasPool: fc.boolean(),
  mail: fc.boolean(),
});
type Workspace = typeof workspace extends fc.Arbitrary<infer T> ? T : never;

test('each fix mends its finding, says what it does, and changes nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-fixes-'));
  const tried = new Map<string, number>();
  try {
    fc.assert(
      fc.property(workspace, (one) => {
        const files = textsOf(one);
        const before: Records = new Map(zonesOf(files).map((path) => [path, compile(folder, path, files)]));
        for (const index of offered(load(files)).keys()) {
          const rule = checkFix(files, index, (after) => compileChanged(folder, before, { files, after }), before);
          tried.set(rule, (tried.get(rule) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS, includeErrorInReport: true },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (process.env.RUNS) console.log([...tried].map(([rule, count]) => `${rule} ${count}`).join(', '));
});

type Files = ReadonlyMap<string, string>;
type Records = ReadonlyMap<string, readonly string[]>;

/** Applies one of the offered fixes to a fresh workspace and looks at all that has come of it. Returns the rule. */
function checkFix(files: Files, index: number, compiled: (after: Files) => Records, before: Records): string {
  const workbench = load(files);
  const offer = offered(workbench)[index];
  assert.ok(offer, 'the same fixes are offered again');
  const { finding, fix } = offer;
  const known = findingsOf(workbench);
  const dump = dumpOf(workbench);
  apply(workbench, fix);
  const left = findingsOf(workbench);
  const key = keyOf(workbench, finding.rule, finding.key);
  assert.ok(!left.includes(key), `${fix.title}: ${key} is still there`);
  for (const each of left) assert.ok(known.includes(each), `${fix.title}: ${each} is new`);
  const after = new Map([...files.keys()].map((path) => [path, workbench.text(path)]));
  checkRecords(fix.title, before, compiled(after));
  checkLines(fix.title, files, after);
  for (const [path, text] of files) workbench.store.setFile(path, sourceOfText(text));
  workbench.settle();
  assert.deepEqual(dumpOf(workbench), dump, `${fix.title}: undone, all is as before`);
  return finding.rule;
}

function offered(workbench: Workbench): Offer[] {
  return offers(workbench).filter(({ fix }) => fix.refused === undefined);
}

function zonesOf(files: Files): string[] {
  return [...files.keys()].filter((path) => APEXES.has(path));
}

/** The records of all zones; those whose texts are the same are not read again. */
function compileChanged(folder: string, before: Records, { files, after }: { files: Files; after: Files }): Records {
  const isSame = (path: string): boolean => files.get(path) === after.get(path);
  return new Map(
    zonesOf(after).map((path) => {
      const isKnown = isSame(path) && (path !== REVERSE || isSame(PART));
      return [path, isKnown ? (before.get(path) ?? []) : compile(folder, path, after)];
    }),
  );
}

function load(files: Files): Workbench {
  const fixture = {
    files: [...files].map(([path, text]) => ({ path, text, options: new Map<string, string>() })),
    marks: [],
    cursor: undefined,
  };
  return new Workbench(fixture, { wholeZones: true });
}

function findingsOf(workbench: Workbench): string[] {
  return [...workbench.engine.book.all()].map(({ rule, key }) => keyOf(workbench, rule, key));
}

function keyOf(workbench: Workbench, rule: string, key: number): string {
  return `${rule} ${workbench.store.names.text(key)}`;
}

function dumpOf(workbench: Workbench): string[] {
  return [...workbench.engine.book.all()].map(({ rule, message }) => `${rule} ${message}`).sort();
}

/** The records of a zone as BIND reads them; fails where BIND does not take the zone. */
function compile(folder: string, path: string, files: Files): string[] {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const flags = ['-i', 'none', '-k', 'ignore', '-s', 'full', '-o', '-'];
  const result = spawnSync('named-compilezone', [...flags, APEXES.get(path) ?? '', path], { cwd: folder });
  assert.equal(result.status, 0, `${path}: ${result.stderr}\n${files.get(path)}`);
  return String(result.stdout)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/[ \t]+/g, ' '));
}

/** The difference of the record sets is what the title says, and the serials. */
function checkRecords(title: string, before: Records, after: Records): void {
  const removed: string[] = [];
  const added: string[] = [];
  for (const [path, records] of before) {
    const now = after.get(path) ?? [];
    const gone = without(records, now);
    const come = without(now, records);
    const soa = gone.find((line) => / IN SOA /.test(line));
    assert.equal(soa !== undefined, gone.length + come.length > 0, `${title}: the serial of ${path} is raised`);
    if (soa !== undefined)
      assert.equal(
        soa.replace(/ \d{10} /, ' N '),
        come.find((line) => / IN SOA /.test(line))?.replace(/ \d{10} /, ' N '),
      );
    removed.push(...gone.filter((line) => !/ IN SOA /.test(line)));
    added.push(...come.filter((line) => !/ IN SOA /.test(line)));
  }
  const move = /^Change the owner to (\S+)/.exec(title);
  if (move) {
    assert.deepEqual(removed.map(dataOf).sort(), added.map(dataOf).sort(), title);
    assert.ok(
      added.every((line) => line.startsWith(`${move[1]}.`) || line.startsWith(`${move[1]} `)),
      title,
    );
    return;
  }
  const said = saidBy(title);
  assert.ok(fits(removed.map(dataOf).sort(), said.removed), `${title}: removed ${removed.join('; ')}`);
  assert.ok(fits(added.map(dataOf).sort(), said.added), `${title}: added ${added.join('; ')}`);
}

/** Whether records are those expected; an asterisk at an expected one's end stands for anything. */
function fits(records: readonly string[], expected: readonly string[]): boolean {
  const isOne = (record: string, one = ''): boolean =>
    one.endsWith('*') ? record.startsWith(one.slice(0, -1)) : record === one;
  return records.length === expected.length && records.every((record, i) => isOne(record, expected[i]));
}

/** Type and data of the records that a title says are removed and added. */
function saidBy(title: string): { removed: string[]; added: string[] } {
  const said = title.replace(/ \(serials? [^()]*\)$/, '');
  const two = /^Add "(.*)" to \S+ and "(.*)" to \S+$/.exec(said);
  if (two) return { removed: [], added: [recordIn(two[1]), recordIn(two[2])].sort() };
  const add = /^Add "(.*)" to \S+$/.exec(said);
  if (add) return { removed: [], added: [recordIn(add[1])] };
  const remove = /^Delete "(.*)" from \S+$/.exec(said);
  if (remove) return { removed: [recordIn(remove[1])], added: [] };
  const change = /^Change the PTR of \S+ from (\S+) to (\S+?)(?:, taken out.*)?$/.exec(said);
  if (change) return { removed: [`PTR ${change[1]}`], added: [`PTR ${change[2]}`] };
  const keep = /^Keep \S+ as the only PTR of \S+, delete (.*)$/.exec(said);
  if (keep)
    return {
      removed: (keep[1] ?? '')
        .split(' and ')
        .map((name) => `PTR ${name}`)
        .sort(),
      added: [],
    };
  const swap = /^Swap the PTRs: \S+ to (\S+), \S+ to (\S+)$/.exec(said);
  if (swap) {
    const both = [`PTR ${swap[1]}`, `PTR ${swap[2]}`].sort();
    return { removed: both, added: both };
  }
  const dot = /^Add the missing final dot: (\S+)$/.exec(said);
  if (dot) return { removed: [`PTR ${dot[1]}*`], added: [`PTR ${dot[1]}`] };
  const type = /^Change to PTR (\S+)$/.exec(said);
  if (type) return { removed: ['*'], added: [`PTR ${type[1]}`] };
  // The data stay as they are: checked apart.
  if (said.startsWith('Change the owner to ')) return { removed: ['*'], added: ['*'] };
  const many = /^Change (\d+) PTR records from (\S+) to (\S+)$/.exec(said);
  if (many) {
    const count = Number(many[1]);
    return { removed: Array<string>(count).fill(`PTR ${many[2]}`), added: Array<string>(count).fill(`PTR ${many[3]}`) };
  }
  throw new Error(`a title that the test does not know: ${title}`);
}

function recordIn(line = ''): string {
  const match = /\b(A|AAAA|PTR|CNAME) (\S+)$/.exec(line);
  return `${match?.[1]} ${match?.[2]}`;
}

function dataOf(line: string): string {
  const [, , , type, ...data] = line.split(' ');
  return `${type} ${data.join(' ')}`;
}

/** Lines that are gone or new: those of the records, and one with the serial in each file. */
function checkLines(title: string, before: Files, after: Files): void {
  const said = saidBy(title);
  let gone = 0;
  let come = 0;
  for (const [path, text] of before) {
    const now = after.get(path) ?? '';
    assert.equal(now.includes('\r\n'), text.includes('\r\n'), `${title}: line ends`);
    assert.equal(
      now.includes('\n') && /[^\r]\n/.test(now),
      text.includes('\n') && /[^\r]\n/.test(text),
      `${title}: line ends`,
    );
    // Where the last line goes, the line end of the one above it stays.
    if (said.removed.length <= said.added.length)
      assert.equal(now.endsWith('\n'), text.endsWith('\n'), `${title}: the last line's end`);
    const wasLines = text.split('\n').filter((line) => !/SERIAL/.test(line));
    const isLines = now.split('\n').filter((line) => !/SERIAL/.test(line));
    gone += without(wasLines, isLines).length;
    come += without(isLines, wasLines).length;
  }
  // The last line of a text without a final line end is another one once a line follows; owners may be handed on.
  // A record in parentheses takes two lines here.
  const most = 2 * Math.max(said.removed.length, said.added.length) + 1;
  assert.ok(gone <= most && come <= most + 1, `${title}: ${gone} lines are gone, ${come} are new`);
}

/** The items of a multiset that are not in the other one. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of others) counts.set(item, (counts.get(item) ?? 0) + 1);
  return items.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}

/** The texts of a workspace without faults but the one asked for. */
function textsOf(one: Workspace): Map<string, string> {
  const { fault, reverse } = one;
  const sorted = [...one.hosts].sort((a, b) => a.octet - b.octet);
  const [first, second] = one.hosts as [Host, Host];
  const name = (host: Host): string => `${host.name}.example.com.`;
  const pointers = new Map(
    sorted.map((host) => [host.octet, { owner: String(host.octet), lines: [`PTR ${name(host)}`] }]),
  );
  const forward = sorted.map((host) => ({
    owner: host.name,
    lines: [`A 192.0.2.${host.octet}`, ...(host.hasIp6 ? [`AAAA 2001:db8::${host.octet.toString(16)}`] : [])],
  }));
  const pointers6 = sorted
    .filter(({ hasIp6 }) => hasIp6)
    .map((host) => ({ octet: host.octet, owner: nibbles(host.octet), lines: [`PTR ${name(host)}`] }));
  const at = pointers.get(first.octet) ?? { owner: '', lines: [] };
  const isInChild = (octet: number): boolean => one.hasChild && octet >= 128 && octet <= 191;
  const other = pointers.get(second.octet) ?? { owner: '', lines: [] };
  const extra: string[] = [];
  let lacksAlias = -1;
  const seed: Record<Fault, () => void> = {
    missing: () => {
      pointers.delete(first.octet);
    },
    missing6: () => {
      pointers6.splice(0, 1);
    },
    stale: () => {
      at.lines = ['PTR renamed.example.com.'];
    },
    generic: () => {
      at.lines = [`PTR 192-0-2-${first.octet}.static.provider.example.`];
    },
    mismatch: () => {
      at.lines = [`PTR ${name(second)}`];
    },
    crossed: () => {
      at.lines = [`PTR ${name(second)}`];
      other.lines = [`PTR ${name(first)}`];
    },
    alias: () => {
      at.lines = ['PTR other.example.com.'];
      extra.push(`other CNAME ${first.name}`);
    },
    'no-dot': () => {
      at.lines = [`PTR ${first.name}.example.com`];
    },
    'one-label': () => {
      at.lines = [`PTR ${first.name.split('.')[0]}`];
    },
    two: () => {
      at.lines = [`PTR ${name(first)}`, 'PTR elsewhere.example.net.'];
    },
    'two-below': () => {
      at.lines = ['PTR elsewhere.example.net.', `PTR ${name(first)}`, 'TXT "a note"'];
    },
    'gone-of-two': () => {
      at.lines = ['PTR nobody.example.com.'];
      extra.push(`second A 192.0.2.${first.octet}`);
    },
    orphan: () => {
      pointers.set(251, { owner: '251', lines: ['PTR nobody.example.com.'] });
      extra.push('nobody TXT "left"');
    },
    'mismatch-of-two': () => {
      at.lines = [`PTR ${name(second)}`];
      extra.push(`second A 192.0.2.${first.octet}`);
    },
    gone: () => {
      at.lines = ['PTR nobody.example.com.'];
      extra.push('nobody TXT "left"');
    },
    address: () => {
      at.lines = [`PTR 192.0.2.${first.octet}.`];
    },
    zeros: () => {
      at.owner = first.octet < 100 ? `0${first.octet}` : String(first.octet);
    },
    'whole-owner': () => {
      at.owner = `192.0.2.${first.octet}`;
    },
    swapped: () => {
      at.owner = `${first.octet}.2.0.192.in-addr.arpa`;
    },
    'a-record': () => {
      at.lines = [`A 192.0.2.${first.octet}`];
    },
    'cname-host': () => {
      at.lines = [`CNAME ${name(first)}`];
    },
    'missing-alias': () => {
      lacksAlias = first.octet;
    },
  };
  seed[fault]();
  const soa = 'SOA ns1.example.com. hostmaster.example.com. ( 2026112301 ; SERIAL\n 4h 1h 2w 1h )';
  const apex = (servers: boolean): Group[] => [
    { owner: '@', lines: [soa, 'NS ns1.example.com.', ...(servers ? ['NS ns2.example.net.'] : [])] },
  ];
  const files = new Map<string, string>();
  const mail: Group[] = one.mail ? [{ owner: '@', lines: [`MX 10 ${name(first)}`, 'TXT "v=spf1 mx -all"'] }] : [];
  files.set(
    FORWARD,
    write(one.forward, [
      ...apex(true),
      ...mail,
      { owner: 'ns1', lines: ['A 203.0.113.1'] },
      ...ordered(forward, one.forward.shuffle),
      ...extra.map((line) => ({ owner: line.split(' ')[0] ?? '', lines: [line.slice(line.indexOf(' ') + 1)] })),
    ]),
  );
  const own = [...pointers].filter(([octet]) => !isInChild(octet)).map(([, group]) => group);
  const childs = [...pointers].filter(([octet]) => isInChild(octet)).map(([, group]) => group);
  const delegation: Group[] = one.hasChild
    ? [
        { owner: '128-191', lines: ['NS ns1.example.com.', 'NS ns2.example.net.'] },
        ...Array.from({ length: 64 }, (_, i) => 128 + i)
          .filter((octet) => octet !== lacksAlias)
          .map((octet) => ({ owner: String(octet), lines: [`CNAME ${octet}.128-191`] })),
      ]
    : [];
  const pool =
    one.hasPool && !one.hosts.some(({ octet }) => octet > 200 && octet < 220)
      ? '$GENERATE 201-219 $ PTR pool-$.example.net.'
      : '';
  const inOrigin = one.hasOrigin
    ? own.map((group) => (/^\d+$/.test(group.owner) ? { ...group, owner: `${group.owner}.2` } : group))
    : own;
  const body = write(
    { ...reverse, hasDefaultTtl: reverse.hasDefaultTtl && one.hasPart },
    ordered(inOrigin, reverse.shuffle),
  );
  const head = write({ ...reverse, finalEnd: true }, [...apex(true), ...delegation]);
  const origin = one.hasOrigin ? `$ORIGIN 0.192.in-addr.arpa.${reverse.eol}` : '';
  const between = `${pool === '' ? '' : pool + reverse.eol}${origin}`;
  if (one.hasPart) {
    files.set(REVERSE, `${head}${between}$INCLUDE ${PART}${reverse.eol}`);
    files.set(PART, body);
  } else files.set(REVERSE, head + between + body);
  if (one.hasChild) files.set(CHILD, write(one.reverse6, [...apex(true), ...ordered(childs, reverse.shuffle)]));
  files.set(REVERSE6, write(one.reverse6, [...apex(true), ...ordered(pointers6, one.reverse6.shuffle)]));
  return files;
}

interface Group {
  readonly owner: string;
  readonly lines: readonly string[];
}

function nibbles(octet: number): string {
  const digits = octet.toString(16).padStart(24, '0');
  return [...digits].reverse().join('.');
}

function ordered<T extends Group>(groups: readonly T[], shuffle: number): T[] {
  if (shuffle === 1) return [...groups].reverse();
  return shuffle === 2 ? [...groups].sort((a, b) => (a.owner < b.owner ? -1 : 1)) : [...groups];
}

/** Writes groups of records in a layout: alignment, TTLs, classes, notes in between, parentheses, line ends. */
function write(how: Layout, groups: readonly Group[]): string {
  const lines: string[] = how.hasDefaultTtl ? ['$TTL 3600'] : [];
  for (const [index, { owner, lines: records }] of groups.entries()) {
    if (how.comments && index % 3 === 1) lines.push(`; about ${owner}`, '');
    if (how.origin && index === 2) lines.push('$TTL 3600');
    for (const [i, record] of records.entries()) {
      const lead = i === 0 ? owner : '';
      const width = how.gap.startsWith('\t')
        ? '\t'.repeat(Math.max(1, 3 - Math.floor(lead.length / 8)))
        : ' '.repeat(Math.max(1, 20 - lead.length));
      const gap = how.align ? width : how.gap;
      const isGrouped = how.group && index % 4 === 3 && !record.includes('(') && i === 0;
      const words = [how.ttl, how.zoneClass, ...(isGrouped ? [record.replace(' ', ' ( '), '\n  )'] : [record])];
      lines.push(
        `${lead}${gap}${words.filter((word) => word !== '').join(how.align ? '\t' : ' ')}${how.comments && index % 5 === 2 ? ' ; as agreed' : ''}`,
      );
    }
    if (how.notes && index % 3 === 2 && !records.some((record) => /^(?:CNAME|NS)/.test(record)))
      lines.push('  TXT "note"');
  }
  const text = lines.join('\n').replaceAll('\n', how.eol);
  return how.finalEnd ? text + how.eol : text;
}
