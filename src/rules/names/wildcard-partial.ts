import { holdsOctet } from '../../dns/label-octets.ts';
import { ASTERISK } from '../../dns/name-meta.ts';
import { phrase } from '../../language/phrase.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An asterisk beside other characters of a label, `dev*`: a wildcard is a label of its own (RFC 4592 section 2.1.1). */
export const wildcardPartial = defineRule({
  id: 'wildcard-partial',
  scope: 'name',
  owners: 'others',
  severity: 'warning',
  types: [],
  passesPlainHosts: true,
  passesSoundTexts: true,
  summary: 'Asterisk beside other characters of a label: that is no wildcard',
  passesPlainMail: true,
  wants: ({ store: { names } }, name) => {
    if (names.isHostName(name) || names.isWildcard(name)) return false;
    return holdsOctet(names, name, ASTERISK);
  },
  check(name, records, ctx, report) {
    const record = records.find(
      ({ zone, generated, type }) => zone && !generated && type !== TYPE_UNREADABLE && isPaired(zone, ctx),
    );
    // Who writes the asterisk as an escape means the character.
    if (!record || ctx.isClaimed(record.id) || /\\\*|\\042/.test(record.words().owner?.text ?? '')) return;
    const label = ctx.store.names.labelText(name);
    // What begins a comment in other languages is told as that.
    if (label.startsWith('/*')) return;
    report({
      at: record.at('owner'),
      message: phrase`"${label}" is no wildcard: an asterisk stands for other names only where it is a label by itself, so nobody but who asks for ${shown(ctx, name)} gets this`,
      claims: records.filter(({ zone }) => zone === record.zone),
    });
  },
});
