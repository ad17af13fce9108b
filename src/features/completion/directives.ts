import { folderOf } from '../../config/path-index.ts';
import { NO_NAME } from '../../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../../dns/shown-name.ts';
import { phrase } from '../../language/phrase.ts';
import { originsOf } from '../../report/origin-report.ts';
import type { FeatureContext } from '../context.ts';
import { freeIp4, freeIp6 } from './free-address.ts';
import { type Proposal, proposalsOf } from './proposal.ts';
import { generateParts, generateRanges } from './record-words.ts';
import type { DirectiveSpot } from './spot.ts';
import { ttlProposals } from './times.ts';
import { classes, typeProposals } from './types.ts';

/** What may stand behind a directive. */
export function directiveProposals(ctx: FeatureContext, spot: DirectiveSpot): Proposal[] {
  const { row, word, range } = spot;
  switch (row.directive) {
    case '$TTL':
      return word === 1 ? ttlProposals(ctx, { range, file: row.block.instance.file, order: '0' }) : [];
    case '$ORIGIN':
      return word === 1 ? originProposals(ctx, spot) : [];
    case '$INCLUDE':
      return word === 1 ? includeProposals(ctx, spot) : word === 2 ? originProposals(ctx, spot) : [];
    case '$GENERATE':
      return generateProposals(ctx, spot);
    default:
      return [];
  }
}

const MOST_ORIGINS = 200;
const MOST_LOOKED_AT = 300_000;

/** The zone, the names in it that others stand below, and the zones below it; of an unknown zone what it may be. */
function originProposals({ engine, project }: FeatureContext, { row, range }: DirectiveSpot): Proposal[] {
  const { names } = engine.store;
  const { apex, view, file } = row.block.instance;
  const items: Proposal[] = [];
  const add = (name: number, detail: string, order: string): void => {
    const label = names.text(name);
    if (items.length < MOST_ORIGINS && label !== '.' && !isInUnknownZone(label))
      items.push({ label, kind: 'name', detail, range, order: `${order}${label}` });
  };
  if (apex === NO_NAME || isInUnknownZone(names.text(apex)))
    return originsOf(project, file).map((label, index) => ({
      label,
      kind: 'name',
      detail: phrase`what this file may be`,
      range,
      order: `0${index}`,
    }));
  add(apex, phrase`this zone`, '0');
  const below = new Set<number>();
  for (let name = apex + 1; name < Math.min(names.count, apex + MOST_LOOKED_AT); name++) {
    if (view.index.firstAt(name) < 0 || names.isAddress(name) || !names.isBelowOrAt(name, apex)) continue;
    for (let node = names.parent(name); node > 0 && node !== apex && !below.has(node); node = names.parent(node))
      below.add(node);
  }
  for (const name of below) add(name, phrase`names stand below it`, '1');
  for (const zone of view.zones.keys())
    if (zone !== apex && names.isBelowOrAt(zone, apex)) add(zone, phrase`a zone`, '2');
  return items;
}

const MOST_FILES = 300;

/** The workspace's files at and below the folder that the zone's files are named from. */
function includeProposals(ctx: FeatureContext, { row, range, prefix }: DirectiveSpot): Proposal[] {
  const { path } = row.block.instance.file;
  const base = includeFolder(ctx, path);
  const items: Proposal[] = [];
  for (const other of ctx.project.paths.all()) {
    if (other === path || !other.startsWith(base) || items.length >= MOST_FILES) continue;
    const label = other.slice(base.length);
    if (!label.startsWith(prefix) || /\s/.test(label) || NO_ZONE.test(label)) continue;
    // First what is read and no zone by itself, zones last.
    const isZone = ctx.project.claims(other).some(({ declared }) => declared?.zone.file !== undefined);
    const place = isZone ? 2 : ctx.engine.store.files.has(other) ? 0 : 1;
    const depth = Math.min(9, label.split('/').length);
    items.push({ label, kind: 'file', range, order: `${place}${depth}${label}` });
  }
  return items;
}

/** Files that no zone includes. */
const NO_ZONE =
  /(?:^|\/)(?:\.|named\.conf|Corefile|nsd\.conf|knot\.conf)|\.(?:md|json|jnl|conf|key|private|sh|py|ts|js|png|svg)$/i;

/** Where relative paths begin: the server's directory where the zone's declaration tells it, else beside the file. */
function includeFolder(ctx: FeatureContext, path: string): string {
  const written = ctx.project.claims(path).find(({ declared }) => declared?.zone.file !== undefined)?.declared
    ?.zone.file;
  if (written !== undefined && !written.startsWith('/') && `/${path}`.endsWith(`/${written}`))
    return path.slice(0, path.length - written.length);
  const folder = folderOf(path);
  return folder === '' ? '' : `${folder}/`;
}

/** The parts of `$GENERATE range owner [TTL] [class] type data`. */
function generateProposals(ctx: FeatureContext, spot: DirectiveSpot): Proposal[] {
  const { row, word, range } = spot;
  if (word === 1) return proposalsOf(generateRanges, range);
  if (word === 2) return proposalsOf(generateParts, range);
  const { names } = ctx.engine.store;
  const before = row.tokens.slice(3, word).map(({ text }) => text.toUpperCase());
  const hasType = before.some((text) => typeLabels.has(text));
  if (hasType) return [...generatedData(ctx, spot, before.at(-1) ?? ''), ...proposalsOf(generateParts, range)];
  const isReverse = names.isBelowOrAt(row.origin, names.arpa);
  const expected = isReverse ? ['PTR', 'CNAME', 'NS'] : ['A', 'AAAA', 'CNAME'];
  const types = typeProposals(range)
    .filter(({ label }) => GENERATED.has(label))
    .map((one) => ({
      ...one,
      order: `${expected.includes(one.label) ? `0${expected.indexOf(one.label)}` : 1}${one.order}`,
    }));
  return [...types, ...classes(range), ...ttlProposals(ctx, { range, file: row.block.instance.file, order: '7' })];
}

/** No more zones are offered for what a `$GENERATE` line names. */
const MOST_ZONES = 8;

/** What the data of `$GENERATE` may be by its type: addresses of the networks in use, hosts of the zones that are held. */
function generatedData(ctx: FeatureContext, { row, range }: DirectiveSpot, type: string): Proposal[] {
  const { instance } = row.block;
  const made = (label: string, detail: string): Proposal => ({
    label,
    kind: 'value',
    detail,
    range,
    order: `/${label}`,
  });
  if (type === 'A') return freeIp4(ctx, instance).map(({ text, network }) => made(text.replace(/\d+$/, '$'), network));
  if (type === 'AAAA')
    return freeIp6(ctx, instance).map(({ text, network }) =>
      made(`${text.replace(/[0-9a-f]*$/, '')}\${0,1,x}`, network),
    );
  if (type !== 'PTR') return [];
  const { names } = ctx.engine.store;
  return [...instance.view.zones.keys()]
    .filter((apex) => apex > 0 && !names.isBelowOrAt(apex, names.arpa))
    .slice(0, MOST_ZONES)
    .map((apex) => made(`host-$.${names.text(apex)}`, shownName(names, apex)));
}

const typeLabels: ReadonlySet<string> = new Set(
  typeProposals({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }).map(({ label }) => label),
);
/** Types whose data is one word that a number makes sense in. */
const GENERATED: ReadonlySet<string> = new Set([
  'A',
  'AAAA',
  'CNAME',
  'DNAME',
  'NS',
  'PTR',
  'TXT',
  'MX',
  'SRV',
  'TLSA',
]);
