import { relativeTo } from '../dns/name.ts';
import { type NameId, type NameTable, ROOT } from '../dns/name-table.ts';
import { isInService, UNDERSCORE } from '../dns/service-name.ts';
import { isInUnknownZone } from '../dns/shown-name.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_AFSDB,
  TYPE_KX,
  TYPE_MX,
  TYPE_NS,
  TYPE_PTR,
  TYPE_RT,
  TYPE_SRV,
} from '../dns/type-codes.ts';
import { typeCode, typeName, typeNames } from '../dns/types.ts';
import { pointerCandidates } from '../edits/candidates.ts';
import { type FieldInfo, fieldTable, serviceParameters, typeSummary } from '../syntax/rdata/rdata.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import type { FeatureContext } from './context.ts';
import { mainInstance, type Row, rowsOfBlock } from './row.ts';
import { fieldIndex } from './signature.ts';
import { typeOrder } from './type-order.ts';

/** Something that can be put in the place of the word at hand. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'type' | 'name' | 'directive' | 'class' | 'value';
  readonly detail?: string;
  readonly about?: string;
  /** Put in place of `range`; the label where it is left out. */
  readonly text?: string;
  readonly range: Range;
  /** What the proposals are sorted by; the label where it is left out. */
  readonly order?: string;
}

/** Proposals, and whether there are more than these. */
export interface Proposals {
  readonly items: readonly Proposal[];
  readonly isIncomplete: boolean;
}

const MOST_NAMES = 500;
const MOST_LOOKED_AT = 300_000;
const MOST_OWNERS = 20;

/** What may stand at a position: a directive, a type or class, or a value of the field. */
export function completion(ctx: FeatureContext, file: SourceFile, position: Position): Proposals {
  const spot = spotAt(ctx, file, position);
  if (!spot) return NOTHING;
  const { range, prefix } = spot;
  if (spot.kind === 'field') return fieldValues(ctx, spot);
  if (spot.kind === 'owner') return prefix.startsWith('$') ? all(directives(range)) : all([]);
  return all([...types(range), ...classes(range)].sort(byOrder));
}

function fieldValues(ctx: FeatureContext, { row, field, range, prefix }: Spot & { kind: 'field' }): Proposals {
  switch (field.use) {
    case 'host':
    case 'name':
      return nameProposals(ctx, row, range, prefix);
    case 'type':
      return all(types(range).sort(byOrder));
    case 'parameter':
      return all(parameters(range));
    case 'algorithm':
    case 'digest-type':
    case 'mnemonic':
      return all(field.words.map((label) => ({ label, kind: 'value', range, detail: field.name })));
    default:
      return NOTHING;
  }
}

function byOrder({ order: a = '' }: Proposal, { order: b = '' }: Proposal): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NOTHING: Proposals = { items: [], isIncomplete: false };

function all(items: readonly Proposal[]): Proposals {
  return { items, isIncomplete: false };
}

type Spot =
  | { readonly kind: 'owner'; readonly range: Range; readonly prefix: string }
  | { readonly kind: 'header'; readonly range: Range; readonly prefix: string }
  | {
      readonly kind: 'field';
      readonly range: Range;
      readonly prefix: string;
      readonly row: Row;
      readonly field: FieldInfo;
    };

/** What is being written: the word before the position is what will be replaced. */
function spotAt(ctx: FeatureContext, file: SourceFile, position: Position): Spot | undefined {
  const line = file.document.lineText(position.line).slice(0, position.character);
  if (isInComment(line)) return undefined;
  const { blockIndex, offset } = file.document.placeAt(position);
  const block = mainInstance(file)?.blocks[blockIndex];
  const rows = block ? rowsOfBlock(ctx.engine.store, block) : [];
  const row = rows.findLast(({ tokens }) => (tokens[0]?.start ?? 0) < offset);
  const word = /[^\s()"]*$/.exec(line)?.[0] ?? '';
  const range = { start: { line: position.line, character: position.character - word.length }, end: position };
  const isSameRow = row !== undefined && (reaches(row, offset) || isOnLine(file, row, blockIndex, position.line));
  if (!isSameRow) return { kind: line.length === word.length ? 'owner' : 'header', range, prefix: word };
  if (row.directive !== undefined) return { kind: 'owner', range, prefix: line.length === word.length ? word : '' };
  const { type } = row;
  if (line.length === word.length && row.tokens[0]?.start === offset - word.length)
    return { kind: 'owner', range, prefix: word };
  if (!type || row.typeCode < 0 || offset <= type.end) return { kind: 'header', range, prefix: word };
  const field = fieldFor(row, offset);
  return field && { kind: 'field', range, prefix: word, row, field };
}

function fieldFor(row: Row, offset: number): FieldInfo | undefined {
  const table = fieldTable(row.typeCode, row.block.instance.zoneClass);
  const index = fieldIndex(row, offset);
  const last = table.at(-1);
  return table[index] ?? (last?.isRest ? last : undefined);
}

function reaches(row: Row, offset: number): boolean {
  return offset <= (row.tokens.at(-1)?.end ?? 0);
}

/** Whether a row is still being written on a line: it begins or ends there. */
function isOnLine(file: SourceFile, row: Row, blockIndex: number, line: number): boolean {
  const end = file.document.positionAt(blockIndex, row.tokens.at(-1)?.end ?? 0);
  return end.line === line;
}

function isInComment(line: string): boolean {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ';' && !quoted) return true;
  }
  return quoted;
}

