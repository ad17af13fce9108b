import { holdsOctet } from '../../dns/label-octets.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { TYPE_PTR, TYPE_RP } from '../../dns/type-codes.ts';
import { isRefusal } from '../../edits/change.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { Token } from '../../syntax/token.ts';
import type { Part, ZoneRecord } from '../../workspace/zone-record.ts';
import { atSignInWords } from '../facts/glued-at-sign.ts';
import { mailboxAdvice, mailboxName } from '../facts/mailbox-name.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { targetWord } from '../facts/target-words.ts';
import { ungluedAt } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** An "@" that is part of a name: alone it stands for the origin, inside a name it is a character like others (RFC 1035 section 5.1). */
export const nameAtSign = defineRule({
  id: 'name-at-sign',
  scope: 'name',
  owners: 'others',
  severity: 'warning',
  types: [],
  passesPlainHosts: true,
  passesSoundTexts: true,
  summary: 'Name with an "@" inside: only alone does it stand for the origin',
  passesPlainMail: true,
  wants: ({ store: { names, records }, held }, name) => {
    if (hasAtSign(names, name)) return true;
    for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
      if (records.type[id] === TYPE_RP) return true;
      const data = records.data[id] as number;
      if (data > 0 && hasAtSign(names, data)) return true;
    }
    return false;
  },
  check(_, records, ctx, report) {
    for (const record of records) {
      if (ctx.isClaimed(record.id) || record.generated || !record.zone || !isPaired(record.zone, ctx)) continue;
      const isOwner = hasAtSign(ctx.store.names, record.owner);
      const { word, part } = isOwner ? { word: record.words().owner, part: 'owner' as const } : targetOf(record);
      if (!word || word.text === '@' || holdsPlaceholder(word.text) || !/(?:^|[^\\])@/.test(word.text)) continue;
      const name = shown(ctx, isOwner ? record.owner : record.data);
      const mailbox = isMailbox(record, part) ? mailboxName(record, word.text, ctx) : undefined;
      report({
        at: record.at(part),
        ...(mailbox === undefined ? {} : { data: isRefusal(mailbox) ? { ...mailbox } : { mailbox } }),
        message:
          mailbox !== undefined
            ? phrase`"${word.text}" has an @, but in an RP record a dot ends the user of a mail address: ${mailboxAdvice(mailbox)}`
            : atSignInWords(word.text, name),
        claims: [record],
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    if (!record || !token || record.generated) return [];
    const isOwner = finding.at.kind === 'record' && finding.at.part === 'owner';
    const glued = isOwner ? ungluedAt(subject) : [];
    if (glued.length > 0) return glued;
    const { mailbox, refused } = finding.data ?? {};
    if (typeof mailbox === 'string')
      return [subject.fix(phrase`Change "${token.text}" to "${mailbox}"`, [replaceToken(record, token, mailbox)])];
    if (refused !== undefined)
      return [subject.fix(phrase`Put a dot in the place of the @ in "${token.text}"`, { refused: String(refused) })];
    // Of a server or host that is a mail address nobody knows what is meant, and never the character.
    if (!isOwner) return [];
    const escaped = token.text.replace(/(^|[^\\])@/g, '$1\\@');
    return [subject.fix(phrase`Write the "@" as part of the name: ${escaped}`, [replaceToken(record, token, escaped)])];
  },
});

function targetOf(record: ZoneRecord): { readonly word: Token | undefined; readonly part: Part } {
  if (record.type === TYPE_RP) return { word: record.rdata()[0], part: { rdata: 0 } };
  if (record.data < 0 || record.isAddress) return { word: undefined, part: 'target' };
  if (record.type === TYPE_PTR) return { word: record.rdata()[0], part: 'target' };
  const target = targetWord(record);
  return { word: target?.word, part: { rdata: target?.place ?? 0 } };
}

function isMailbox({ type }: ZoneRecord, part: Part): boolean {
  return type === TYPE_RP && part !== 'owner';
}

/** The octet of an "@". */
const AT = 64;

function hasAtSign(names: NameTable, name: NameId): boolean {
  if (!names.hasAtSign || names.isHostName(name)) return false;
  for (let node = name; node > ROOT; node = names.parent(node)) if (holdsOctet(names, node, AT)) return true;
  return false;
}
