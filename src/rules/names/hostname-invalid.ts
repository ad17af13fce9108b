import { isInUnknownZone } from '../../dns/shown-name.ts';
import { isGluedName } from '../../syntax/odd-characters.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import { HOST_TYPES, hostPart, isHosts, isOfInvalidHost } from '../facts/invalid-host.ts';
import { shown } from '../facts/pairing.ts';
import { whyNoHostName } from '../facts/pointer-words.ts';
import { defineRule } from '../rule.ts';

/** A name with addresses or mail that is a domain name but no host's (RFC 952, RFC 1123 section 2.1), as BIND's check-names has it. */
export const hostnameInvalid = defineRule({
  id: 'hostname-invalid',
  scope: 'name',
  severity: 'warning',
  types: HOST_TYPES,
  summary: 'Name with addresses or mail is no host name',
  passesPlainHosts: true,
  wants: ({ store: { names } }, name) => !names.isHostName(name) && !isHosts(names, hostPart(names, name)),
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const record = records.find((one) => isOfInvalidHost(one, ctx));
    if (!record || ctx.isClaimed(record.id)) return;
    const text = names.text(name);
    // Neither what a template makes of the name nor what zone it is in may be known; or the text's reading tells of it.
    if (holdsPlaceholder(text) || isInUnknownZone(text) || isGluedName(text)) return;
    report({
      at: record.at('owner'),
      message: `${shown(ctx, name)} is no host name: ${whyNoHostName(names, hostPart(names, name))}`,
    });
  },
});