function directives(range: Range): Proposal[] {
  return [
    ['$ORIGIN', 'What relative names are under'],
    ['$TTL', 'The time to live of records that give none'],
    ['$INCLUDE', 'Reads another file here'],
    ['$GENERATE', 'One record for each number of a range'],
  ].map(([label = '', detail = '']) => ({ label, detail, kind: 'directive', range, text: `${label} ` }));
}

function types(range: Range): Proposal[] {
  return typeNames().map((label) => {
    const code = typeCode(label) ?? 0;
    const summary = typeSummary(code);
    const form = fieldTable(code).map(({ name }) => `<${name}>`);
    return {
      label,
      kind: 'type',
      range,
      order: typeOrder(label),
      ...(summary ? { detail: summary.summary } : {}),
      about: [label, ...form].join(' ') + (summary?.rfc ? `\n\n${summary.rfc}` : ''),
    };
  });
}

function classes(range: Range): Proposal[] {
  return [
    ['IN', 'The Internet'],
    ['CH', 'Chaosnet, for a server to speak of itself'],
    ['HS', 'Hesiod'],
  ].map(([label = '', detail = '']) => ({ label, detail, kind: 'class', range, order: typeOrder(label) }));
}

function parameters(range: Range): Proposal[] {
  return serviceParameters.map(({ name, about }) => ({
    label: name,
    kind: 'value',
    detail: about,
    range,
    text: `${name}=`,
  }));
}

/** The names of the view's zones: relative where they lie under the origin, else with their final dot. */
function nameProposals(ctx: FeatureContext, row: Row, range: Range, prefix: string): Proposals {
  const { store } = ctx.engine;
  const { view } = row.block.instance;
  const origin = store.names.text(row.origin);
  const wanted = prefix.toLowerCase();
  const items: Proposal[] = [];
  const count = Math.min(store.names.count, MOST_LOOKED_AT);
  // What a PTR record is most likely to name comes first, and is there however many names there are.
  const owners = addressOwners(ctx, row);
  const add = (name: NameId, order: string): void => {
    const head = view.index.firstAt(name);
    if (head < 0 || isNoTarget(ctx, name, head, row)) return;
    const absolute = store.names.text(name);
    const relative = relativeTo(absolute, origin);
    if (relative === absolute && isInUnknownZone(absolute)) return;
    const text = relative.startsWith(wanted) || !absolute.startsWith(wanted) ? relative : absolute;
    if (!text.startsWith(wanted)) return;
    const whole = text === absolute || isInUnknownZone(absolute) ? '' : absolute;
    const detail = [typeAt(ctx, head), whole].filter((part) => part !== '').join(' ');
    items.push({
      label: text,
      kind: 'name',
      range,
      ...(detail === '' ? {} : { detail }),
      ...(owners.length > 0 ? { order: order + text } : {}),
    });
  };
  owners.forEach((name, index) => {
    add(name, `0${String(index).padStart(3, '0')}`);
  });
  for (let name: NameId = ROOT + 1; name < count && items.length < MOST_NAMES; name++)
    if (!owners.includes(name)) add(name, '1');
  return { items, isIncomplete: items.length >= MOST_NAMES || count < store.names.count };
}

/** The names that have the address at whose reverse name a PTR record stands, the best one for it first. */
function addressOwners({ engine }: FeatureContext, { typeCode: type, ownerName, block }: Row): readonly NameId[] {
  if (type !== TYPE_PTR || !engine.store.names.isAddress(ownerName)) return [];
  return pointerCandidates(engine.context(block.instance.view), ownerName).slice(0, MOST_OWNERS);
}

/** The type of the first record of a name that can be read, '' where none can. */
function typeAt(ctx: FeatureContext, head: number): string {
  const { records } = ctx.engine.store;
  let id = head;
  while (id >= 0 && records.type[id] === TYPE_UNREADABLE) id = records.nextAt(id);
  return id < 0 ? '' : typeName(records.type[id] as number);
}

/** Reverse names, wildcards and service names are no hosts; an alias may lead to what lies below such a name. */
function isNoTarget(ctx: FeatureContext, name: NameId, head: number, row: Row): boolean {
  const { names, records } = ctx.engine.store;
  if (names.isAddress(name) || names.isWildcard(name) || names.firstByte(name) === UNDERSCORE) return true;
  if (isForHosts(row, names) && (isReverse(names, name) || isInService(names, name))) return true;
  if (isForHosts(row, names) && !mayHaveAddress(ctx, name, head, row)) return true;
  return name === row.ownerName && records.nextAt(head) === -1;
}

/** Whether a name has an address, or a record elsewhere that can't be read. */
function mayHaveAddress({ engine }: FeatureContext, name: NameId, head: number, row: Row): boolean {
  const { records } = engine.store;
  for (let id = head; id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if (type === TYPE_A || type === TYPE_AAAA) return true;
    // The record that is being written can't be read either.
    if (type === TYPE_UNREADABLE && name !== row.ownerName) return true;
  }
  return false;
}

/** Types whose targets are hosts: NS, MX, AFSDB, RT, SRV and KX. */
const HOST_TYPES: ReadonlySet<number> = new Set([TYPE_NS, TYPE_MX, TYPE_AFSDB, TYPE_RT, TYPE_SRV, TYPE_KX]);

/** A PTR record in the reverse tree names a host, one of DNS-SD elsewhere a service (RFC 6763). */
function isForHosts({ typeCode: type, ownerName }: Row, names: NameTable): boolean {
  return HOST_TYPES.has(type) || (type === TYPE_PTR && isReverse(names, ownerName));
}

function isReverse(names: NameTable, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}
