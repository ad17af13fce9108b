import { type NameId, ROOT } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { gravity, hasNamesChecked, isOfInvalidHost } from '../facts/invalid-host.ts';
import { type MailNote, mailNote, NO_NOTE, REFUSED_UNCONFIRMED, REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { isInArpa, whyNoHostName } from '../facts/pointer-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A target that is a domain name but no host's (RFC 952, RFC 1123 section 2.1). */
export const ptrTargetInvalid = defineRule({
  id: 'ptr-target-invalid',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR target is no host name',
  passesPlainPairs: true,
  confirmedToo(ctx, _, pointer) {
    return !ctx.store.names.isHostName(ctx.store.records.data[pointer] as number);
  },
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      if (pointer.data < 0 || ctx.store.names.isHostName(pointer.data)) continue;
      // What a template makes of the name is not known.
      if (holdsPlaceholder(ctx.store.names.text(pointer.data))) continue;
      const note = noteOf(pointer, address, ctx);
      // BIND does not load a reverse zone with it, whoever else reads the record.
      const isRefused = pointer.data > ROOT && hasNamesChecked(pointer) && isInArpa(ctx, pointer.owner);
      // The name itself is the cause, and is told where the host has it.
      if (!note.severity && isToldAtHost(pointer, address, isRefused, ctx)) continue;
      report({
        at: pointer.at('target'),
        message: phrase`${shown(ctx, pointer.data)} is no host name: ${whyNoHostName(ctx.store.names, pointer.data)}${note.text}`,
        data: { address: address.text },
        ...(note.severity ? forwardSide(address, note, ctx) : {}),
        counterpartMessage: phrase`The PTR record of ${address.text} holds a name that no host can have`,
        ...gravity(isRefused),
      });
    }
  },
});

function isToldAtHost(pointer: ZoneRecord, address: AddressCase, isRefused: boolean, ctx: RuleContext): boolean {
  if (ctx.settings.isOff('hostname-invalid') || address.standing(pointer) !== 'confirmed') return false;
  return ctx.held
    .recordsAt(pointer.data, address.type)
    .some((record) => isOfInvalidHost(record, ctx) && (!isRefused || hasNamesChecked(record)));
}

/**
 * Receivers drop such a name, as if there were no PTR; one that is only unusual for its underscore they look up, and
 * where it is confirmed it serves.
 */
function noteOf(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): MailNote {
  if (!isLookedUp(pointer.data, ctx)) return mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
  const standing = address.standing(pointer);
  if (standing === 'confirmed' || standing === 'unknown') return NO_NOTE;
  return mailNote(address, REFUSED_UNCONFIRMED, ctx);
}

/** Labels that Postfix and the C library take in the name of a client: those of hosts, and underscores. */
const LOOKED_UP = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;

function isLookedUp(name: NameId, { store: { names } }: RuleContext): boolean {
  for (let node = name; node > 0; node = names.parent(node)) if (!LOOKED_UP.test(names.labelText(node))) return false;
  return name > 0;
}
