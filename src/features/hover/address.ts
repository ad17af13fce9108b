import { networksOfReverseZone, networkText } from '../../dns/arpa.ts';
import { type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_A } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { AddressCase } from '../../rules/facts/address-case.ts';
import { listedDomains } from '../../rules/facts/mail-note.ts';
import { lacksPointer } from '../../rules/facts/missing.ts';
import { mayHavePointer } from '../../rules/facts/pairing.ts';
import type { Held } from '../../workspace/held.ts';
import type { View } from '../../workspace/view.ts';
import type { FeatureContext } from '../context.ts';
import { code } from './code.ts';
import { STANDINGS } from './standing.ts';

/** What can be done about the address that is explained, where it is explained. */
export type AddressAction = 'add-pointer' | 'create-reverse-zone' | 'copy-request' | 'check-live';

const MOST_NAMES = 8;
const MOST_POINTERS = 4;

/** An address: its network and reverse name, its names, its PTR records and whether they lead back, and its mail. */
export function explainAddress(ctx: FeatureContext, view: View, address: NameId): string[] {
  const context = ctx.engine.context(view);
  const { held } = context;
  const { names } = ctx.engine.store;
  const addressCase = new AddressCase(held, context.mail, address);
  const { answer } = addressCase;
  const paragraphs = [
    phrase`Address ${code(addressCase.text)}${networkOf(addressCase, names)}, reverse name ${code(shownName(names, address))}`,
  ];
  const owners = [...new Set(addressCase.records.map((record) => shownName(names, record.owner)))];
  if (owners.length > 0) {
    const more = owners.length > MOST_NAMES ? phrase` and ${owners.length - MOST_NAMES} more` : '';
    paragraphs.push(phrase`Names with this address: ${owners.slice(0, MOST_NAMES).map(code).join(', ')}${more}`);
  }
  if (answer.kind !== 'loop' && answer.name !== address && answer.name !== NO_NAME)
    paragraphs.push(phrase`Its PTR is looked for at ${code(shownName(names, answer.name))}`);
  const targets = new Map(addressCase.pointers.map((pointer) => [pointer.data, pointer]));
  for (const pointer of [...targets.values()].slice(0, MOST_POINTERS)) {
    if (pointer.data === NO_NAME) continue;
    const standing = translated(STANDINGS[addressCase.standing(pointer)]);
    const end = aliasEnd(held, pointer.data);
    const target = code(shownName(names, pointer.data));
    paragraphs.push(
      end === NO_NAME
        ? phrase`PTR to ${target}, ${standing}`
        : phrase`PTR to ${target}, an alias of ${code(shownName(names, end))}, ${standing}`,
    );
  }
  if (addressCase.pointers.length === 0) paragraphs.push(withoutPointer(addressCase, names));
  if (addressCase.mail.length > 0) {
    const domains = listedDomains(addressCase.mail, context, (domain) => code(shownName(names, domain)));
    paragraphs.push(phrase`Mail host of ${domains}: receivers look at its PTR record`);
  }
  return paragraphs;
}

/** What can be done about an address: add its PTR, have its zone made, ask the provider, look at what the world sees. */
export function actionsOf(ctx: FeatureContext, view: View, address: NameId): AddressAction[] {
  const { names } = ctx.engine.store;
  if (!mayHavePointer(names, address)) return [];
  const context = ctx.engine.context(view);
  const addressCase = new AddressCase(context.held, context.mail, address);
  const actions: AddressAction[] = [];
  if (lacksPointer(addressCase, context)) actions.push('add-pointer');
  if (!addressCase.reverseZone && addressCase.records.length > 0) actions.push('create-reverse-zone', 'copy-request');
  return [...actions, 'check-live'];
}

/** What an alias leads to in the end; -1 for a name that is none. */
function aliasEnd(held: Held, name: NameId): NameId {
  const answer = held.lookup(name, TYPE_A);
  return answer.kind !== 'loop' && answer.aliases.length > 0 && answer.name !== name ? answer.name : NO_NAME;
}

/** The network of the held reverse zone, as its name tells it. */
function networkOf({ reverseZone }: AddressCase, names: NameTable): string {
  const [network, ...others] = reverseZone ? networksOfReverseZone(names.text(reverseZone.apex)) : [];
  return network && others.length === 0 ? phrase` in ${networkText(network)}` : '';
}

function withoutPointer(addressCase: AddressCase, names: NameTable): string {
  const { reverseZone, answer } = addressCase;
  if (!reverseZone) return phrase`The reverse zone of this address is not held here`;
  if (answer.kind === 'unknown')
    return phrase`${code(shownName(names, reverseZone.apex))} is not wholly read: a PTR may be in it`;
  return phrase`No PTR record in ${code(shownName(names, reverseZone.apex))}`;
}
