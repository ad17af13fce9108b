import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { registry } from '../../src/rules/registry.ts';
import type { FileEdit } from '../../src/rules/rule.ts';
import type { TextEdit } from '../../src/text/document.ts';
import { apply, type Offer, offers } from '../edits/mend.ts';
import { Workbench } from '../support/workbench.ts';
import { APEXES, FAULTS, FORWARD, PART, REVERSE, type Texts, textsOf, VIEWS, workspace } from './fix-workspaces.ts';

/** Workspaces for each fault; RUNS=30 for a long run by hand. */
const RUNS = Number(process.env.RUNS ?? 1);

const ANY = /^/;

/** Advice that a mended record brings with it: on a mail host that is found now, or on names that count on. */
const ADVICE = /^(?:spf-helo|spf-missing|dmarc-missing|mail-parked|mx-no-ipv4|spf-family|ptr-generic-series) /;

/** Rules whose fixes rewrite one text: the tests of each compare it byte for byte. */
const TRIED_ALONE =
  /^(?:(?:txt|spf|dmarc|dkim|mta|tlsrpt|bimi|caa|mail|svcb|nsec3|soa-rname)-|soa-not-apex|mx-(?:null-mixed|duplicate-target)|srv-address-literal|tlsa-certificate|ptr-target-misspelt|suppression-unused|hostname-invalid|soa-missing)/;

const folder = mkdtempSync(join(tmpdir(), 'zonewright-fixes-'));
const tried = new Map<string, number>();
after(() => rmSync(folder, { recursive: true }));

for (const fault of FAULTS) {
  test(`each fix mends its finding, says what it does, changes nothing else, and can be undone: ${fault}`, () => {
    fc.assert(
      fc.property(workspace, (drawn) => checkFixes(textsOf({ ...drawn, fault }))),
      { numRuns: RUNS, includeErrorInReport: true, endOnFailure: true },
    );
  });
}

test('all rules that have fixes were among them', () => {
  const { engine } = load({ files: new Map(), committed: new Map(), rules: {} });
  const withFixes = registry.filter(({ id }) => engine.rule(id)?.fixes).map(({ id }) => id);
  assert.deepEqual(
    withFixes.filter((id) => !tried.has(id) && !TRIED_ALONE.test(id)),
    [],
  );
  if (process.env.RUNS) console.log([...tried].map(([rule, count]) => `${rule} ${count}`).join(', '));
});

function checkFixes(texts: Texts): void {
  const { files } = texts;
  const before: Records = new Map(zonesOf(files).map((path) => [path, compile(path, files, texts.refused === path)]));
  for (const index of offered(load(texts)).keys()) {
    const rule = checkFix(texts, index, before);
    tried.set(rule, (tried.get(rule) ?? 0) + 1);
  }
}

type Files = ReadonlyMap<string, string>;
/** By file; undefined where BIND refuses the zone as it was. */
type Records = ReadonlyMap<string, readonly string[] | undefined>;

/** Applies one of the offered fixes to a fresh workspace and looks at all that has come of it. Returns the rule. */
function checkFix(texts: Texts, index: number, before: Records): string {
  const { files } = texts;
  const workbench = load(texts);
  const offer = offered(workbench)[index];
  assert.ok(offer, 'the same fixes are offered again');
  const { finding, fix } = offer;
  const { title } = fix;
  const known = findingsOf(workbench);
  const dump = dumpOf(workbench);
  const undo = fix.edits.map((each) => inverse(each));
  apply(workbench, fix);
  const left = findingsOf(workbench);
  const key = keyOf(workbench, finding.rule, finding.key);
  assert.ok(!left.includes(key), `${title}: ${key} is still there`);
  for (const each of left) assert.ok(known.includes(each) || ADVICE.test(each), `${title}: ${each} is new`);
  const after = new Map([...files.keys()].map((path) => [path, workbench.text(path)]));
  // What servers refuse the zone for may stand beside what is mended.
  const isForOther = texts.refused === FORWARD && workbench.engine.rule(finding.rule)?.refused === undefined;
  const compiled = compileChanged(before, { files, after, refused: isForOther ? FORWARD : undefined });
  checkRecords({ title, rule: finding.rule, before, after: compiled });
  checkLines(title, finding.rule, files, after);
  for (const { path, edits } of undo) workbench.store.edit(path, [...edits].reverse());
  workbench.settle();
  for (const [path, text] of files) assert.equal(workbench.text(path), text, `${title}: undone, ${path}`);
  assert.deepEqual(dumpOf(workbench), dump, `${title}: undone, all is as before`);
  return finding.rule;
}

