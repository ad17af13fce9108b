import { lowerName } from '../dns/name.ts';
import type { FileRange } from '../report/place.ts';
import type { Reporter } from '../report/report.ts';
import { includeFault } from '../report/report-text.ts';
import { nsAddressLiteral } from '../rules/delegation/ns-address-literal.ts';
import { nsCname } from '../rules/delegation/ns-cname.ts';
import { nsNoAddress } from '../rules/delegation/ns-no-address.ts';
import { dnssecRefused } from '../rules/dnssec/dnssec-refused.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import type { ZoneLines } from './lines.ts';
import { serverLines } from './reading.ts';
import { serverFile } from './server-file.ts';

/** Why a server refuses a zone, with its place; lines and columns count from one. */
export interface ZoneError {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What `compile` finds by itself, while it prints the records. */
const FOUND_HERE: Rule = dnssecRefused;

/** Says of some of its findings only that servers refuse them. */
const JUDGE: Rule = nsAddressLiteral;

/** Whether a rule may tell why a zone is refused: the others need not run. */
export function tellsRefusals(rule: Rule): boolean {
  if (rule === FOUND_HERE) return false;
  return rule.scope === 'text' || rule.refused !== undefined || rule === JUDGE;
}

/** More lines than these are not told of: tens of millions would take all memory. */
const MOST_LINES = 1_000_000;

/** Of the refusals those of which only what stands at the apex counts. */
const AT_APEX: ReadonlySet<string> = new Set([nsNoAddress.id, nsCname.id]);

/** What is asked about: the zone's own file, and its name as given. */
export interface ErrorsOf {
  readonly instance: Instance;
  readonly originText: string;
  readonly lines: Pick<ZoneLines, 'faults' | 'signingFaults'>;
}

/**
 * All reasons, in the order of the files and lines, at the lines that `named-checkzone` names (lines end at line feeds
 * there). Nothing of a line is said that servers don't get to read.
 */
export function zoneErrors(reporter: Reporter, of: ErrorsOf): ZoneError[] {
  const errors: ZoneError[] = [];
  const add = (place: FileRange | undefined, message: string): void => {
    if (!place) return;
    const { line, character } = place.range.start;
    errors.push({ path: place.path, line: line + 1, column: character + 1, message });
  };
  const { engine, places } = reporter;
  const said = new Set<string>();
  for (const block of engine.store.blocks) {
    if (!block) continue;
    for (const fault of [...block.faults, ...includeFaults(block)]) {
      if (reporter.levelOf(fault.rule, fault.severity) !== 'error') continue;
      said.add(`${block.id} ${fault.start}`);
      add(places.inBlock(block, fault.start, fault.end), fault.message);
    }
  }
  for (const fault of of.lines.faults) {
    if (!said.has(`${fault.block.id} ${fault.start}`))
      add(places.inBlock(fault.block, fault.start, fault.end), fault.message);
  }
  const refusals = [...engine.book.all()].filter((finding) => refusesZone(finding, reporter));
  for (const finding of refusals)
    if (engine.rule(finding.rule)?.refused !== 'zone') add(places.of(finding.at), finding.message);
  // Whether the zone is whole is asked only where all of it could be read.
  if (errors.length > 0) return sorted(atServerLines(errors, of));
  for (const finding of refusals) add(places.of(finding.at), finding.message);
  for (const { block, start, end, message } of of.lines.signingFaults())
    add(places.inBlock(block, start, end), message);
  return sorted(errors);
}

/** The errors at the lines that servers name; where they name none, all. */
function atServerLines(errors: readonly ZoneError[], { instance, originText }: ErrorsOf): readonly ZoneError[] {
  const apex = lowerName(originText);
  const lines = serverLines(
    serverFile(instance),
    { apex, origin: originText, zoneClass: instance.zoneClass },
    MOST_LINES,
  );
  if (lines.length === 0) return errors;
  const known = new Map<string, ZoneError[]>();
  for (const error of errors) {
    const there = known.get(keyOf(error));
    if (there) there.push(error);
    else known.set(keyOf(error), [error]);
  }
  const shown = new Map<string, readonly ZoneError[]>();
  for (const { path, line, message } of lines) {
    const key = keyOf({ path, line });
    if (!shown.has(key)) shown.set(key, known.get(key) ?? [{ path, line, column: 1, message }]);
  }
  const last = lines.length < MOST_LINES ? undefined : lines.at(-1);
  if (last) shown.set('', [{ ...last, column: 1, message: 'what is wrong behind this line is left out' }]);
  return [...shown.values()].flat();
}

function keyOf({ path, line }: Pick<ZoneError, 'path' | 'line'>): string {
  return `${line} ${path}`;
}

function sorted(errors: readonly ZoneError[]): ZoneError[] {
  return [...errors].sort(
    (a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

function includeFaults(block: InstanceBlock): ReturnType<typeof includeFault>[] {
  return block.children.filter((child) => child.problem).map((child) => includeFault(block, child));
}

function refusesZone(finding: Finding, { engine }: Reporter): boolean {
  if (finding.data?.refused === true) return true;
  if (engine.rule(finding.rule)?.refused === undefined || finding.severity !== 'error') return false;
  if (!AT_APEX.has(finding.rule)) return true;
  const apexes = [...engine.store.views.values()].flatMap((view) => [...view.zones.keys()]);
  return apexes.includes(finding.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
