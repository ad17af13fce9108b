import { ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_DNAME, TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { Answer } from '../../workspace/answer.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isPaired, isTargetPaired, shown } from './pairing.ts';
import { isRelative, looksAbsolute } from './pointer-words.ts';
import { targetWord } from './target-words.ts';

/** The rules at one name are given the same records: which of them lead to hosts is asked once for a type. */
const leading = new LastAsked<
  readonly ZoneRecord[],
  { readonly type: number; readonly hosts: readonly ZoneRecord[] }
>();

/**
 * The records of a type (MX, SRV) that servers answer with and that name a host: not those whose target is the root,
 * which says that there is none (RFC 7505, RFC 2782), nor those that an earlier finding explains or a template makes.
 */
export function recordsToHosts(records: readonly ZoneRecord[], type: number, ctx: RuleContext): readonly ZoneRecord[] {
  let found = leading.get(records);
  if (found?.type !== type) {
    found = { type, hosts: records.filter((record) => record.type === type && leadsToHost(record, ctx)) };
    leading.set(records, found);
  }
  return found.hosts.filter(({ id }) => !ctx.isClaimed(id));
}

function leadsToHost(record: ZoneRecord, ctx: RuleContext): boolean {
  const { zone, data } = record;
  if (data <= ROOT || !zone || !isPaired(zone, ctx) || !ctx.held.answers(record)) return false;
  const { names } = ctx.store;
  return isTargetPaired(data, ctx) && (names.isHostName(data) || !holdsPlaceholder(names.text(data)));
}

/** The target as written; of a generated record the whole name. */
export function writtenHost(record: ZoneRecord, ctx: RuleContext): string {
  return targetWord(record)?.word.text ?? ctx.held.text(record.data);
}

/** That a record's target is an alias, and the record that makes it one; undefined where it is none, or leads in a circle. */
export function aliasedTarget(
  { data }: ZoneRecord,
  ctx: RuleContext,
): { readonly alias: ZoneRecord; readonly says: string } | undefined {
  const answer = ctx.held.lookup(data, TYPE_A);
  const [alias] = answer.kind === 'loop' ? [] : answer.aliases;
  if (!alias) return undefined;
  const how =
    alias.type === TYPE_DNAME
      ? phrase`lies below the DNAME of ${shown(ctx, alias.owner)}, so it is an alias`
      : phrase`is an alias of ${shown(ctx, alias.data)}`;
  return { alias, says: `${shown(ctx, data)} ${how}` };
}

/** Why a record's target certainly has no address, as the end of a sentence that begins with it; undefined where it may. */
export function whyWithoutAddress(record: ZoneRecord, ctx: RuleContext): string | undefined {
  const answers = [TYPE_A, TYPE_AAAA].map((type) => ctx.held.lookup(record.data, type));
  const [first] = answers;
  // That no mail is delivered is an error, of which nothing milder takes the place.
  const isNone = (answer: Answer): boolean =>
    answer.kind === 'none' || (answer.kind === 'unknown' && answer.isAstray === true && record.type === TYPE_MX);
  if (!first || !answers.every(isNone) || first.aliases.length > 0) return undefined;
  const zone = ctx.held.zoneOf(record.data);
  if (!zone || (first.kind === 'none' && first.exists)) return phrase`which has no A or AAAA record`;
  return phrase`which does not exist in ${shown(ctx, zone.apex)}`;
}

/**
 * The target in a sentence; where it is an address of the web, or written with dots and without the final one, what that
 * makes of it.
 */
export function targetInWords(record: ZoneRecord, ctx: RuleContext): { readonly name: string; readonly lead: string } {
  const written = writtenHost(record, ctx);
  const name = shown(ctx, record.data);
  if (written.includes('://'))
    return { name, lead: phrase`"${written}" is an address of the web, and means the name ${name}` };
  const lacksDot = isRelative(written) && looksAbsolute(written);
  return { name, lead: lacksDot ? phrase`"${written}" has no final dot, so it means ${name}` : '' };
}
