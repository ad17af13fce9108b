import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { type DmarcRecord, isDmarc, isMeantAsDmarc, parseDmarc } from '../../mail/dmarc.ts';
import type { Answer } from '../../workspace/answer.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { ask, isRegistered } from './mail-names.ts';
import { type MailText, textOf } from './mail-text.ts';
import type { Memory } from './memory.ts';

/** What the held zones tell of the DMARC record of a domain. */
export type HeldDmarc =
  | { readonly kind: 'unknown' | 'none' }
  | { readonly kind: 'record'; readonly domain: NameId; readonly text: MailText; readonly dmarc: DmarcRecord };

/** Where there are more texts than these nobody looks through them for each name that takes over the policy. */
const MOST_TEXTS = 256;

const UNKNOWN: HeldDmarc = { kind: 'unknown' };
const NONE: HeldDmarc = { kind: 'none' };

/** What an answer tells: it holds for all that are asked about while the held zones give the same one. */
const told = new LastAsked<Answer, HeldDmarc>();

/** The record at `_dmarc` below a domain itself. */
function ownDmarc(domain: NameId, ctx: Asking): HeldDmarc {
  const owner = ctx.store.names.childText(domain, '_dmarc');
  const answer = owner === NO_NAME ? undefined : ask(owner, TYPE_TXT, ctx);
  if (!answer || answer.kind === 'none') return NONE;
  let held = told.get(answer);
  if (!held) {
    held = dmarcIn(answer, domain);
    told.set(answer, held);
  }
  return held;
}

function dmarcIn(answer: Answer, domain: NameId): HeldDmarc {
  if (answer.kind !== 'records' || answer.records.length > MOST_TEXTS) return UNKNOWN;
  const all = answer.records.map(textOf);
  const texts = all.filter(({ joined }) => /^[^a-z]{0,8}v\s{0,8}=\s{0,8}dmarc/i.test(joined.text));
  const [text] = texts;
  // One whose version is missing or stands elsewhere is told as that, and not called missing besides.
  if (!text) return all.some(({ joined }) => isMeantAsDmarc(joined.text)) ? UNKNOWN : NONE;
  // What a record with a mistake in its version was meant for is known all the same: it is told there.
  if (texts.length > 1 || !isDmarc(text.joined.text)) return UNKNOWN;
  return { kind: 'record', domain, text, dmarc: parseDmarc(text.joined.text) };
}

/** The record that holds for a domain: its own, else that of a name above it (RFC 9989 section 4.10). */
export function dmarcFor(domain: NameId, ctx: RuleContext): HeldDmarc {
  return domain > 0 ? dmarcFrom(domain, ownDmarc(domain, ctx), ctx) : UNKNOWN;
}

/**
 * The same of the name that is checked. It is checked again with the names below it whose label begins with an underscore,
 * so of one that lacks its own record none is looked up, and nothing is watched: so do nearly all that are told of.
 */
export function dmarcOfKey(name: NameId, ctx: RuleContext): HeldDmarc {
  return lacksDmarcName(name, ctx) ? dmarcFrom(name, NONE, ctx) : dmarcFor(name, ctx);
}

function dmarcFrom(domain: NameId, own: HeldDmarc, ctx: Asking): HeldDmarc {
  const { names } = ctx.store;
  if (own.kind !== 'none') return own;
  return names.depth(domain) <= 2 ? NONE : dmarcAbove(domain, ctx);
}

/**
 * What a name of at least three labels takes over from its parent, or from above that: worked out once for all of a zone, and
 * watched by each. Whether somebody registered such a name depends on the labels above it alone.
 */
function dmarcAbove(name: NameId, { store, held, memory, watch }: Asking): HeldDmarc {
  const parent = store.names.parent(name);
  const changeCount = store.changes.count;
  const { version } = held.view;
  let known = above.get(memory);
  if (known?.parent !== parent || known.changeCount !== changeCount || known.version !== version) {
    const watched: NameId[] = [];
    const asking = { store, held, memory, watch: (name: NameId) => void watched.push(name) };
    const dmarc = isRegistered(name, asking) ? NONE : dmarcFrom(parent, ownDmarc(parent, asking), asking);
    known = { parent, changeCount, version, dmarc, watched };
    above.set(memory, known);
  }
  for (const name of known.watched) watch(name);
  return known.dmarc;
}

/** What the names below one parent take over, as of a count of changes and a version of the view, and what it was found through. */
interface DmarcAbove {
  readonly parent: NameId;
  readonly changeCount: number;
  readonly version: number;
  readonly dmarc: HeldDmarc;
  readonly watched: readonly NameId[];
}

/** What a view was asked last. */
const above = new WeakMap<Memory, DmarcAbove>();

/** What questions take of a context. */
type Asking = Pick<RuleContext, 'store' | 'held' | 'memory' | 'watch'>;

/** Whether a name of a held zone certainly has none of the name `_dmarc` below it, nor a wildcard that would answer there. */
function lacksDmarcName(name: NameId, { store: { names }, held }: RuleContext): boolean {
  const { index, dnameCount } = held.view;
  if (dnameCount > 0 || (index.weight[name] ?? 0) === 0) return false;
  const mayHave = (label: string): boolean => names.findChild(name, label) !== NO_NAME;
  if (!index.isLeafOfOne(name) && (mayHave('_dmarc') || mayHave('*'))) return false;
  const zone = held.zoneOf(name);
  return zone !== undefined && !held.hasGaps(zone) && !held.repeatsItself(zone);
}

/** Whether receivers are told to refuse or set apart what fails, for a domain itself or by a record above it. */
export function isEnforced(held: Extract<HeldDmarc, { kind: 'record' }>, domain: NameId): boolean {
  const policy = domain === held.domain ? held.dmarc.p : (held.dmarc.sp ?? held.dmarc.p);
  return policy === 'quarantine' || policy === 'reject';
}
