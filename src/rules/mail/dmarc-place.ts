import { hasLabel } from '../../dns/label-octets.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { laterPhrase } from '../../language/phrase.ts';
import { isDmarc, isLikeDmarc } from '../../mail/dmarc.ts';
import { hasTextOfPlace } from '../facts/mail-filters.ts';
import { isDmarcOwner } from '../facts/mail-owners.ts';
import { checkPlace, type PlacedText } from '../facts/text-place.ts';
import { movePlaced } from '../fixes/place-fixes.ts';
import { defineRule } from '../rule.ts';

const PLACED: PlacedText = {
  kind: laterPhrase`a DMARC record`,
  isOne: (text) => isDmarc(text) || isLikeDmarc(text),
  isAtPlace: ({ store: { names } }, name) =>
    isDmarcOwner(names, name) && !hasLabel(names, names.parent(name), '_dmarc'),
  labels: ['_dmarc'],
};

/** DMARC record at a name where nobody asks for it (RFC 9989 section 4.6). */
export const dmarcPlace = defineRule({
  id: 'dmarc-place',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: (ctx, name, first) => hasTextOfPlace(ctx, name, first) && !PLACED.isAtPlace(ctx, name),
  summary: 'DMARC record at a name where nobody asks for it',
  check: checkPlace(PLACED),
  fixes: movePlaced(PLACED),
});
