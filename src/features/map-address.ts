import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import { phrase, translated } from '../language/phrase.ts';
import { Judge } from '../map/judge.ts';
import type { FileRange } from '../report/place.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import { listedDomains } from '../rules/facts/mail-note.ts';
import type { RuleContext } from '../rules/rule.ts';
import { stateOf } from '../shared/map-cells.ts';
import type { View } from '../workspace/view.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';

/** What a map says of one address: lines of plain text, and where its records stand, the PTR first where there is one. */
export interface MapAddress {
  readonly lines: readonly string[];
  readonly places: readonly FileRange[];
}

/** Records of each side that are named. */
const MOST_NAMED = 8;

/** The names of an address both ways, what is wrong with it, and where its records stand. */
export function mapAddress(ctx: FeatureContext, view: View, text: string): MapAddress {
  const context = ctx.engine.context(view);
  const name = addressName(context, text);
  if (name === NO_NAME) return { lines: [phrase`Nothing is written of it here`], places: [] };
  const address = new AddressCase(context.held, context.mail, name);
  const state = stateOf(new Judge(ctx.engine, view).cell(name));
  const [title, about] = [translated(state.title), translated(state.about)];
  const pointers = address.pointers;
  const lines = [
    `${title}: ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
    ...pointers.slice(0, MOST_NAMED).map((pointer) => pointerLine(address, pointer, context)),
    ...address.records
      .slice(0, MOST_NAMED)
      .map((record) => phrase`${nameOf(record.owner, context)} has it (${typeName(record.type)})`),
    ...more(pointers.length + address.records.length - 2 * MOST_NAMED),
    ...(address.mail.length > 0 ? [phrase`Sends mail for ${listedDomains(address.mail, context)}`] : []),
    ...messagesOf(ctx, view, name),
  ];
  const found = [...pointers, ...address.records].map((record) => ctx.places.of(record.at('record')));
  return { lines, places: found.flatMap((place) => place ?? []) };
}

/** The reverse name of an address, where it is in the table of names; asking for another one must not put it there. */
export function addressName({ store: { names } }: RuleContext, text: string): NameId {
  const count = names.count;
  const known = names.reverse.keyOf(text);
  return known < count ? known : NO_NAME;
}

function pointerLine(address: AddressCase, pointer: ZoneRecord, ctx: RuleContext): string {
  const words = {
    confirmed: phrase`which has the address`,
    mismatch: phrase`which has another address`,
    'no-address': phrase`which has no address`,
    unknown: phrase`whose zone is not held here`,
  }[address.standing(pointer)];
  return `PTR ${nameOf(pointer.data, ctx)}, ${words}`;
}

/** What the rules found at an address, but for what is switched off. */
function messagesOf({ engine, settings }: FeatureContext, view: View, name: NameId): string[] {
  const found = engine.book.namesOf(view).of(name);
  return found.flatMap(({ finding, primary }) =>
    primary && settings.rules[finding.rule] !== 'off' ? [`${finding.message} (${finding.rule})`] : [],
  );
}

function more(count: number): string[] {
  return count > 0 ? [phrase`and ${count} more`] : [];
}

function nameOf(name: NameId, ctx: RuleContext): string {
  return name < 0 ? '?' : undotted(ctx.held.text(name));
}
