import { type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import { isInService } from '../../dns/service-name.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { Rows } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { counted, noun, phrase } from '../../language/phrase.ts';
import type { InstanceBlock } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import { OUTSIDE } from '../../zone/draft.ts';
import { tokenAt } from '../../zone/row-words.ts';
import type { Finding } from '../rule.ts';
import type { FindingPart, PlacedFinding } from './placed-finding.ts';

/** The rule whose findings are put together. */
const RULE_OF_ORIGINS = 'arpa-label-count';
const DOLLAR = 36;
/** Of fewer owners each is told: they may be wrong by themselves. */
const LEAST_OWNERS = 3;

/**
 * The findings of a file, with those about the number of labels put together where the origin is at fault: all owners of
 * PTR records below one $ORIGIN, or of a file without any, lack the same number of labels (or have as many too many), and
 * no target's address says another thing. Then it is one finding, at the $ORIGIN or of the whole file.
 */
export function groupByOrigin(store: Store, places: InParts): Iterable<PlacedFinding> {
  const wrong = new Map<RecordId, PlacedFinding>();
  for (const placed of ofRule(places)) {
    const { at } = placed.finding;
    if (placed.primary && at.kind === 'record') wrong.set(at.record, placed);
  }
  if (wrong.size < LEAST_OWNERS) return places;
  const stretches = new Stretches(store, wrong);
  const left = new Set(places);
  for (const record of wrong.keys()) {
    const stretch = stretches.around(record);
    const placed = stretch && together(store, stretch, wrong);
    if (!stretch || !placed) continue;
    for (const id of stretch.wrong) left.delete(wrong.get(id) as PlacedFinding);
    left.add(placed);
  }
  return left;
}

/** Findings, also in parts of one rule each where they are kept so. */
interface InParts extends Iterable<PlacedFinding> {
  readonly parts?: readonly FindingPart<PlacedFinding>[];
}

function* ofRule(places: InParts): Generator<PlacedFinding> {
  for (const part of places.parts ?? [places])
    for (const placed of part) {
      if (placed.finding.rule === RULE_OF_ORIGINS) yield placed;
      else if (places.parts) break;
    }
}

/** The rows of one block under one $ORIGIN. */
interface Segment {
  readonly block: InstanceBlock;
  /** The row of the $ORIGIN; -1 where the rows go on with what is in effect at the block's beginning. */
  readonly row: number;
  readonly origin: NameId;
  /** The PTR records with too few or too many labels. */
  readonly wrong: RecordId[];
  /** Whether another PTR record has an owner below the origin. */
  isMixed: boolean;
}

/** All that stands under one $ORIGIN of a file. */
interface Stretch {
  readonly first: Segment;
  readonly wrong: readonly RecordId[];
  /** Whether no other $ORIGIN stands below. */
  readonly isLast: boolean;
}

/**
 * What stands under one $ORIGIN, on through the blocks of its file. Invariant: `#done` holds the segments of all
 * stretches that were asked for, so that each is walked through once.
 */
class Stretches {
  readonly #store: Store;
  readonly #wrong: ReadonlyMap<RecordId, unknown>;
  readonly #rows: Rows;
  readonly #segments = new Map<InstanceBlock, readonly Segment[]>();
  readonly #segmentOf = new Map<RecordId, Segment>();
  readonly #done = new Set<Segment>();

  constructor(store: Store, wrong: ReadonlyMap<RecordId, unknown>) {
    this.#store = store;
    this.#wrong = wrong;
    this.#rows = new Rows(store);
  }

  /** What stands under the $ORIGIN over a record where no other PTR is mixed in; undefined too where it was given before. */
  around(record: RecordId): Stretch | undefined {
    const block = this.#store.blockOf(record);
    if (block) this.#of(block);
    const own = this.#segmentOf.get(record);
    if (!own || this.#done.has(own)) return undefined;
    const segments = [own];
    const isWhole = !own.isMixed && this.#goUp(segments) && this.#goDown(segments);
    for (const segment of segments) this.#done.add(segment);
    const [first = own] = segments;
    return isWhole
      ? { first, wrong: segments.flatMap(({ wrong }) => wrong), isLast: this.#isLast(segments.at(-1) ?? own) }
      : undefined;
  }

  #isLast(segment: Segment): boolean {
    const { block } = segment;
    return block.index + 1 >= block.instance.blocks.length && this.#of(block).at(-1) === segment;
  }

  #goUp(stretch: Segment[]): boolean {
    for (let [first] = stretch; first && first.row < 0 && first.block.index > 0; [first] = stretch) {
      const above = first.block.instance.blocks[first.block.index - 1];
      const segment = above && this.#of(above).at(-1);
      if (!segment || this.#done.has(segment)) return false;
      stretch.unshift(segment);
      if (segment.isMixed) return false;
    }
    return true;
  }

  #goDown(stretch: Segment[]): boolean {
    for (;;) {
      const last = stretch.at(-1) as Segment;
      const { blocks } = last.block.instance;
      if (this.#of(last.block).at(-1) !== last || last.block.index + 1 >= blocks.length) return true;
      const below = blocks[last.block.index + 1];
      const segment = below && this.#of(below)[0];
      if (!segment) return false;
      if (segment.row >= 0) return true;
      stretch.push(segment);
      if (segment.isMixed || this.#done.has(segment)) return false;
    }
  }

  #of(block: InstanceBlock): readonly Segment[] {
    const known = this.#segments.get(block);
    if (known) return known;
    const { records, names, states } = this.#store;
    const entry = { block, row: -1, origin: states.get(block.entry).origin, wrong: [], isMixed: false };
    const segments: Segment[] = [entry, ...this.#origins(block)];
    // A block that begins with an $ORIGIN has nothing under the one before.
    if (segments[1]?.row === 0) segments.shift();
    let at = 0;
    for (const id of block.records) {
      while ((segments[at + 1]?.row ?? Number.POSITIVE_INFINITY) < (records.row[id] as number)) at++;
      const segment = segments[at];
      const owner = records.owner[id] as number;
      if (!segment || records.type[id] !== TYPE_PTR || ((records.flags[id] as number) & OUTSIDE) !== 0) continue;
      if (!names.isBelowOrAt(owner, segment.origin) || isNoAddress(this.#store, owner, segment.origin)) continue;
      if (this.#wrong.has(id)) {
        segment.wrong.push(id);
        this.#segmentOf.set(id, segment);
      } else segment.isMixed = true;
    }
    this.#segments.set(block, segments);
    return segments;
  }

  #origins(block: InstanceBlock): Segment[] {
    const text = block.instance.file.document.blocks[block.index];
    if (!text?.codes.includes(DOLLAR)) return [];
    const { tape, block: scanned } = this.#rows.of(block);
    const found: Segment[] = [];
    for (let row = 0; row < tape.rowCount; row++) {
      if (!this.#rows.isDirective({ block, row })) continue;
      const word = tokenAt({ tape, block: scanned }, tape.rowToken[row] as number).text;
      if (word.toUpperCase() !== '$ORIGIN') continue;
      const { origin } = stateBefore(this.#rows, { block, row: row + 1 });
      found.push({ block, row, origin, wrong: [], isMixed: false });
    }
    return found;
  }
}

/** Services and wildcards below an origin, whose labels are not counted. */
function isNoAddress({ names }: Store, owner: NameId, origin: NameId): boolean {
  return names.isWildcard(owner) || isInService(names, owner, origin);
}

/** One finding for all of a stretch; undefined where they are not of one kind, or the owners themselves are at fault. */
function together(
  store: Store,
  stretch: Stretch,
  placedOf: ReadonlyMap<RecordId, PlacedFinding>,
): PlacedFinding | undefined {
  const { first: segment, wrong } = stretch;
  const [first] = wrong;
  const placed = first === undefined ? undefined : placedOf.get(first);
  if (first === undefined || !placed || rowCount(store, wrong) < LEAST_OWNERS) return undefined;
  const { names, records } = store;
  const depth = names.depth(records.owner[first] as number);
  if (wrong.some((id) => names.depth(records.owner[id] as number) !== depth)) return undefined;
  const findings = wrong.flatMap((id) => placedOf.get(id)?.finding ?? []);
  const answer = answerOf(store, wrong, findings, segment.origin);
  const place = answer === undefined ? undefined : placeOf(store, stretch, answer);
  if (answer === undefined || !place) return undefined;
  const { rule, severity, key } = placed.finding;
  const related = [
    { at: { kind: 'record', record: first, part: 'owner' } as const, message: phrase`The first of them` },
  ];
  const finding = { rule, severity, key, ...place, related, data: { origin: answer, records: wrong } };
  return { finding, primary: true, file: segment.block.instance.file };
}

/** Where the finding stands, and what it says: at the $ORIGIN; of a file that has none at what stands for its zone. */
function placeOf(
  store: Store,
  { first: { block, row, origin }, wrong, isLast }: Stretch,
  answer: NameId,
): Pick<Finding, 'at' | 'message'> | undefined {
  const { names, records } = store;
  const { file, zone, parent } = block.instance;
  const { said, odd } = labelCount(names, records.owner[wrong[0] as number] as number);
  if (row >= 0) {
    const scanned = new Rows(store).of(block);
    const { start, end } = tokenAt(scanned, (scanned.tape.rowToken[row] as number) + 1);
    const message = phrase`All ${wrong.length} PTR owners below this $ORIGIN ${said}: ${odd} here`;
    return { at: { kind: 'block', block, start, end }, message };
  }
  if (parent || !zone || origin !== zone.apex || !isLast) return undefined;
  const where =
    answer === NO_NAME
      ? phrase`the zone is another one, or an $ORIGIN is missing`
      : phrase`the addresses of their targets are in ${shownName(names, answer)}`;
  const message = phrase`All ${wrong.length} PTR owners in ${shownName(names, zone.apex)} ${said}: ${where}`;
  return { at: { kind: 'file', file }, message };
}

function rowCount({ records }: Store, wrong: readonly RecordId[]): number {
  return new Set(wrong.map((id) => `${records.block[id]} ${records.row[id]}`)).size;
}

function labelCount(names: NameTable, owner: NameId): { readonly said: string; readonly odd: string } {
  const isIp6 = names.isBelowOrAt(owner, names.ip6Arpa);
  const found = names.depth(owner) - names.depth(isIp6 ? names.ip6Arpa : names.inAddrArpa);
  const expected = isIp6 ? 32 : 4;
  const off = Math.abs(expected - found);
  const labels = counted(found, isIp6 ? noun`nibble` : noun`octet`);
  const odd =
    found < expected
      ? off === 1
        ? phrase`one is missing`
        : phrase`${off} are missing`
      : off === 1
        ? phrase`one is too many`
        : phrase`${off} are too many`;
  return { said: phrase`have ${labels}, an address has ${expected}`, odd };
}

/**
 * The origin that makes each owner the address that its target has, as the findings tell them; -1 where none tells, undefined
 * where they don't agree or an owner's own labels are wrong.
 */
function answerOf(
  { names, records }: Store,
  wrong: readonly RecordId[],
  findings: readonly Finding[],
  origin: NameId,
): NameId | undefined {
  let answer: NameId = NO_NAME;
  for (const [i, id] of wrong.entries()) {
    const told = findings[i]?.data?.meant;
    let meant = typeof told === 'string' && told !== '' ? names.reverse.keyOf(told) : NO_NAME;
    if (meant === NO_NAME) continue;
    for (let node = records.owner[id] as number; node !== origin; node = names.parent(node)) {
      if (names.labelText(node) !== names.labelText(meant)) return undefined;
      meant = names.parent(meant);
    }
    if (answer !== NO_NAME && answer !== meant) return undefined;
    answer = meant;
  }
  return answer;
}
