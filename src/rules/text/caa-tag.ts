import { TYPE_CAA } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { CAA_TAGS, nearestCaaTag } from '../../mail/caa.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { hasUnsoundCaa } from '../facts/unsound-data.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** A CAA tag that no authority knows, or flags that mean nothing (RFC 8659 section 4.1). */
export const caaTag = defineRule({
  id: 'caa-tag',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CAA],
  passesSoundTexts: true,
  wants: hasUnsoundCaa,
  summary: 'CAA record with a tag or flags that authorities do not know',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_CAA, ctx)) {
      const [flags, tag] = fields;
      const number = numberIn(flags);
      if (tag && !CAA_TAGS.includes(tag.text.toLowerCase())) {
        const nearest = nearestCaaTag(tag.text);
        const isCritical = number >= CRITICAL;
        const meant =
          nearest === undefined ? phrase`the tags are ${CAA_TAGS.join(', ')}` : phrase`"${nearest}" is meant`;
        report({
          at: record.at({ rdata: 1 }),
          ...(isCritical ? { severity: 'error' as const } : {}),
          message: isCritical
            ? phrase`No authority knows the CAA tag "${tag.text}", and the flags say that none may issue then: ${meant}`
            : phrase`No authority knows the CAA tag "${tag.text}", so all pass over it: ${meant}`,
          ...(nearest === undefined ? {} : { data: { nearest } }),
        });
      } else if (number !== 0 && number !== CRITICAL && number <= 255)
        report({
          at: record.at({ rdata: 0 }),
          message: phrase`CAA flags are 0, or 128 where authorities must know the tag: ${number} means nothing`,
        });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    const nearest = finding.data?.nearest;
    if (!record || !token || typeof nearest !== 'string') return [];
    const title = phrase`Change "${token.text}" to "${nearest}"`;
    return [subject.fix(title, [replaceToken(record, token, nearest)], { safe: true, preferred: true })];
  },
});

const CRITICAL = 128;
