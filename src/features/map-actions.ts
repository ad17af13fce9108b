import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { planMany } from '../edits/plan.ts';
import { counted, noun, phrase } from '../language/phrase.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import { byAddress } from '../rules/facts/address-order.ts';
import { isSelfAssigned, lacksPointer, missingRecords } from '../rules/facts/missing.ts';
import { type MissingPointer, missingPointersOf } from '../rules/fixes/insert-fixes.ts';
import { Subject } from '../rules/fixes/subject.ts';
import type { Finding, Fix, RuleContext } from '../rules/rule.ts';
import { rangeText } from '../shared/map-cells.ts';
import type { MapAction } from '../shared/map-protocol.ts';
import type { View } from '../workspace/view.ts';
import { type Bulk, serialsLeftIn } from './bulk.ts';
import type { FeatureContext } from './context.ts';
import { addressName } from './map-address.ts';

/** Addresses of a view, from the first to the last. */
export interface MapStretch {
  readonly first: string;
  readonly last: string;
  readonly view: View;
}

const ADD = 'add';

/** What can be done with the addresses of a stretch: of one the fixes of its findings, of several all missing PTRs at once. */
export function mapActions(ctx: FeatureContext, stretch: MapStretch): readonly MapAction[] {
  const context = ctx.engine.context(stretch.view);
  const addresses = addressesOf(context, stretch);
  const actions: MapAction[] = [];
  const own = stretch.first === stretch.last ? fixesAt(ctx, stretch) : [];
  for (const { key, fix } of own)
    actions.push({ key, title: fix.title, ...(fix.refused === undefined ? {} : { refused: fix.refused }) });
  const missing = missingOf(context, addresses);
  const isTold = own.some(({ addsPointer }) => addsPointer);
  if (missing.length === 1 && stretch.first === stretch.last && !isTold)
    for (const { draft } of missing) actions.push({ key: ADD, title: draft.title });
  if (stretch.first !== stretch.last && missing.length > 0)
    actions.push({
      key: ADD,
      title: phrase`Add all missing PTR records in ${rangeText(stretch.first, stretch.last)} (${missing.length})`,
    });
  return actions;
}

/** What one of the actions does. */
export interface MapEdit extends Bulk {
  /** The title of the one fix that it is; undefined where it is several, or none. */
  readonly title?: string | undefined;
}

/** The edits of one of the actions, from the texts as they are; undefined where it is not there any more. */
export function mapEdit(ctx: FeatureContext, stretch: MapStretch, key: string): MapEdit | undefined {
  if (key !== ADD) {
    const found = fixesAt(ctx, stretch).find((one) => one.key === key);
    if (!found) return undefined;
    const { edits, refused, title } = found.fix;
    return {
      title: refused === undefined ? title : undefined,
      edits,
      count: edits.length > 0 ? 1 : 0,
      refused: refused === undefined ? [] : [refused],
    };
  }
  const context = ctx.engine.context(stretch.view);
  const missing = missingOf(context, addressesOf(context, stretch));
  const { edits, taken, refused } = planMany(
    context,
    missing.map(({ draft }) => draft),
  );
  const reasons = new Map<string, number>();
  for (const { refused: why } of refused) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const left = [...reasons].map(([why, count]) => phrase`${counted(count, noun`PTR record`)} not added: ${why}`);
  const title = taken.length === 1 ? taken[0]?.title : undefined;
  return { title, edits, count: taken.length, refused: [...left, ...serialsLeftIn(ctx.engine, edits)] };
}

/** A fix of a finding, and whether it adds the PTR that is missing. */
interface FixAt {
  readonly key: string;
  readonly fix: Fix;
  readonly addsPointer: boolean;
}

/** The fixes of what was found at the first address of a stretch, each with a key that finds it again. */
function fixesAt({ engine, settings }: FeatureContext, { first, view }: MapStretch): FixAt[] {
  const context = engine.context(view);
  const address = addressName(context, first);
  const found: FixAt[] = [];
  for (const { finding, primary } of engine.book.namesOf(view).of(address)) {
    if (!primary || settings.rules[finding.rule] === 'off' || isOfGroup(finding)) continue;
    const rule = engine.rule(finding.rule);
    const addsPointer = rule?.findsMissingPointers === true;
    for (const [number, fix] of (rule?.fixes?.(finding, context) ?? []).entries())
      found.push({ key: `${finding.rule} ${number}`, fix, addsPointer });
  }
  return found;
}

/** A finding of many addresses that stands at one of them: its fix is for all of them. */
function isOfGroup({ data }: Finding): boolean {
  return typeof data?.count === 'number' && data.count > 1;
}

/** The addresses of a stretch that some record tells of. */
function addressesOf(context: RuleContext, { first, last }: MapStretch): readonly NameId[] {
  const { names } = context.store;
  const { index } = context.held.view;
  const from = names.reverse.keyOf(first);
  const to = names.reverse.keyOf(last);
  if (from === NO_NAME || to === NO_NAME) return [];
  const found: NameId[] = [];
  for (let name = 0; name < names.count; name++)
    if (names.isAddress(name) && index.firstTo(name) >= 0)
      if (byAddress(names, from, name) <= 0 && byAddress(names, name, to) <= 0) found.push(name);
  return found.sort((a, b) => byAddress(names, a, b));
}

/** The PTRs that are to be added for addresses that lack one; not of those that IPv6 hosts took themselves. */
function missingOf(context: RuleContext, addresses: readonly NameId[]): MissingPointer[] {
  const isAlone = addresses.length === 1;
  return addresses.flatMap((address) => {
    const addressCase = new AddressCase(context.held, context.mail, address);
    if (!lacksPointer(addressCase, context) || (!isAlone && isSelfAssigned(addressCase, context))) return [];
    const [record] = missingRecords(addressCase, context);
    const zone = addressCase.reverseZone;
    if (!record || !zone) return [];
    const finding: Finding = {
      // No rule has found it: what is added is told by the address alone.
      rule: '',
      severity: 'warning',
      key: address,
      at: record.at('rdata'),
      message: '',
      data: { address: addressCase.text, zone: context.held.text(zone.apex), count: 1 },
    };
    return missingPointersOf(new Subject(finding, context));
  });
}
