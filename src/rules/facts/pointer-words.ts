import { asciiLabel, asTyped, DASH } from '../../dns/international.ts';
import type { NameId, NameTable } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a name lies in the reverse tree. */
export function isInArpa(ctx: RuleContext, name: NameId): boolean {
  const { names } = ctx.store;
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}

/** The target as written; of a generated record its template. */
export function writtenTarget(pointer: ZoneRecord): string {
  return pointer.rdata()[0]?.text ?? '';
}

/** Whether a target as written is completed with the origin: it has no final dot, and is no `@`. */
export function isRelative(written: string): boolean {
  return written !== '@' && !/(?:^|[^\\])(?:\\\\)*\.$/.test(written);
}

/** Whether a target ends in a label that names of hosts end in: a final dot was meant. */
export function looksAbsolute(written: string): boolean {
  return /\.(?:[a-z]{2}|com|net|org|info|biz|edu|gov|mil|int|arpa|name|example|test)$/i.test(written);
}

/** The absolute name that a text without escapes spells once its final dot is added; -1 where it is none. */
export function dottedName(written: string, ctx: RuleContext): NameId {
  const { names } = ctx.store;
  let name: NameId = 0;
  for (const label of written.split('.').reverse()) {
    if (name >= 0) name = label === '' || label.includes('\\') ? -1 : names.childText(name, label);
  }
  return name;
}

/** Why a name is no host name, as the end of a sentence. */
export function whyNoHostName(names: NameTable, name: NameId): string {
  if (name === 0) return phrase`it is the root`;
  for (let node = name; node > 0; node = names.parent(node)) {
    const label = names.labelText(node);
    const typed = asTyped(label);
    const ascii = asciiLabel(typed);
    if (ascii !== undefined) return phrase`"${typed}" has letters beyond ASCII, and stands in the DNS as ${ascii}`;
    if (/^-|-$/.test(label)) return phrase`"${label}" begins or ends with a hyphen`;
    const character = (DASH.exec(typed) ?? /\\\d{3}|\\?[^a-z0-9-]/.exec(label))?.[0];
    if (character !== undefined) return phrase`"${character}" is not a letter, a digit or a hyphen`;
  }
  if (endsInNumber(names, name)) return phrase`its last label is a number, and no top-level domain is one`;
  return phrase`it has a label that is not made of letters, digits and hyphens`;
}

/** Whether the top label of a name is a number. */
export function endsInNumber(names: NameTable, name: NameId): boolean {
  let top = name;
  for (let up = names.parent(top); up > 0; up = names.parent(up)) top = up;
  const first = names.firstByte(top);
  return first >= 48 && first <= 57 && /^\d+$/.test(names.labelText(top));
}
