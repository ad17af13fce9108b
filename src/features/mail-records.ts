import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { nameBelow, rawLabels } from '../dns/substituted.ts';
import { TYPE_MX, TYPE_TXT } from '../dns/type-codes.ts';
import { type Change, isRefusal, type Refusal } from '../edits/change.ts';
import { wildcardHidden } from '../edits/insert-pointer.ts';
import { insertForward } from '../edits/insert-record.ts';
import { plan } from '../edits/plan.ts';
import { serialsLeft } from '../edits/serial.ts';
import { phrase } from '../language/phrase.ts';
import { parseDkim } from '../mail/dkim.ts';
import { isLikeDmarc } from '../mail/dmarc.ts';
import { isLikePolicy } from '../mail/policies.ts';
import { isSpf } from '../mail/spf.ts';
import { nameIn } from '../project/mounts.ts';
import { hasNoAddress } from '../rules/facts/mail-names.ts';
import { textOf } from '../rules/facts/mail-text.ts';
import type { RuleContext } from '../rules/rule.ts';
import { reportsRefusal, selectorRefusal, serverRefusal } from '../shared/mail-words.ts';
import type { MailRecordsChoice } from '../shared/protocol.ts';
import { LONGEST_STRING } from '../syntax/split-string.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { Bulk } from './bulk.ts';
import type { FeatureContext } from './context.ts';

/** A record of mail that a domain may lack. */
interface Wanted {
  readonly labels: readonly string[];
  readonly type: 'MX' | 'TXT';
  readonly rdata: string;
  /** Whether a text there is such a record already, or was meant as one; every record is, where it is left out. */
  readonly isOne?: (text: string) => boolean;
  /** The first labels of a host without which the record does nothing. */
  readonly host?: string;
}

/**
 * Adds the records of mail that the zone of a file lacks: MX, SPF, DKIM, DMARC, TLS-RPT and MTA-STS, or the three that a
 * domain without mail has (RFC 7505, RFC 7208 section 10.1.2). What is there already stays, and is told.
 */
export function addMailRecords(ctx: FeatureContext, file: SourceFile, choice: MailRecordsChoice): Bulk {
  const zone = file.instances.find(({ parent, zone: held }) => !parent && held)?.zone;
  if (!zone) return refused(phrase`This file is no zone that is known`);
  const context = ctx.engine.context(zone.view);
  const wanted = choice.kind === 'parked' ? PARKED : wantedFor(choice, zone, context);
  if (isRefusal(wanted)) return refused(wanted.refused);
  const changes: Change[] = [];
  const left: string[] = [];
  for (const record of wanted) {
    const change = changeFor(record, zone, context);
    if (isRefusal(change)) left.push(change.refused);
    else changes.push(change);
  }
  if (changes.length === 0) return { edits: [], count: 0, refused: left };
  const made = plan(context, { title: phrase`Add mail records`, changes });
  if (made.refused !== undefined) return refused(made.refused);
  const files = [...new Set(changes.map((one) => one.file))];
  return { edits: made.edits, count: changes.length, refused: [...left, ...serialsLeft(context, files)] };
}

const PARKED: readonly Wanted[] = [
  { labels: [], type: 'MX', rdata: '0 .' },
  { labels: [], type: 'TXT', rdata: '"v=spf1 -all"', isOne: isSpf },
  { labels: ['_dmarc'], type: 'TXT', rdata: '"v=DMARC1; p=reject"', isOne: isLikeDmarc },
];

function wantedFor(choice: MailRecordsChoice, zone: Zone, ctx: RuleContext): readonly Wanted[] | Refusal {
  const server = serverOf(choice.server ?? '', zone, ctx);
  if (isRefusal(server)) return server;
  const reports = choice.reports ?? '';
  const why = reportsRefusal(reports, shownName(ctx.store.names, zone.apex));
  if (why !== undefined) return { refused: why };
  const to = reports === '' ? '' : `; rua=mailto:${reports}`;
  const wanted: Wanted[] = [
    { labels: [], type: 'MX', rdata: `10 ${server}` },
    { labels: [], type: 'TXT', rdata: '"v=spf1 mx -all"', isOne: isSpf },
    ...hostSpf(server, zone, ctx),
  ];
  if (choice.dkim) {
    const dkim = dkimRecord(choice.dkim);
    if (isRefusal(dkim)) return dkim;
    wanted.push(dkim);
  }
  wanted.push({ labels: ['_dmarc'], type: 'TXT', rdata: `"v=DMARC1; p=quarantine${to}"`, isOne: isLikeDmarc });
  if (reports !== '')
    wanted.push({
      labels: ['_smtp', '_tls'],
      type: 'TXT',
      rdata: `"v=TLSRPTv1; rua=mailto:${reports}"`,
      isOne: (text) => isLikePolicy(text, 'TLSRPTv1'),
    });
  if (choice.mtaStsId !== undefined)
    wanted.push({
      labels: ['_mta-sts'],
      type: 'TXT',
      rdata: `"v=STSv1; id=${choice.mtaStsId}"`,
      isOne: (text) => isLikePolicy(text, 'STSv1'),
      host: 'mta-sts',
    });
  return wanted;
}

