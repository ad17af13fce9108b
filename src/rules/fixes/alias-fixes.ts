import { TYPE_A, TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { type Change, isRefusal, type Refusal, replaceInBlock } from '../../edits/change.ts';
import { placeOf, type Rows } from '../../edits/rows.ts';
import { phrase } from '../../language/phrase.ts';
import { GROUPED } from '../../syntax/tape.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { otherReaders } from '../facts/shared-line.ts';
import type { Fix, RuleContext } from '../rule.ts';
import type { Subject } from './subject.ts';

/** Of a host with more addresses an alias is what is wanted. */
const MOST_ADDRESSES = 8;

/** An address as it stands in a record. */
interface AddressText {
  readonly type: number;
  readonly text: string;
}

/**
 * A name that needs mail records can not be an alias: it gets the addresses of its target in the place of the alias, where
 * all of them are known, and the same in each view that reads the line.
 */
export function addressesForAlias(
  subject: Subject,
  aliases: readonly ZoneRecord[],
  others: readonly ZoneRecord[],
): readonly Fix[] {
  const { ctx, rows } = subject;
  const [alias, second] = aliases;
  if (!alias || second || alias.generated || !others.some(({ type }) => type === TYPE_MX)) return [];
  if (others.some(({ isAddress }) => isAddress)) return [];
  const addresses = addressesBehind(alias, ctx);
  const isSame = otherReaders(alias, ctx).every((other) => textOf(addressesBehind(alias, other)) === textOf(addresses));
  const changes = addresses && isSame ? replaceAlias(rows, alias, addresses) : undefined;
  if (!addresses || !changes) return [];
  const title = phrase`Replace the alias of ${subject.zoneName(alias.owner)} by the addresses of ${subject.zoneName(alias.data)}: ${textOf(addresses)}`;
  return [subject.fix(title, changes)];
}

/** What the held zones answer for the target of an alias; undefined where they do not know, or there is none. */
function addressesBehind(alias: ZoneRecord, { held }: RuleContext): readonly AddressText[] | undefined {
  const found: AddressText[] = [];
  for (const type of [TYPE_A, TYPE_AAAA]) {
    const answer = held.lookup(alias.data, type);
    if (answer.kind === 'none') continue;
    if (answer.kind !== 'records') return undefined;
    for (const { data } of answer.records) found.push({ type, text: held.addressText(data) ?? '' });
  }
  const isUsual = found.length > 0 && found.length <= MOST_ADDRESSES && found.every(({ text }) => text !== '');
  return isUsual ? found : undefined;
}

function textOf(addresses: readonly AddressText[] | undefined): string {
  return addresses?.map(({ text }) => text).join(', ') ?? '';
}

/** Writes the first address into the alias's line, and the others in lines like it behind that. */
function replaceAlias(
  rows: Rows,
  alias: ZoneRecord,
  [first, ...others]: readonly AddressText[],
): readonly Change[] | Refusal | undefined {
  const place = placeOf(alias);
  const { tape, block } = rows.of(place.block);
  const { type, rdata } = alias.words();
  const [target] = rdata;
  if (!first || !target || ((tape.rowFlags[place.row] as number) & GROUPED) !== 0) return undefined;
  const gap = block.slice(type.end, target.start);
  const written = (address: AddressText): string => {
    const name = type.text === type.text.toLowerCase() ? typeName(address.type).toLowerCase() : typeName(address.type);
    // One blank is no column.
    return `${/^ {2,}$/.test(gap) ? name.padEnd(type.text.length) : name}${gap}${address.text}`;
  };
  const changes = [replaceInBlock(place.block, type.start, target.end, written(first))];
  if (others.length === 0) return changes;
  const head = block.slice(rows.linesOf(place).start, type.start);
  const lines = others.map((address) => head + written(address)).join(rows.lineEndOf(place.block));
  const inserted = rows.insertBehind(place, lines);
  return isRefusal(inserted) ? inserted : [...changes, inserted];
}
