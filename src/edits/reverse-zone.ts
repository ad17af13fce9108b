import type { DNSZone } from 'dns-zonefile';
import type { NameId } from '../dns/name-table.ts';
import { isDateSerial, isEpochSerial } from '../dns/serial.ts';
import { parseTtl } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NS, TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Zone } from '../workspace/instance.ts';
import { isLoopback } from '../workspace/localhost.ts';
import { contains } from '../workspace/range.ts';
import type { Store } from '../workspace/store.ts';
import { isEmptyZone } from '../workspace/zone-kind.ts';
import { NameReader } from '../zone/name-reader.ts';
import { pointerCandidates } from './candidates.ts';
import type { Refusal } from './change.ts';
import type { EditContext } from './context.ts';
import { classlessZone, type ReverseCut, reverseCut } from './reverse-cut.ts';
import { placeOf, Rows } from './rows.ts';
import { clockOf, serialOf } from './serial.ts';
import { stateBefore } from './state-at.ts';
import { zoneText } from './zone-text.ts';

/** A zone that is not there yet. */
export interface NewReverseZone {
  /** The zone's name, without its final dot. */
  readonly zone: string;
  /** `2001:db8::/48`. */
  readonly network: string;
  /** Where its file goes: beside the other reverse zones, else beside the zone whose hosts it names; called as that one is. */
  readonly path: string;
  readonly text: string;
  /** How many PTR records the text has. */
  readonly count: number;
  /** The lines for the zone above: the delegation and the aliases of RFC 2317, for networks under /24. */
  readonly delegation?: string;
}

/** Times in seconds for a zone whose model has none that can be read. */
const USUAL_TIMES = [14_400, 3600, 1_209_600, 3600] as const;

/**
 * The text of the reverse zone of a network: `192.0.2.0/24`, `2001:db8::/48`; of an address alone that of its /24 or
 * /64. SOA and NS are those of the zone that most of its hosts are in; each held address gets the best of its names.
 */
export function createReverseZone(ctx: EditContext, network: string): NewReverseZone | Refusal {
  const { names } = ctx.store;
  const cut = reverseCut(names, network);
  if ('refused' in cut) return cut;
  const shown = cut.apexText.slice(0, -1);
  if (ctx.held.view.zones.has(cut.apex)) return { refused: phrase`${shown} is held already` };
  const covering = cut.aliases && classlessZone(ctx.held, names.parent(cut.apex), cut.aliases);
  if (covering)
    return { refused: phrase`${ctx.held.text(covering.apex).slice(0, -1)} is held already, and is for ${cut.text}` };
  const hosts = hostsOf(ctx, cut);
  const model = modelOf(hosts) ?? anyZone(ctx);
  if (!model) return { refused: phrase`no zone is held whose name servers the new one could have` };
  const soa = soaOf(ctx, model);
  if (!soa) return { refused: phrase`${ctx.held.text(model.apex)} has no SOA record that can be read` };
  const servers = ctx.held.recordsAt(model.apex, TYPE_NS).filter((record) => record.zone === model);
  const hostNames = servers.map(({ data }) => ctx.held.text(data));
  const zone: DNSZone = {
    ns: hostNames.map((host) => ({ name: '@', host })),
    ptr: hosts.map(({ address, target }) => {
      const name = cut.ownerOf(address);
      return { name, fullname: `${name}.${cut.apexText}`, host: ctx.held.text(target) };
    }),
  };
  const text = textLike(model, soa, zone);
  const name = fileNameLike(model.root.file.path, ctx.held.text(model.apex).slice(0, -1), shown);
  const path = (reverseFolder(ctx) ?? folderOf(model.root.file.path)) + name;
  const delegation = cut.aliases && delegationOf(cut, cut.aliases, hostNames);
  return {
    zone: shown,
    network: cut.text,
    path,
    text,
    count: hosts.length,
    ...(delegation === undefined ? {} : { delegation }),
  };
}