/** The edits that take a fix back, as an editor makes them: ranges of the text as it is then. */
function inverse({ file, edits }: FileEdit): { path: string; edits: TextEdit[] } {
  const { text } = file.document;
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: eol }) => index + eol.length)];
  const offset = ({ line, character }: TextEdit['range']['start']): number => (starts[line] ?? text.length) + character;
  const sorted = [...edits].sort((a, b) => offset(a.range.start) - offset(b.range.start));
  let done = '';
  let at = 0;
  const undo = sorted.map(({ range, text: added }) => {
    done += text.slice(at, offset(range.start));
    const start = placeIn(done);
    done += added;
    at = offset(range.end);
    return { range: { start, end: placeIn(done) }, text: text.slice(offset(range.start), at) };
  });
  return { path: file.path, edits: undo };
}

function placeIn(text: string): TextEdit['range']['start'] {
  const lines = text.split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function offered(workbench: Workbench): Offer[] {
  return offers(workbench).filter(({ fix }) => fix.refused === undefined);
}

function zonesOf(files: Files): string[] {
  return [...files.keys()].filter((path) => APEXES.has(path));
}

/** The records of all zones; those whose texts are the same are not read again. */
function compileChanged(
  before: Records,
  { files, after, refused }: { files: Files; after: Files; refused: string | undefined },
): Records {
  const isSame = (path: string): boolean => files.get(path) === after.get(path);
  return new Map(
    zonesOf(after).map((path) => {
      const isKnown = isSame(path) && (path !== REVERSE || isSame(PART));
      return [path, isKnown ? before.get(path) : compile(path, after, path === refused)];
    }),
  );
}

function load({ files, committed, rules }: Texts): Workbench {
  const fixtureFile = ([path, text]: readonly [string, string]) => ({ path, text, options: optionsOf(path) });
  const fixture = {
    files: [...files].map(fixtureFile),
    committed: [...committed].map(fixtureFile),
    marks: [],
    cursor: undefined,
  };
  return new Workbench(fixture, { wholeZones: true, rules });
}

function optionsOf(path: string): Map<string, string> {
  const [view, origin] = [VIEWS.get(path), APEXES.get(path)];
  return new Map(
    view !== undefined && origin !== undefined
      ? [
          ['view', view],
          ['origin', origin],
        ]
      : [],
  );
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

/** The records of a zone as BIND reads them; fails where BIND does not take a zone that it should. */
function compile(path: string, files: Files, isRefused = false): string[] | undefined {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const flags = ['-i', 'none', '-k', 'ignore', '-s', 'full', '-o', '-'];
  const result = spawnSync('named-compilezone', [...flags, APEXES.get(path) ?? '', path], { cwd: folder });
  if (isRefused && result.status !== 0) return undefined;
  assert.equal(result.status, 0, `${path}: ${result.stderr}\n${files.get(path)}`);
  return String(result.stdout)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/[ \t]+/g, ' '));
}

interface Outcome {
  readonly title: string;
  readonly rule: string;
  readonly before: Records;
  readonly after: Records;
}

/** The difference of the record sets is what the title says, and the serials. */
function checkRecords({ title, rule, before, after }: Outcome): void {
  const removed: string[] = [];
  const added: string[] = [];
  for (const [path, records] of before) {
    const now = after.get(path);
    if (!records || !now) return;
    const gone = without(records, now);
    const come = without(now, records);
    const soa = gone.find((line) => / IN SOA /.test(line));
    // Servers keep one of two equal records: the text changes, the zone does not.
    const isChanged = rule === 'record-duplicate' || gone.length + come.length > 0;
    if (rule !== 'record-duplicate')
      assert.equal(soa !== undefined, isChanged, `${title}: the serial of ${path} is raised`);
    if (soa !== undefined)
      assert.equal(
        soa.replace(/ \d{10} /, ' N '),
        come.find((line) => / IN SOA /.test(line))?.replace(/ \d{10} /, ' N '),
      );
    removed.push(...gone.filter((line) => !/ IN SOA /.test(line)));
    added.push(...come.filter((line) => !/ IN SOA /.test(line)));
  }
  const said = saidBy(title, rule);
  if (said.owner !== undefined) {
    assert.deepEqual(removed.map(dataOf).sort(), added.map(dataOf).sort(), title);
    const { owner } = said;
    assert.ok(
      added.every((line) => line.startsWith(`${owner}.`) || line.startsWith(`${owner} `)),
      title,
    );
    return;
  }
  assert.ok(fits(removed.map(dataOf).sort(), said.removed), `${title}: removed ${removed.join('; ')}`);
  assert.ok(fits(added.map(dataOf).sort(), said.added), `${title}: added ${added.join('; ')}`);
}

