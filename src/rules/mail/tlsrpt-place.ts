import { TYPE_TXT } from '../../dns/type-codes.ts';
import { laterPhrase } from '../../language/phrase.ts';
import { isLikePolicy } from '../../mail/policies.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { beginsWith } from '../facts/mail-owners.ts';
import { checkPlace, type PlacedText } from '../facts/text-place.ts';
import { movePlaced } from '../fixes/place-fixes.ts';
import { defineRule } from '../rule.ts';

const PLACED: PlacedText = {
  kind: laterPhrase`a TLS-RPT record`,
  isOne: (text) => isLikePolicy(text, 'TLSRPTv1'),
  isAtPlace: ({ store: { names } }, name) => beginsWith(names, name, ['_smtp', '_tls']),
  labels: ['_smtp', '_tls'],
};

/** TLS-RPT record at a name where nobody asks for it (RFC 8460 section 3). */
export const tlsrptPlace = defineRule({
  id: 'tlsrpt-place',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasTaggedText,
  summary: 'TLS-RPT record at a name where nobody asks for it',
  check: checkPlace(PLACED),
  fixes: movePlaced(PLACED),
});