/** What declares a zone in the configuration of a server; `indent` is what lines within it begin with in BIND's and NSD's. */
export function zoneStanza(
  dialect: 'bind' | 'nsd' | 'knot' | 'coredns',
  { zone, file, indent }: { readonly zone: string; readonly file: string; readonly indent: string },
): string {
  switch (dialect) {
    case 'bind':
      return `zone "${zone}" {\n${indent}type primary;\n${indent}file "${file}";\n};\n`;
    case 'nsd':
      return `zone:\n${indent}name: "${zone}"\n${indent}zonefile: "${file}"\n`;
    case 'knot':
      return `zone:\n  - domain: ${zone}\n    file: "${file}"\n`;
    case 'coredns':
      return `${zone} {\n    file ${file}\n}\n`;
  }
}

interface ReverseHost {
  readonly address: NameId;
  readonly target: NameId;
  readonly zone: Zone;
}

/** The held addresses of a network with the name that each PTR gets, lowest first. */
function hostsOf(ctx: EditContext, cut: ReverseCut): ReverseHost[] {
  const { records, names, blocks } = ctx.store;
  const addresses = new Set<NameId>();
  for (const block of blocks) {
    if (!block || block.instance.view !== ctx.held.view || !block.instance.zone) continue;
    for (const id of block.records) {
      const data = records.data[id] as number;
      const isAddress = (records.type[id] === TYPE_A || records.type[id] === TYPE_AAAA) && data >= 0;
      if (isAddress && contains(names, cut.range, data)) addresses.add(data);
    }
  }
  const hosts = [...addresses].flatMap((address) => {
    const [target] = pointerCandidates(ctx, address);
    const zone = target === undefined ? undefined : ctx.held.zoneOf(target);
    return target === undefined || !zone ? [] : [{ address, target, zone }];
  });
  return hosts.sort((a, b) => cut.compare(a.address, b.address));
}

/** The zone that most hosts are in; of equal ones the first. */
function modelOf(hosts: readonly ReverseHost[]): Zone | undefined {
  const counts = new Map<Zone, number>();
  for (const { zone } of hosts) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].reduce<readonly [Zone, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
}

/** A primary zone of the view that a new one may take its servers from; the first by its file. */
export function anyZone({ held }: EditContext): Zone | undefined {
  return [...held.view.zones.values()]
    .flatMap((zones) => (zones.length === 1 ? zones : []))
    .filter(({ traits }) => traits.role === 'primary' && traits.declared)
    .sort((a, b) => (a.root.file.path < b.root.file.path ? -1 : 1))[0];
}

/** The SOA of a new zone, as a model has it. */
interface ModelSoa {
  readonly ttl: number;
  readonly fields: NonNullable<DNSZone['soa']>;
  /** The TTL and the times as they are written: `1h` where the model has units. */
  readonly written: Readonly<Record<'ttl' | (typeof TIMES)[number], string>>;
}

const TIMES = ['refresh', 'retry', 'expire', 'negative'] as const;