/** Whether records are those expected. */
function fits(records: readonly string[], expected: readonly (string | RegExp)[]): boolean {
  if (records.length !== expected.length) return false;
  return records.every((record, i) => {
    const one = expected[i] ?? '';
    return typeof one === 'string' ? record === one : one.test(record);
  });
}

/** What a title says: type and data of the records removed and added, or the owner that records get. */
interface Said {
  readonly removed: readonly (string | RegExp)[];
  readonly added: readonly (string | RegExp)[];
  readonly owner?: string;
}

function saidBy(title: string, rule: string): Said {
  const said = title.replace(/ \(serials? [^()]*\)$/, '');
  const generate = /^Add "\$GENERATE (\d+)-(\d+) /.exec(said);
  if (generate) return { removed: [], added: times(Number(generate[2]) - Number(generate[1]) + 1, /^PTR /) };
  const two = /^Add "(.*)" to \S+ and "(.*)" to \S+$/.exec(said);
  if (two) return { removed: [], added: [recordIn(two[1]), recordIn(two[2])].sort() };
  const add = /^Add "(.*)" to \S+$/.exec(said);
  if (add) return { removed: [], added: [recordIn(add[1])] };
  const addMany = /^Add (\d+) (PTR|CNAME) records to \S+$/.exec(said);
  if (addMany) return { removed: [], added: times(Number(addMany[1]), new RegExp(`^${addMany[2]} `)) };
  const remove = /^Delete "(.*)" from \S+$/.exec(said);
  if (remove) return { removed: rule === 'record-duplicate' ? [] : [recordIn(remove[1])], added: [] };
  const removeMany = /^Delete the (\d+) ([A-Z]+) records of \S+$/.exec(said);
  if (removeMany) return { removed: times(Number(removeMany[1]), new RegExp(`^${removeMany[2]} `)), added: [] };
  const removeKinds = /^Delete the ([A-Z]+ and [A-Z]+) records of \S+$/.exec(said);
  if (removeKinds)
    return { removed: (removeKinds[1] ?? '').split(' and ').map((type) => new RegExp(`^${type} `)), added: [] };
  if (/^Delete the PTR of \S+ in \S+$/.test(said)) return { removed: [/^PTR /], added: [] };
  const change = /^Change the PTR of \S+ from (\S+) to (\S+?)(?:, taken out.*)?$/.exec(said);
  if (change) return { removed: [`PTR ${change[1]}`], added: [`PTR ${change[2]}`] };
  // Of a record outside its zone servers know nothing.
  if (/^Move the PTR of \S+ to \S+$/.test(said))
    return { removed: rule === 'out-of-zone' ? [] : [/^PTR /], added: [/^PTR /] };
  const range = /^Change the range of the (?:PTR|address) line from (\d+)-(\d+) to (\d+)-(\d+)$/.exec(said);
  if (range) {
    const grown = Number(range[4]) - Number(range[3]) - (Number(range[2]) - Number(range[1]));
    return { removed: times(-grown, /^(?:PTR|A) /), added: times(grown, /^(?:PTR|A) /) };
  }
  const keep = /^Keep \S+ as the only PTR of \S+, delete (.*)$/.exec(said);
  if (keep) {
    const names = new Set((keep[1] ?? '').split(' and '));
    return { removed: [...names].map((name) => `PTR ${name}`).sort(), added: [] };
  }
  const swap = /^Swap the PTRs: \S+ to (\S+), \S+ to (\S+)$/.exec(said);
  if (swap) {
    const both = [`PTR ${swap[1]}`, `PTR ${swap[2]}`].sort();
    return { removed: both, added: both };
  }
  if (/^(?:Add the blank: @ IN|Write "@" alone)$/.test(said)) return { removed: [], added: [], owner: 'example.com' };
  const literal = /^Change the alias to (A{1,4} \S+)$/.exec(said);
  if (literal) return { removed: [/^CNAME /], added: [literal[1] ?? ''] };
  const glue = /^Change the glue of \S+ in \S+ to (\S+)$/.exec(said);
  if (glue) return { removed: [/^A /], added: [`A ${glue[1]}`] };
  // Servers give the records of a set one TTL by themselves.
  if (/^Give all of them the TTL (?:of the first|that BIND takes), \d+$/.test(said)) return { removed: [], added: [] };
  // The name servers of the child, and the address of the one in it.
  if (/^Delegate \S+ in \S+$/.test(said)) return { removed: [], added: [/^A /, /^NS ns\.sub\./, /^NS ns2\./] };
  const dot = /^Add the (?:missing )?final dot: (\S+)$/.exec(said);
  if (dot && rule === 'owner-repeats-origin') return { removed: [], added: [], owner: dot[1] ?? '' };
  if (dot) {
    const name = (dot[1] ?? '').replaceAll('.', '\\.');
    return { removed: [new RegExp(`^[A-Z]+ (?:\\d+ )*${name}.`)], added: [new RegExp(`^[A-Z]+ (?:\\d+ )*${name}$`)] };
  }
  // The lines below take their owner from the one that is mended.
  if (/^Put a blank before "IN"$/.test(said)) return { removed: [], added: [], owner: 'note.example.com' };
  if (/^Make it a comment with ";"$/.test(said)) return { removed: [/^(?:A 203|PTR old\.)/], added: [] };
  const target = /^Change the target (?:from (\S+) )?to (\S+)$/.exec(said);
  if (target) return { removed: [endsIn(target[1] ?? '')], added: [endsIn(target[2] ?? '')] };
  const type = /^Change to PTR (\S+)$/.exec(said);
  if (type) return { removed: [ANY], added: [`PTR ${type[1]}`] };
  const move = /^Change the owner to (\S+)/.exec(said);
  if (move) return { removed: [], added: [], owner: move[1] ?? '' };
  const many = /^Change (\d+) PTR records from (\S+) to (\S+)$/.exec(said);
  if (many)
    return { removed: times(Number(many[1]), `PTR ${many[2]}`), added: times(Number(many[1]), `PTR ${many[3]}`) };
  const alias = /^Replace the alias of \S+ by the addresses of \S+: (.*)$/.exec(said);
  if (alias) return { removed: [/^CNAME /], added: times((alias[1] ?? '').split(', ').length, /^A{1,4} /) };
  const blank = /^Remove the blank in front of "(\d+)"$/.exec(said);
  if (blank) return { removed: [], added: [], owner: blank[1] ?? '' };
  if (/^Raise the serial to \d+$/.test(said)) return { removed: [], added: [] };
  throw new Error(`a title that the test does not know: ${title}`);
}

