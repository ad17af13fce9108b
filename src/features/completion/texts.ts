import { lowerName } from '../../dns/name.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { isInUnknownZone, shownName, undotted } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { FeatureContext } from '../context.ts';
import { dayNumber } from '../words.ts';
import {
  bimiTags,
  bimiTexts,
  dkimTags,
  dkimTexts,
  dkimValues,
  dmarcTags,
  dmarcTexts,
  dmarcValues,
  knownIncludes,
  spfTerms,
  spfTexts,
  stsTexts,
  tlsReportTags,
  tlsReportTexts,
} from './mail-words.ts';
import { type Proposal, proposalsOf, type Vocabulary } from './proposal.ts';
import { endOf, type FieldSpot } from './spot.ts';

/** What TXT records of one kind hold: whole texts to begin with, and the parts that go on. */
interface TextKind {
  readonly texts: Vocabulary;
  readonly parts: 'terms' | Vocabulary;
  readonly values: ReadonlyMap<string, Vocabulary>;
}

const NO_VALUES: TextKind['values'] = new Map();
const DMARC: TextKind = { texts: dmarcTexts, parts: dmarcTags, values: dmarcValues };
const TLS_REPORT: TextKind = { texts: tlsReportTexts, parts: tlsReportTags, values: NO_VALUES };
const STS: TextKind = { texts: stsTexts, parts: { name: 'none', words: [] }, values: NO_VALUES };
const DKIM: TextKind = { texts: dkimTexts, parts: dkimTags, values: dkimValues };
const BIMI: TextKind = { texts: bimiTexts, parts: bimiTags, values: NO_VALUES };
const SPF: TextKind = { texts: spfTexts, parts: 'terms', values: NO_VALUES };

/** What a TXT record may hold, by its owner: SPF, DMARC, TLS reports, MTA-STS, DKIM, BIMI. */
export function textProposals(ctx: FeatureContext, spot: FieldSpot): Proposal[] {
  const { names } = ctx.engine.store;
  const owner = spot.row.ownerName;
  const kind = owner === NO_NAME ? undefined : kindOf(names.text(owner));
  if (!kind) return [];
  if (!/^v=\w+(?:[ ;]|$)/i.test(spot.before + spot.prefix) || !spot.isQuoted) return wholeTexts(ctx, spot, kind);
  if (kind.parts === 'terms') return spfProposals(ctx, spot);
  return tagProposals(ctx, spot, kind);
}

function kindOf(owner: string): TextKind | undefined {
  if (owner.startsWith('_dmarc.')) return DMARC;
  if (owner.startsWith('_smtp._tls.')) return TLS_REPORT;
  if (owner.startsWith('_mta-sts.')) return STS;
  if (owner.includes('._domainkey.')) return DKIM;
  if (owner.includes('._bimi.')) return BIMI;
  return /(?:^|\.)_(?!spf)/.test(owner) ? undefined : SPF;
}

/** Whole texts, in quotes where none are open; where a value is to follow, the cursor stays before the last one. */
function wholeTexts(ctx: FeatureContext, spot: FieldSpot, { texts }: TextKind): Proposal[] {
  if (spot.before !== '') return [];
  const open = spot.isQuoted ? '' : '"';
  const close = spot.isClosed ? '' : '"';
  return proposalsOf(texts, spot.range).map((proposal) => {
    const value = `${proposal.label}${valueBehind(ctx, spot, proposal.label)}`;
    const whole = { ...proposal, label: value, filter: `${open}${value}`, text: `${open}${value}${close}` };
    const isOpen = /[=:/]$/.test(value);
    return isOpen ? { ...whole, snippet: `${escaped(open + value)}$1${close}$0` } : whole;
  });
}

/** What belongs behind a text's last tag, where it is known: the day, the address of the domain's postmaster. */
function valueBehind(ctx: FeatureContext, spot: FieldSpot, text: string): string {
  if (text.endsWith('id=')) return `${dayNumber(ctx.now)}01`;
  return text.endsWith('mailto:') ? postmaster(ctx, spot) : '';
}

function postmaster(ctx: FeatureContext, { row }: FieldSpot): string {
  const { names } = ctx.engine.store;
  const { apex } = row.block.instance;
  if (apex === NO_NAME || isInUnknownZone(names.text(apex))) return '';
  return `postmaster@${shownName(names, apex)}`;
}

/** A tag of `tag=value; tag=value`, or the value of one. */
function tagProposals(ctx: FeatureContext, spot: FieldSpot, kind: TextKind): Proposal[] {
  const { prefix, before } = spot;
  const begin = prefix.lastIndexOf(';') + 1;
  const start = begin + (prefix.slice(begin).length - prefix.slice(begin).trimStart().length);
  const part = prefix.slice(start);
  const tag = /^([a-z]+)=/i.exec(part)?.[1]?.toLowerCase();
  const at = start + (tag?.length ?? 0) + 1;
  if (tag === 'rua' || tag === 'ruf') return addressesOfReports(ctx, spot, start + part.search(/[^=,]*$/));
  const values = tag === undefined ? undefined : kind.values.get(tag);
  if (values) return proposalsOf(values, endOf(spot, at));
  if (tag !== undefined || kind.parts === 'terms') return [];
  const used = new Set(
    [...(before + prefix).matchAll(/(?:^|;)\s*([a-z]+)\s*=/gi)].map(([, name]) => name?.toLowerCase()),
  );
  // A blank behind the semicolon is what people write.
  const lead = start > 0 && prefix[start - 1] === ';' ? ' ' : '';
  return proposalsOf(kind.parts, endOf(spot, start))
    .filter(({ label }) => !used.has(label.split('=', 1)[0]))
    .map((one) => ({ ...one, text: `${lead}${one.text ?? one.label}` }));
}

