import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { parseDkim } from '../../mail/dkim.ts';
import { tagNamed } from '../../mail/tags.ts';
import { isDkimOwner } from '../facts/mail-owners.ts';
import { stretchAt, textsAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** An RSA key of DKIM that is too short (RFC 8301 section 3.2). */
export const dkimKeyShort = defineRule({
  id: 'dkim-key-short',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'DKIM key is too short',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => isDkimOwner(names, name),
  check(_, records, ctx, report) {
    for (const text of textsAt(records, ctx)) {
      const { key, list, faults } = parseDkim(text.joined.text);
      const p = tagNamed(list, 'p');
      if (key?.kind !== 'rsa' || key.bits >= ADVISED || !p || faults.length > 0) continue;
      const isRefused = key.bits < LEAST;
      report({
        at: stretchAt(text, p.start, p.end),
        severity: isRefused ? 'error' : 'hint',
        message: isRefused
          ? phrase`The DKIM key has ${key.bits} bits: receivers take no signature of less than ${LEAST} (RFC 8301). Make one of ${ADVISED}`
          : phrase`The DKIM key has ${key.bits} bits, and ${ADVISED} are advised (RFC 8301)`,
      });
    }
  },
});

const LEAST = 1024;
const ADVISED = 2048;
