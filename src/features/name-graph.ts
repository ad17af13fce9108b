import { nameKey } from '../dns/name.ts';
import { type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_DS, TYPE_PTR, TYPE_TXT } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { parseSpf } from '../mail/spf.ts';
import { viewsToSee } from '../map/views.ts';
import { nameIn } from '../project/mounts.ts';
import type { FileRange } from '../report/place.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { GraphEdge, NameGraphResult } from '../shared/map-protocol.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { spfRecords, spfText } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { addressAt } from './pointer-request.ts';
import { wordAt } from './row.ts';

/** A name or an address at the other end of a record. */
export type GraphNode = Omit<GraphEdge, 'place'> & { readonly place: FileRange | undefined };

/** Who leads to a name, and where it leads, one record far. */
export interface NameGraph extends Omit<NameGraphResult, 'from' | 'to'> {
  readonly from: readonly GraphNode[];
  readonly to: readonly GraphNode[];
}

/** No more are drawn on a side. */
const MOST_NODES = 40;
/** So many records of a side are looked at; a name may have a million. */
const MOST_RECORDS = 2000;
/** Where there are more mail domains, it is not looked for those whose SPF record leads here: each is to be read. */
const MOST_DOMAINS = 1000;

/** A place; an exact one counts alone, of others the owner of the line where no name stands there. */
interface AskedPlace {
  readonly file: SourceFile;
  readonly position: Position;
  readonly isExact?: boolean;
}

/** The graph around a name, an address, or what stands at a place. */
export function nameGraph(ctx: FeatureContext, asked: string | AskedPlace): NameGraph {
  const name = typeof asked === 'string' ? nameOfText(ctx, asked) : nameAtPlace(ctx, asked);
  const views = viewsToSee(ctx.engine);
  const known = views.filter(({ index }) => index.firstAt(name) >= 0 || index.firstTo(name) >= 0);
  if (name === NO_NAME || known.length === 0) {
    const text = typeof asked === 'string' ? `"${asked}"` : phrase`what stands here`;
    return { problem: phrase`No record tells of ${text}`, name: '', isAddress: false, from: [], to: [], left: 0 };
  }
  const from = new Map<string, GraphNode>();
  const to = new Map<string, GraphNode>();
  for (const view of known) collect(ctx, view, name, { from, to });
  const { store } = ctx.engine;
  const isAddress = store.names.isAddress(name);
  const [view] = known;
  const held = view && ctx.engine.context(view).held;
  return {
    name: (isAddress ? held?.addressText(name) : undefined) ?? undotted(store.names.text(name)),
    isAddress,
    from: inOrder(from),
    to: inOrder(to),
    left: Math.max(0, from.size - MOST_NODES) + Math.max(0, to.size - MOST_NODES),
  };
}

/** By type, then by name: those of the tables have no order. */
function inOrder(side: ReadonlyMap<string, GraphNode>): GraphNode[] {
  const key = ({ label, name }: GraphNode): string => `${label} ${name}`;
  return [...side.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, MOST_NODES);
}

interface Sides {
  readonly from: Map<string, GraphNode>;
  readonly to: Map<string, GraphNode>;
}

function collect(ctx: FeatureContext, view: View, name: NameId, { from, to }: Sides): void {
  const context = ctx.engine.context(view);
  const add = (side: Map<string, GraphNode>, label: string, other: NameId, record: ZoneRecord): void => {
    const node = nodeOf(ctx, context, other, { label, record });
    const key = `${label} ${node.name}`;
    if (!side.has(key)) side.set(key, node);
  };
  const { index } = view;
  const { records } = context.store;
  let count = 0;
  for (let id = index.firstAt(name); id >= 0 && count < MOST_RECORDS; id = records.nextAt(id), count++) {
    const record = new ZoneRecord(context.store, id);
    if (record.data > ROOT) add(to, typeName(record.type), record.data, record);
    // No name stands in a DS record: the zone above vouches with it for the one that begins here (RFC 4034 section 5).
    if (record.type === TYPE_DS && record.zone) add(from, typeName(record.type), record.zone.apex, record);
  }
  for (const { domain, label, record } of spfTargets(context, name)) add(to, label, domain, record);
  count = 0;
  for (let id = index.firstTo(name); id >= 0 && count < MOST_RECORDS; id = records.nextTo(id), count++) {
    const record = new ZoneRecord(context.store, id);
    add(from, typeName(record.type), record.owner, record);
  }
  if (view.mailDomains.size > MOST_DOMAINS) return;
  for (const domain of view.mailDomains.keys())
    for (const target of spfTargets(context, domain))
      if (target.domain === name) add(from, target.label, domain, target.record);
}

/** A reverse name is the address that it stands for. */
function nodeOf(
  ctx: FeatureContext,
  { held, store }: RuleContext,
  name: NameId,
  { label, record }: { readonly label: string; readonly record: ZoneRecord },
): GraphNode {
  const address = store.names.isAddress(name) ? held.addressText(name) : undefined;
  const { index } = held.view;
  return {
    label,
    name: address ?? undotted(held.text(name)),
    isAddress: address !== undefined,
    isHeld: index.firstAt(name) >= 0 || (address !== undefined && held.zoneOf(name) !== undefined),
    place: ctx.places.of(record.at(record.type === TYPE_PTR || record.type === TYPE_TXT ? 'record' : 'rdata')),
  };
}

/** The names that the SPF record of a domain leads to (RFC 7208 sections 5 and 6). */
function spfTargets(
  { held, store }: RuleContext,
  domain: NameId,
): { readonly domain: NameId; readonly label: string; readonly record: ZoneRecord }[] {
  return spfRecords(held, domain).flatMap((record) =>
    parseSpf(spfText(record)).terms.flatMap((term) => {
      if (!term.domain || term.domain.hasMacro) return [];
      const target = nameIn(store.names, nameKey(term.domain.text, '.') ?? '');
      return target === NO_NAME ? [] : [{ domain: target, label: `SPF ${term.name}`, record }];
    }),
  );
}

function nameOfText({ engine }: FeatureContext, text: string): NameId {
  const { names } = engine.store;
  const count = names.count;
  const address = /^[0-9.]+$|:/.test(text.trim()) ? names.reverse.keyOf(text.trim()) : NO_NAME;
  if (address !== NO_NAME) return address < count ? address : NO_NAME;
  const key = nameKey(text.trim(), '.');
  return key === undefined ? NO_NAME : nameIn(names, key);
}

function nameAtPlace(ctx: FeatureContext, { file, position, isExact = false }: AskedPlace): NameId {
  const word = wordAt(ctx.engine.store, file, position);
  if (!word) return NO_NAME;
  const name = word.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (name !== NO_NAME || isExact) return name;
  return word.row.ownerName === NO_NAME ? addressAt(ctx, file, position) : word.row.ownerName;
}