/** The SOA of a new zone: servers and times of a model, a first serial of its habit; undefined where it can't be read. */
export function soaOf(ctx: EditContext, zone: Zone): ModelSoa | undefined {
  const record = ctx.held.recordsAt(zone.apex, TYPE_SOA).find((one) => one.zone === zone);
  const words = record?.words().rdata.map(({ text }) => text);
  if (!record || !words || words.length < 7) return undefined;
  const { names } = ctx.store;
  const { origin } = stateBefore(new Rows(ctx.store), placeOf(record));
  const rname = new NameReader(names).readText(words[1] ?? '', origin, record.file.document.encoding);
  if (typeof rname !== 'number') return undefined;
  const [refresh, retry, expire, minimum] = USUAL_TIMES.map(
    (usual, i) => parseTtl(words[3 + i] ?? '')?.seconds ?? usual,
  );
  const clock = clockOf(ctx.settings.now);
  const serial = serialOf(ctx.store, zone) ?? 0;
  const [first] = zone.root.file.document.blocks;
  const ttlWord = /^\$TTL[ \t]+(\w+)/im.exec(first?.text ?? '')?.[1] ?? '';
  const written = TIMES.map((time, i) => {
    const word = words[3 + i] ?? '';
    return [time, parseTtl(word) ? word : String(USUAL_TIMES[i])] as const;
  });
  return {
    ttl: record.ttl,
    written: {
      ...(Object.fromEntries(written) as Record<(typeof TIMES)[number], string>),
      ttl: parseTtl(ttlWord)?.seconds === record.ttl ? ttlWord : String(record.ttl),
    },
    fields: {
      name: '@',
      mname: names.text(record.data),
      rname: names.text(rname),
      serial: isDateSerial(serial)
        ? clock.today * 100 + (serial % 100 === 0 ? 0 : 1)
        : isEpochSerial(serial, clock)
          ? clock.epoch
          : 1,
      refresh: refresh ?? USUAL_TIMES[0],
      retry: retry ?? USUAL_TIMES[1],
      expire: expire ?? USUAL_TIMES[2],
      minimum: minimum ?? USUAL_TIMES[3],
    },
  };
}

/** The text of a new zone, with the SOA of a model, its spelling of times and its ends of lines. */
export function textLike(model: Zone, { ttl, fields, written }: ModelSoa, zone: DNSZone): string {
  return zoneText({ $ttl: ttl, soa: fields, ...zone })
    .replace(/^\$TTL .*$/m, () => `$TTL ${written.ttl}`)
    .replace(
      /^(\t+)\d+(?=(?: \))?\t; (refresh|retry|expire|negative))/gm,
      (_, tabs: string, time: (typeof TIMES)[number]) => tabs + written[time],
    )
    .replaceAll('\n', lineEndOf(model));
}

function lineEndOf({ root }: Zone): string {
  const [first] = root.file.document.blocks;
  return first && /^[^\n]*\r\n/.test(first.text) ? '\r\n' : '\n';
}

/** The folder of the files of all held reverse zones of hosts, where they are in one. */
function reverseFolder({ held, store }: EditContext): string | undefined {
  const folders = new Set<string>();
  for (const apex of held.view.zones.keys()) {
    const zone = held.view.zoneAt(apex);
    if (zone && isReverseOfHosts(store, zone)) folders.add(folderOf(zone.root.file.path));
  }
  const [folder] = folders;
  return folders.size === 1 ? folder : undefined;
}

/** Not the zones of loopback addresses and those that answer nothing: they stand where the server's own files are. */
function isReverseOfHosts(store: Store, zone: Zone): boolean {
  const { names } = store;
  const isIp6 = names.isBelowOrAt(zone.apex, names.ip6Arpa);
  if (zone.traits.role !== 'primary' || (!isIp6 && !names.isBelowOrAt(zone.apex, names.inAddrArpa))) return false;
  const isLocal = isIp6 ? isLoopback(names, zone.apex) : names.ip4Of(zone.apex) >>> 24 === 127;
  return !isLocal && !isEmptyZone(store, zone);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The file of a zone, called as that of the model is. */
function fileNameLike(path: string, modelZone: string, zone: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isNamed = name.toLowerCase().includes(modelZone);
  return isNamed ? name.toLowerCase().replace(modelZone, () => zone) : `${zone}.zone`;
}

function delegationOf(
  cut: ReverseCut,
  aliases: NonNullable<ReverseCut['aliases']>,
  servers: readonly string[],
): string {
  const { parent, label, first, last } = aliases;
  return [
    `; For the owner of ${parent.slice(0, -1)}: the delegation of ${cut.text} (RFC 2317).`,
    `$ORIGIN ${parent}`,
    ...servers.map((server) => `${label}\tIN\tNS\t${server}`),
    `$GENERATE ${first}-${last} $ IN CNAME $.${label}`,
    '',
  ].join('\n');
}
