import { TYPE_TXT } from '../../dns/type-codes.ts';
import { isRefusal, replaceInBlock } from '../../edits/change.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { phrase } from '../../language/phrase.ts';
import { isSpf } from '../../mail/spf.ts';
import { hasSeveralSpfTexts } from '../facts/mail-filters.ts';
import { quotedStrings } from '../facts/mail-strings.ts';
import { asSpf, type MailText, type SpfText, textOf, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** Several SPF records of one name: receivers answer permerror (RFC 7208 section 4.5). */
export const spfMultiple = defineRule({
  id: 'spf-multiple',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT],
  wants: hasSeveralSpfTexts,
  summary: 'Name has more than one SPF record',
  isAboutSeveral: true,
  check(name, records, ctx, report) {
    const texts = distinct(textsAt(records, ctx).filter(({ joined }) => isSpf(joined.text)));
    const [first, ...others] = texts;
    if (!first) return;
    for (const { record } of others)
      report({
        at: record.at('rdata'),
        message: phrase`${shown(ctx, name)} has ${texts.length} SPF records: receivers answer permerror, as if it had a broken one. Merge them`,
        related: [{ at: first.record.at('rdata'), message: phrase`The first one` }],
      });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    if (!record) return [];
    const all = ctx.held.recordsAt(record.owner, TYPE_TXT).filter(({ zone }) => zone === record.zone);
    const texts = all
      .filter(({ generated }) => !generated)
      .map(textOf)
      .filter(({ joined }) => isSpf(joined.text))
      .map(asSpf);
    const [first, ...others] = texts;
    const merged = mergedText(texts);
    if (!first || others.length === 0) return [];
    if ('refused' in merged) return [subject.fix(phrase`Merge the SPF records`, merged)];
    const [one, last] = [first.joined.words[0], first.joined.words.at(-1)];
    const deletions = deleteRecords(
      rows,
      others.map((text) => text.record),
    );
    if (!one || !last) return [];
    const change = replaceInBlock(first.record.block, one.start, last.end, quotedStrings(merged.text));
    const changes = isRefusal(deletions) ? deletions : [change, ...deletions];
    return [
      subject.fix(phrase`Merge the SPF records: "${merged.text}"`, changes, { safe: merged.isAgreed, preferred: true }),
    ];
  },
});

/** Servers keep one of those that are the same. */
function distinct(texts: readonly MailText[]): readonly MailText[] {
  const seen = new Set<string>();
  return texts.filter(({ joined }) => {
    const key = joined.text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * All terms once, in their order, and one `all`: the soft one where there is one, else the strictest. Where they differ
 * people have the choice.
 */
function mergedText(
  texts: readonly SpfText[],
): { readonly text: string; readonly isAgreed: boolean } | { readonly refused: string } {
  const terms: string[] = [];
  const ends: string[] = [];
  for (const { spf, joined } of texts) {
    if (spf.faults.length > 0) return { refused: phrase`one of the records has a mistake: fix that first` };
    for (const term of spf.terms) {
      if (term.name === 'redirect')
        return { refused: phrase`one of the records is redirected: only you know which of them is to hold` };
      const text = joined.text.slice(term.start, term.end);
      if (term.name === 'all') ends.push(`${term.kind === 'mechanism' ? term.qualifier : '+'}all`);
      else if (!terms.some((one) => one.toLowerCase() === text.toLowerCase())) terms.push(text);
    }
  }
  const end = ['~all', '-all', '?all', '+all'].find((one) => ends.includes(one));
  return { text: ['v=spf1', ...terms, ...(end ? [end] : [])].join(' '), isAgreed: ends.every((one) => one === end) };
}
