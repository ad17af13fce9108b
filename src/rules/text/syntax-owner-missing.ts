import { replaceInBlock } from '../../edits/change.ts';
import { beginsWithIn, besideOf, classAsOwner } from '../../edits/meant/class-as-owner.ts';
import { phrase } from '../../language/phrase.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/**
 * A line whose class stands where owners stand, as the blank before it is missing. What has no owner to take over, or has
 * its type there, is found while the text is read.
 */
export const syntaxOwnerMissing = defineRule({
  id: 'syntax-owner-missing',
  scope: 'name',
  severity: 'error',
  mayBeGroup: true,
  hangsOnLines: 'anywhere',
  types: [],
  summary: 'Record has no owner to take over, or its class or type stands in the place of one',
  owners: 'others',
  passesPlainHosts: true,
  passesSoundTexts: true,
  passesPlainMail: true,
  wants: (ctx, name) => beginsWithIn(ctx.store.names, name, ctx.bytes),
  check(name, records, ctx, report) {
    for (const beside of besideOf(ctx.store.names, name)) ctx.watch(beside);
    for (const record of classAsOwner(ctx.held, name)) {
      if (!record.zone || !isPaired(record.zone, ctx)) continue;
      report({
        at: record.at('owner'),
        severity: 'warning',
        message: phrase`"IN" begins the line, so it is an owner and no class: this record is of ${shown(ctx, name)}, not of the owner above`,
        claims: records,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    if (!record || !token) return [];
    const blank = replaceInBlock(record.block, token.start, token.start, ' ');
    return [subject.fix(phrase`Put a blank before "${token.text}"`, [blank], { preferred: true })];
  },
});
