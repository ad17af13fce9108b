import { parseIp4 } from '../dns/ip4.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { genericName } from '../generic/generic.ts';
import type { FileRange } from '../report/place.ts';
import type { Reporter } from '../report/report.ts';
import type { Shown } from '../report/shown.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import type { Held } from '../workspace/held.ts';
import { sendersOf } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import type { Anchor, ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';

/**
 * What the held zones say of an address. `several`: more than one PTR, one of which is confirmed. `unknown`: its reverse
 * zone, or that of its name, is not held.
 */
export type HeldVerdict = 'confirmed' | 'missing' | 'not-confirmed' | 'generic' | 'several' | 'unknown';

/** An address as the held zones have it. */
export interface HeldAddress {
  readonly verdict: HeldVerdict;
  /** The names of its PTR records, without final dots. */
  readonly names: readonly string[];
  /** The names that have the address. */
  readonly hosts: readonly string[];
  /** The zone in which its PTR stands or would; undefined where that is not held. */
  readonly reverseZone: string | undefined;
  /** Where to look: the finding, else the record that there is. */
  readonly at: FileRange;
  /** What is found wrong with it, as it is shown. */
  readonly shown: Shown | undefined;
}

/** What is held of an address, in the view that knows most to its disadvantage; undefined where no zone knows of it. */
export function heldAddress(ctx: FeatureContext, reporter: Reporter, address: string): HeldAddress | undefined {
  const { store } = ctx.engine;
  const key = store.names.reverse.keyOf(address);
  if (key === NO_NAME) return undefined;
  const found = [...store.views.values()].flatMap((view) => inView(ctx, reporter, view, key) ?? []);
  return found.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))[0];
}

const ORDER: readonly HeldVerdict[] = ['not-confirmed', 'missing', 'generic', 'several', 'confirmed', 'unknown'];

function inView(ctx: FeatureContext, reporter: Reporter, view: View, key: NameId): HeldAddress | undefined {
  const { held, mail } = ctx.engine.context(view);
  const address = new AddressCase(held, mail, key);
  const { pointers, records, reverseZone } = address;
  const place = anchorOf(address);
  if (!place) return undefined;
  const verdict = verdictOf(address, held);
  const shown = verdict === 'confirmed' ? undefined : findingOf(reporter, address, key);
  const at = shown ?? ctx.places.of(place);
  if (!at) return undefined;
  const { names } = ctx.engine.store;
  return {
    verdict,
    names: [...new Set(pointers.flatMap(({ data }) => (data === NO_NAME ? [] : [shownName(names, data)])))],
    hosts: [...new Set(records.slice(0, MOST_HOSTS).map(({ owner }) => shownName(names, owner)))],
    reverseZone: reverseZone && shownName(names, reverseZone.apex),
    at: { path: at.path, range: at.range },
    shown,
  };
}

/** The record that tells of an address: its PTR, else its A or AAAA record, else its reverse zone. */
function anchorOf({ pointers, records, reverseZone }: AddressCase): Anchor | undefined {
  if (pointers[0]) return pointers[0].at('rdata');
  if (records[0]) return records[0].at('rdata');
  return reverseZone && { kind: 'file', file: reverseZone.root.file };
}

function verdictOf(address: AddressCase, held: Held): HeldVerdict {
  const { answer, pointers } = address;
  if (answer.kind === 'none') return 'missing';
  if (answer.kind === 'loop') return 'not-confirmed';
  if (answer.kind === 'unknown') return 'unknown';
  const standings = pointers.map((pointer) => address.standing(pointer));
  const isGeneric = pointers.some(
    ({ data }) => data !== NO_NAME && genericName(address.text, held.text(data)) !== undefined,
  );
  if (standings.includes('confirmed')) return isGeneric ? 'generic' : pointers.length > 1 ? 'several' : 'confirmed';
  if (standings.includes('unknown')) return isGeneric ? 'generic' : 'unknown';
  return 'not-confirmed';
}

/** What is shown of an address: found at its key, at one of its records, or for the network that it lies in. */
function findingOf(reporter: Reporter, address: AddressCase, key: NameId): Shown | undefined {
  const own = new Set(
    [...address.pointers, ...address.writtenPointers, ...address.records.slice(0, MOST_HOSTS)].map(({ id }) => id),
  );
  const files = new Set(
    [...address.pointers, ...address.writtenPointers, ...address.records.slice(0, MOST_HOSTS)].map(
      ({ file }: ZoneRecord) => file,
    ),
  );
  if (address.reverseZone) files.add(address.reverseZone.root.file);
  let best: Shown | undefined;
  for (const file of files) {
    for (const item of reporter.of(file)) {
      const { finding } = item;
      if (!finding || !RULES.test(item.rule)) continue;
      const isOwn =
        finding.key === key ||
        (finding.at.kind === 'record' && own.has(finding.at.record)) ||
        isAmong(item, address.text);
      if (isOwn && (!best || (item.primary && !best.primary))) best = item;
    }
  }
  return best;
}

const RULES = /^(?:ptr|arpa)-/;
const MOST_HOSTS = 64;

/** Whether a finding about many neighbours is about this one too. */
function isAmong({ finding }: Shown, address: string): boolean {
  const { address: first, last } = finding?.data ?? {};
  if (typeof first !== 'string') return false;
  if (typeof last !== 'string') return first === address;
  const [low, high, own] = [first, last, address].map((text) => parseIp4(text));
  return low !== undefined && high !== undefined && own !== undefined && low <= own && own <= high;
}

/** A host that sends mail for a held domain. */
export interface HeldMailHost {
  readonly address: string;
  /** The name through which its domain lets it send; the domain itself where it names the address. */
  readonly host: string;
  readonly domain: string;
}

const MOST_MAIL_HOSTS = 100;

/** The hosts that send mail for held domains by their SPF or MX records, in the order of their addresses, each once. */
export function heldMailHosts(ctx: FeatureContext): readonly HeldMailHost[] {
  const { store } = ctx.engine;
  const found = new Map<NameId, HeldMailHost>();
  for (const view of store.views.values()) {
    const { held } = ctx.engine.context(view);
    for (const domain of view.mailDomains.keys()) {
      for (const { address, reason } of sendersOf(held, domain).hosts) {
        const text = held.addressText(address);
        if (text === undefined || found.has(address) || found.size >= MOST_MAIL_HOSTS) continue;
        found.set(address, {
          address: text,
          host: shownName(store.names, reason.host),
          domain: shownName(store.names, domain),
        });
      }
    }
  }
  return [...found.values()].sort((a, b) =>
    a.host === b.host ? (a.address < b.address ? -1 : 1) : a.host < b.host ? -1 : 1,
  );
}
