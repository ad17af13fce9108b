import type { FileRange } from '../features/place.ts';
import type { Reporter } from '../features/report.ts';
import { includeFault } from '../features/report-text.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { Anchor } from '../workspace/zone-record.ts';
import type { LineFault } from './compile-lines.ts';
import { ServerPlaces } from './server-place.ts';

/** Why a server refuses a zone, with its place; lines and columns count from one. */
export interface ZoneError {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Rules whose errors keep BIND from loading the zone (`named-checkzone -i none -k ignore`). */
const REFUSALS: ReadonlySet<string> = new Set([
  'soa-missing',
  'soa-multiple',
  'soa-not-apex',
  'ns-missing',
  'ns-no-address',
  'ns-cname',
  'cname-other-data',
  'cname-multiple',
  'cname-apex',
  'dname-multiple',
  'ds-apex',
  'ns-wildcard',
]);

/** Of the refusals those that say something of the zone, not of a line. */
const OF_WHOLE_ZONE = new Set(['soa-missing', 'ns-missing', 'ns-no-address', 'ns-cname']);

/** Of the refusals those about the records of one name. */
const OF_A_NAME = new Set(['cname-other-data', 'cname-multiple', 'dname-multiple', 'ns-wildcard']);

/** Rules that say of some of their findings only that servers refuse them. */
const JUDGES = new Set(['ns-address-literal']);

/** Whether a rule may tell why a zone is refused: the others need not run. */
export function tellsRefusals(rule: Rule): boolean {
  return rule.scope === 'text' || REFUSALS.has(rule.id) || JUDGES.has(rule.id);
}

/** Of the refusals those of which only what stands at the apex counts. */
const AT_APEX = new Set(['ns-no-address', 'ns-cname']);

/** All reasons, in the order of the files and lines. */
export function zoneErrors(reporter: Reporter, lineFaults: readonly LineFault[]): ZoneError[] {
  const errors: ZoneError[] = [];
  const add = (place: FileRange | undefined, message: string): void => {
    if (!place) return;
    const { line, character } = place.range.start;
    errors.push({ path: place.path, line: line + 1, column: character + 1, message });
  };
  const { engine, places } = reporter;
  const said = new Set<string>();
  const servers = new ServerPlaces(engine.store);
  for (const block of engine.store.blocks) {
    if (!block) continue;
    const faults = [...block.faults, ...includeFaults(block)];
    const refused = faults.filter(({ rule, severity }) => reporter.levelOf(rule, severity) === 'error');
    for (const { fault, offset } of servers.reported(block, refused)) {
      said.add(`${block.id} ${fault.start}`);
      add(places.inBlock(block, offset, offset), fault.message);
    }
  }
  for (const fault of lineFaults) {
    if (!said.has(`${fault.block.id} ${fault.start}`))
      add(places.inBlock(fault.block, fault.start, fault.end), fault.message);
  }
  const refusals = [...engine.book.all()].filter((finding) => isRefusal(finding, reporter));
  for (const finding of refusals)
    if (!OF_WHOLE_ZONE.has(finding.rule)) add(places.of(serverAnchor(finding, engine.store)), finding.message);
  // Whether the zone is whole is asked only where all of it could be read.
  if (errors.length === 0) for (const finding of refusals) add(places.of(finding.at), finding.message);
  return errors.sort(
    (a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

/** What BIND finds when it puts the records of a name together it reports in the last line of those that stand together. */
function serverAnchor({ at, rule }: Finding, store: Store): Anchor {
  if (at.kind !== 'record' || !OF_A_NAME.has(rule)) return at;
  const { owner, block } = store.records;
  const records = store.blocks[block[at.record] as number]?.records;
  if (!records) return at;
  let index = records.indexOf(at.record);
  while (owner[records[index + 1] ?? -1] === owner[at.record]) index++;
  return { kind: 'record', record: records[index] ?? at.record, part: 'record' };
}

function includeFaults(block: InstanceBlock): ReturnType<typeof includeFault>[] {
  return block.children.filter((child) => child.problem).map((child) => includeFault(block, child));
}

function isRefusal(finding: Finding, { engine }: Reporter): boolean {
  if (finding.data?.refused === true) return true;
  if (!REFUSALS.has(finding.rule) || finding.severity !== 'error') return false;
  if (!AT_APEX.has(finding.rule)) return true;
  const apexes = [...engine.store.views.values()].flatMap((view) => [...view.zones.keys()]);
  return apexes.includes(finding.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