/** The SPF record of the mail server's own name, which receivers ask for too (RFC 7208 section 2.3), where it is of this zone. */
function hostSpf(server: string, zone: Zone, ctx: RuleContext): readonly Wanted[] {
  const name = server === '@' ? NO_NAME : nameIn(ctx.store.names, server);
  if (name === NO_NAME || ctx.held.zoneOf(name) !== zone) return [];
  return [{ labels: rawLabels(ctx.store.names, name, zone.apex), type: 'TXT', rdata: '"v=spf1 a -all"', isOne: isSpf }];
}

/** The mail server's absolute name; one in a held zone has to have an address, or mail would go nowhere. */
function serverOf(written: string, zone: Zone, { held, store }: RuleContext): string | Refusal {
  const why = serverRefusal(written);
  if (why !== undefined) return { refused: why };
  const text = written.trim().toLowerCase().replace(/\.$/, '');
  const name = nameIn(store.names, text);
  const own = name === NO_NAME ? undefined : held.zoneOf(name);
  if (own && !held.hasGaps(own) && !held.recordsAt(name).some((record) => record.isAddress))
    return {
      refused: phrase`${text} has no address in ${shownName(store.names, own.apex)}: add its A or AAAA record first, or mail would go nowhere`,
    };
  return zone.apex === name ? '@' : `${text}.`;
}

function dkimRecord({ selector, key }: NonNullable<MailRecordsChoice['dkim']>): Wanted | Refusal {
  const why = selectorRefusal(selector);
  if (why !== undefined) return { refused: why };
  const digits = /(?:^|[;"\s])p\s*=\s*"?([^;]*)/.exec(key)?.[1] ?? key;
  const base64 = digits.replace(/-----[^-]*-----/g, '').replace(/[\s"()]/g, '');
  const text = ['rsa', 'ed25519'].map((type) => `v=DKIM1; k=${type}; p=${base64}`).find(isWholeKey);
  if (text === undefined)
    return { refused: phrase`This is no public key: paste the base64 of "p=", or the whole DKIM record` };
  const strings = text.match(new RegExp(`.{1,${LONGEST_STRING}}`, 'g')) ?? [];
  const rdata = strings.map((string) => `"${string}"`).join(' ');
  return { labels: [selector.toLowerCase(), '_domainkey'], type: 'TXT', rdata };
}

function isWholeKey(text: string): boolean {
  const { key, faults } = parseDkim(text);
  return key !== undefined && faults.length === 0;
}

function changeFor({ labels, type, rdata, isOne, host }: Wanted, zone: Zone, context: RuleContext): Change | Refusal {
  const { held, store, rows } = context;
  const owner = nameBelow(store.names, zone.apex, labels);
  const shown = shownName(store.names, owner === NO_NAME ? zone.apex : owner);
  if (owner === NO_NAME || held.zoneOf(owner) !== zone)
    return { refused: phrase`${labels.join('.')} is not in this zone: another one answers for it` };
  if (hasOne(owner, { type, isOne, context }))
    return { refused: phrase`${shown} has such a record already (${type}): it stays as it is` };
  const needed = host === undefined ? NO_NAME : store.names.childText(zone.apex, host);
  if (needed !== NO_NAME && hasNoAddress(needed, context))
    return {
      refused: phrase`${shown} is left out: it needs the host ${shownName(store.names, needed)}, which has no address yet`,
    };
  const why = wildcardHidden(held, owner, zone);
  if (why !== undefined) return { refused: why };
  const insertion = insertForward(held, rows, zone, { owner, type, rdata });
  return isRefusal(insertion) ? insertion : insertion.change;
}

function hasOne(
  owner: NameId,
  { type, isOne, context }: { type: 'MX' | 'TXT'; isOne: Wanted['isOne']; context: RuleContext },
): boolean {
  const records = context.held.recordsAt(owner, type === 'MX' ? TYPE_MX : TYPE_TXT);
  return records.some((record) => isOne === undefined || isOne(textOf(record).joined.text));
}

function refused(reason: string): Bulk {
  return { edits: [], count: 0, refused: [reason] };
}
