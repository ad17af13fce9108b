import { hasLabel } from '../../dns/label-octets.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { laterPhrase } from '../../language/phrase.ts';
import { isLikePolicy } from '../../mail/policies.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { checkPlace, type PlacedText } from '../facts/text-place.ts';
import { movePlaced } from '../fixes/place-fixes.ts';
import { defineRule } from '../rule.ts';

const PLACED: PlacedText = {
  kind: laterPhrase`an MTA-STS record`,
  isOne: (text) => isLikePolicy(text, 'STSv1'),
  isAtPlace: ({ store: { names } }, name) => hasLabel(names, name, '_mta-sts'),
  labels: ['_mta-sts'],
};

/** MTA-STS record at a name where nobody asks for it (RFC 8461 section 3.1). */
export const mtaStsPlace = defineRule({
  id: 'mta-sts-place',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasTaggedText,
  summary: 'MTA-STS record at a name where nobody asks for it',
  check: checkPlace(PLACED),
  fixes: movePlaced(PLACED),
});