function addressesOfReports(ctx: FeatureContext, spot: FieldSpot, from: number): Proposal[] {
  const address = postmaster(ctx, spot);
  if (address === '') return [];
  const label = `mailto:${address}`;
  return [
    { label, kind: 'value', detail: phrase`the mailbox that every domain has`, range: endOf(spot, from), order: '0' },
  ];
}

/** A term of SPF, or what follows its colon. */
function spfProposals(ctx: FeatureContext, spot: FieldSpot): Proposal[] {
  const { prefix, before } = spot;
  const start = prefix.lastIndexOf(' ') + 1;
  const term = prefix.slice(start);
  const named = /^[-+~?]?(a|mx|ip4|ip6|include|exists|redirect|exp)[:=]/i.exec(term);
  if (named) return spfValues(ctx, spot, { name: (named[1] ?? '').toLowerCase(), at: start + named[0].length });
  const used = new Set((before + prefix.slice(0, start)).toLowerCase().split(' '));
  const hasAll = [...used].some((word) => /^[-+~?]?all$/.test(word) || word.startsWith('redirect='));
  const once = (word: string) => /all$|^redirect=|^exp=/.test(word) && (hasAll || used.has(word));
  return proposalsOf(spfTerms, endOf(spot, start)).filter(({ label }) => !used.has(label) && !once(label));
}

function spfValues(
  ctx: FeatureContext,
  spot: FieldSpot,
  { name, at }: { readonly name: string; readonly at: number },
): Proposal[] {
  const range = endOf(spot, at);
  switch (name) {
    case 'ip4':
    case 'ip6': {
      const type = name === 'ip4' ? TYPE_A : TYPE_AAAA;
      return heldHosts(ctx, spot, type).map(({ host, address, isMail }, index) => ({
        label: address,
        kind: 'address',
        detail: isMail ? phrase`${host}, which receives mail` : host,
        range,
        order: `${isMail ? 0 : 1}${String(index).padStart(4, '0')}`,
      }));
    }
    case 'include':
    case 'redirect':
      return [...heldPolicies(ctx, spot, at), ...proposalsOf(knownIncludes, range)];
    case 'a':
    case 'mx': {
      const hosts = new Map(
        [TYPE_A, TYPE_AAAA].flatMap((type) => heldHosts(ctx, spot, type).map((one) => [one.host, one])),
      );
      return [...hosts.values()].map(({ host, isMail }) => ({
        label: host,
        kind: 'name',
        detail: isMail ? phrase`receives mail` : phrase`a host of the zone`,
        range,
        order: `${isMail ? 0 : 1}${host}`,
      }));
    }
    default:
      return [];
  }
}

/** Records of a zone that are looked at, and hosts that are proposed. */
const MOST_RECORDS = 20_000;
const MOST_HOSTS = 200;

interface HeldHost {
  readonly host: string;
  readonly address: string;
  /** Whether an MX record leads to it. */
  readonly isMail: boolean;
}

/** The hosts of the record's zone with an address of a type. */
function heldHosts(ctx: FeatureContext, { row }: FieldSpot, type: number): HeldHost[] {
  const { names, records } = ctx.engine.store;
  const { instance } = row.block;
  const { held } = ctx.engine.context(instance.view);
  const found: HeldHost[] = [];
  let looked = 0;
  for (const block of (instance.zone?.root ?? instance).blocks) {
    for (const id of block?.records ?? []) {
      if (++looked > MOST_RECORDS || found.length >= MOST_HOSTS) return found;
      if (records.type[id] !== type) continue;
      const owner = records.owner[id] as NameId;
      const address = held.addressText(records.data[id] as NameId);
      if (address === undefined || names.isWildcard(owner)) continue;
      found.push({ host: shownName(names, owner), address, isMail: held.recordsTo(owner, TYPE_MX).length > 0 });
    }
  }
  return found;
}

/** The other domains of the view whose mail somebody sends: they have a record that can be included. */
function heldPolicies(ctx: FeatureContext, spot: FieldSpot, at: number): Proposal[] {
  const { names } = ctx.engine.store;
  const { instance } = spot.row.block;
  const found: Proposal[] = [];
  for (const domain of instance.view.mailDomains.keys()) {
    if (found.length >= MOST_HOSTS) break;
    if (domain === spot.row.ownerName) continue;
    const label = undotted(lowerName(names.text(domain)));
    found.push({ label, kind: 'name', detail: phrase`held here`, range: endOf(spot, at), order: `1${label}` });
  }
  return found;
}

/** A text as it stands in a snippet. */
function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
