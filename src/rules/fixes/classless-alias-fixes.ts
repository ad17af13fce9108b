import { classlessRanges, coversOctet } from '../../dns/arpa.ts';
import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { type MisledAlias, misledAlias, ownerIn } from '../../edits/meant/classless-child.ts';
import { type StrayAlias, strayAlias } from '../../edits/meant/stray-alias.ts';
import { replaceToken, retarget } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import type { Fix } from '../rule.ts';
import type { Subject } from './subject.ts';

/** arpa-classless-dangling-cname: the octet of the address, or the label of the zone, in the place of the wrong one. */
export function retargetAlias(subject: Subject): readonly Fix[] {
  const { ctx, record: alias } = subject;
  const stray = alias && strayAlias(ctx.held, alias);
  return stray ? correctOctet(subject, stray) : correctLabel(subject);
}

/** Writes the name of the PTR as the alias has its target. What a $GENERATE line makes for all is not changed for one. */
function correctOctet(subject: Subject, { alias, pointer }: StrayAlias): readonly Fix[] {
  const { ctx, token, rows } = subject;
  const { names } = ctx.store;
  if (!token || alias.generated) return [];
  const from = `${names.labelText(alias.data)}.`;
  if (token.text.toLowerCase().startsWith(from) && !token.quoted) {
    const text = `${names.labelText(pointer.owner)}.${token.text.slice(from.length)}`;
    return [
      subject.fix(phrase`Change "${token.text}" to "${text}"`, [replaceToken(alias, token, text)], { preferred: true }),
    ];
  }
  const title = phrase`Change the alias to ${subject.name(pointer.owner)}`;
  return [subject.fix(title, retarget(rows, alias, pointer.owner), { preferred: true })];
}

/** Of a $GENERATE line all aliases get the label, where the zone covers them all. */
function correctLabel(subject: Subject): readonly Fix[] {
  const { ctx, record: alias, token, rows } = subject;
  const misled = alias && misledAlias(ctx.held, alias);
  if (!alias || !token || !misled) return [];
  const { names } = ctx.store;
  const { wrong, child } = misled;
  const from = `.${names.labelText(wrong)}`;
  const at = token.text.toLowerCase().indexOf(from);
  if (at >= 0 && !token.quoted) {
    if (alias.generated && !coversLine(subject, misled)) return [];
    const text = `${token.text.slice(0, at)}.${names.labelText(child.apex)}${token.text.slice(at + from.length)}`;
    const title = phrase`Change "${token.text}" to "${text}"`;
    return [subject.fix(title, [replaceToken(alias, token, text)], { preferred: true })];
  }
  if (alias.generated) return [];
  const target = ownerIn(ctx.held, child, alias.owner);
  const title = phrase`Change the alias to ${subject.name(target)}`;
  return [subject.fix(title, retarget(rows, alias, target), { preferred: true })];
}

/** Whether the zone is for all aliases of a line. */
function coversLine({ ctx }: Subject, { alias, child }: MisledAlias): boolean {
  const { names, records } = ctx.store;
  const ranges = classlessRanges(names.labelText(child.apex));
  return [...alias.block.records]
    .filter((id) => records.row[id] === alias.row && records.type[id] === TYPE_CNAME)
    .every((id) => {
      const octet = Number(names.labelText(records.owner[id] as number));
      return ranges.some((range) => coversOctet(range, octet));
    });
}
