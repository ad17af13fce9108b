import type { Wording } from './claim.ts';
import { LETTER_CODES, LINKS } from './letter-codes.ts';
import { SERVER_WORDINGS } from './server-wordings.ts';

/**
 * All wordings in the order in which they are tried; `meaning.ts` reads what none of them has. A new one is a row in
 * letter-codes.ts or server-wordings.ts.
 */
export const WORDINGS: readonly Wording[] = [...LETTER_CODES, ...SERVER_WORDINGS, ...LINKS];
