import { networksOfReverseZone, networkText } from '../dns/arpa.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { UNDERSCORE } from '../dns/service-name.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_MX, TYPE_TXT } from '../dns/type-codes.ts';
import { serialOf } from '../edits/serial.ts';
import { Judge } from '../map/judge.ts';
import { networksIn } from '../map/networks.ts';
import { viewsToSee } from '../map/views.ts';
import type { FileRange } from '../report/place.ts';
import type { Reporter } from '../report/report.ts';
import { isInArpa } from '../rules/facts/pointer-words.ts';
import { STATE_BITS, stateNumber } from '../shared/map-cells.ts';
import type { TreeMailDomain, TreeNetwork, TreeZone, ZoneTreeResult } from '../shared/map-protocol.ts';
import type { Position } from '../text/block.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import { sendersOf, spfRecords } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import { inNetwork, networkOf } from './network.ts';
import { addressAt } from './pointer-request.ts';
import { mainInstance } from './row.ts';

/** A zone that is held, in the file at `path`. */
export type ZoneInTree = Omit<TreeZone, 'uri' | 'file'> & { readonly path: string };

/** How a mail domain stands, as far as the held zones tell. */
export type MailDomainInTree = Omit<TreeMailDomain, 'place'> & { readonly place: FileRange | undefined };

/** All that is held, by its kinds. */
export interface ZoneTree extends Pick<ZoneTreeResult, 'networks' | 'sites'> {
  readonly zones: readonly ZoneInTree[];
  readonly mailDomains: readonly MailDomainInTree[];
  readonly configurations: readonly { readonly path: string; readonly zones: number }[];
}

/** No more findings of a file are counted. */
const MOST_COUNTED = 1000;

/** The zones, networks, mail domains, configurations and sites of the workspace; `yield`s now and then. */
export function* zoneTree(ctx: FeatureContext, reporter: Reporter): Generator<void, ZoneTree> {
  const zones: ZoneInTree[] = [];
  const networks: TreeNetwork[] = [];
  const mailDomains: MailDomainInTree[] = [];
  const counts = new Map<SourceFile, FindingCounts>();
  const keys = yield* mailKeys(ctx);
  for (const view of viewsToSee(ctx.engine)) {
    for (const apex of view.zones.keys()) {
      const zone = view.zoneAt(apex);
      if (zone) zones.push(zoneIn(ctx, zone, countsOf(reporter, zone.root, counts)));
      yield;
    }
    networks.push(...(yield* networksIn(ctx.engine, view)));
    for (const domain of view.mailDomains.keys()) {
      const found = mailDomainIn(ctx, view, domain, keys);
      if (found) mailDomains.push(found);
      yield;
    }
  }
  zones.sort((a, b) => byText(a.view, b.view) || Number(a.isReverse) - Number(b.isReverse) || byLabels(a.zone, b.zone));
  mailDomains.sort((a, b) => byText(a.view, b.view) || byLabels(a.domain, b.domain));
  return { zones, networks, mailDomains, configurations: configurationsIn(ctx), sites: sitesIn(ctx, zones) };
}

/** Which of the networks in use holds the address at a place. */
export function networkAround(
  ctx: FeatureContext,
  networks: readonly TreeNetwork[],
  { file, position }: { readonly file: SourceFile; readonly position: Position },
): string | undefined {
  const view = mainInstance(ctx.engine.store, file)?.view;
  const text = view && ctx.engine.context(view).held.addressText(addressAt(ctx, file, position));
  const address = text === undefined ? undefined : networkOf(text);
  return networks.find((one) => {
    const network = networkOf(one.network);
    return address && network && inNetwork(address, network);
  })?.network;
}

function zoneIn(ctx: FeatureContext, zone: Zone, { errors, warnings }: FindingCounts): ZoneInTree {
  const context = ctx.engine.context(zone.view);
  const text = context.held.text(zone.apex);
  const [network] = networksOfReverseZone(text);
  return {
    zone: text === '.' ? '.' : undotted(text),
    view: zone.view.name,
    isReverse: isInArpa(context, zone.apex),
    path: zone.root.file.path,
    serial: serialOf(ctx.engine.store, zone) ?? null,
    records: recordsIn(zone.root),
    errors,
    warnings,
    network: network?.prefixLength === undefined ? '' : networkText(network),
  };
}

interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** The findings that count at a zone's own file and at what it includes. */
function countsOf(reporter: Reporter, root: Instance, known: Map<SourceFile, FindingCounts>): FindingCounts {
  let [errors, warnings] = [0, 0];
  for (const file of filesOf(root)) {
    let counts = known.get(file);
    if (!counts) {
      const { picked } = reporter.most(file, MOST_COUNTED);
      const count = (severity: string): number =>
        picked.filter((one) => one.primary && one.severity === severity).length;
      counts = { errors: count('error'), warnings: count('warning') };
      known.set(file, counts);
    }
    errors += counts.errors;
    warnings += counts.warnings;
  }
  return { errors, warnings };
}

function filesOf(root: Instance, found = new Set<SourceFile>()): ReadonlySet<SourceFile> {
  found.add(root.file);
  for (const block of root.blocks)
    for (const { instance } of block?.children ?? [])
      if (instance && !found.has(instance.file)) filesOf(instance, found);
  return found;
}

function recordsIn(root: Instance): number {
  let count = 0;
  for (const block of root.blocks) {
    count += block?.records.length ?? 0;
    for (const { instance } of block?.children ?? []) if (instance) count += recordsIn(instance);
  }
  return count;
}

/** The names of keys of DKIM by the name `_domainkey` that they stand below (RFC 6376 section 3.6.2.1). */
function* mailKeys({ engine }: FeatureContext): Generator<void, ReadonlyMap<NameId, readonly NameId[]>> {
  const { names } = engine.store;
  const found = new Map<NameId, NameId[]>();
  for (let name = 1; name < names.count; name++) {
    if (name % STRETCH === 0) yield;
    if (names.isAddress(name)) continue;
    const parent = names.parent(name);
    if (parent <= 0 || names.firstByte(parent) !== UNDERSCORE || names.labelText(parent) !== '_domainkey') continue;
    const known = found.get(parent);
    if (known) known.push(name);
    else found.set(parent, [name]);
  }
  return found;
}

/** Names that are looked at at a stretch. */
const STRETCH = 4096;

function mailDomainIn(
  ctx: FeatureContext,
  view: View,
  domain: NameId,
  keys: ReadonlyMap<NameId, readonly NameId[]>,
): MailDomainInTree | undefined {
  const context = ctx.engine.context(view);
  const { held } = context;
  const { names } = ctx.engine.store;
  if (!held.zoneOf(domain) || names.firstByte(domain) === UNDERSCORE || isInArpa(context, domain)) return undefined;
  const exchangers = held.recordsAt(domain, TYPE_MX).filter(({ data }) => data > 0);
  const spf = spfRecords(held, domain);
  const [first] = [...exchangers, ...spf];
  if (!first) return undefined;
  const keyName = names.findChild(domain, '_domainkey');
  const policy = names.findChild(domain, '_dmarc');
  const hosts = new Set(sendersOf(held, domain).hosts.map(({ address }) => address));
  const judge = new Judge(ctx.engine, view);
  const agreed = stateNumber('agreed');
  return {
    domain: undotted(held.text(domain)),
    view: view.name,
    mx: exchangers.length,
    spf: spf.length > 0,
    dkim: (keyName === NO_NAME ? [] : (keys.get(keyName) ?? [])).filter((name) => view.index.firstAt(name) >= 0).length,
    dmarc: policy !== NO_NAME && held.lookup(policy, TYPE_TXT).kind === 'records',
    hosts: hosts.size,
    confirmed: [...hosts].filter((address) => (judge.cell(address) & STATE_BITS) === agreed).length,
    place: ctx.places.of(first.at('record')),
  };
}

function configurationsIn({ project, engine }: FeatureContext): { path: string; zones: number }[] {
  const counts = new Map<string, number>();
  for (const path of project.configurations.paths) counts.set(path, 0);
  for (const { path } of engine.store.files.values())
    for (const { declared } of project.claims(path))
      if (declared) counts.set(declared.config, (counts.get(declared.config) ?? 0) + 1);
  return [...counts].map(([path, zones]) => ({ path, zones })).sort((a, b) => byText(a.path, b.path));
}

function sitesIn({ project }: FeatureContext, zones: readonly ZoneInTree[]): { site: string; zones: number }[] {
  const counts = new Map<string, number>();
  for (const { path } of zones) {
    const site = project.site(path);
    if (site !== '') counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  return [...counts].map(([site, count]) => ({ site, zones: count })).sort((a, b) => byText(a.site, b.site));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Orders names as trees do: by their last labels first, numbers in them as numbers. */
function byLabels(a: string, b: string): number {
  const [one = [], other = []] = [a, b].map((name) => name.split('.').reverse());
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const order = IN_NUMBERS.compare(one[i] ?? '', other[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** `customer2` before `customer10`, as the editor lists files. */
const IN_NUMBERS = new Intl.Collator('en', { numeric: true });