function times<T>(count: number, one: T): T[] {
  return Array<T>(Math.max(count, 0)).fill(one);
}

/** An MX, SRV or NS record to a host. */
function endsIn(name: string): RegExp {
  return new RegExp(`^(?:MX|SRV|NS) .*${name.replaceAll('.', '\\.')}$`);
}

function recordIn(line = ''): string {
  const match = /\b(A|AAAA|PTR|CNAME) (\S+)$/.exec(line) ?? /\b(TXT) (".*")$/.exec(line);
  return `${match?.[1]} ${match?.[2]}`;
}

function dataOf(line: string): string {
  const [, , , type, ...data] = line.split(' ');
  return `${type} ${data.join(' ')}`;
}

/** Lines that are gone or new: those of the records, and one with the serial in each file. */
function checkLines(title: string, rule: string, before: Files, after: Files): void {
  const said = saidBy(title, rule);
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
    if (said.removed.length <= said.added.length && !/^(?:Delete |Keep |Move |Add "\$GENERATE )/.test(title))
      assert.equal(now.endsWith('\n'), text.endsWith('\n'), `${title}: the last line's end`);
    const wasLines = text.split('\n').filter((line) => !/SERIAL/.test(line));
    const isLines = now.split('\n').filter((line) => !/SERIAL/.test(line));
    gone += without(wasLines, isLines).length;
    come += without(isLines, wasLines).length;
  }
  // The last line of a text without a final line end is another one once a line follows; owners may be handed on.
  // A record in parentheses takes two lines here.
  const most = 2 * Math.max(said.removed.length, said.added.length, 1) + 1;
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
