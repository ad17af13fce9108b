import { networksOfReverseZone, networkText as textOfZone } from '../dns/arpa.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR, TYPE_TXT } from '../dns/type-codes.ts';
import { isSpf, parseSpf } from '../mail/spf.ts';
import { comparePositions, type Position, type Range } from '../text/block.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { type Network, networkOf, networkPart } from './network.ts';
import { fieldsOfRow, type Row, rangeOfToken, type WordAt } from './row.ts';
import { servedAddress } from './served-address.ts';

/** An address or a network that can be moved: what is written for it, and where. */
export interface RenumberSpot {
  readonly range: Range;
  /** What a person changes; where a name stands for the address or network, not what is in the text. */
  readonly text: string;
  readonly network: Network;
  /** An owner stands for it: a few numbers are then no network. */
  readonly isOwner?: true;
}

/**
 * The address or network at a position: the data of an A or AAAA record, its first octets or groups alone where the cursor
 * is in them; a term of SPF; the owner of a PTR record; the name of a reverse zone and its `$ORIGIN`.
 */
export function renumberSpot(ctx: FeatureContext, word: WordAt, position: Position): RenumberSpot | undefined {
  const { row, token } = word;
  if (!token) return undefined;
  if (isAddressWord(word)) return addressSpot(rangeOfToken(row, token), token.text, position);
  if (row.typeCode === TYPE_TXT && token !== row.owner) return spfSpot(row, position);
  const name = nameAt(ctx, row, token);
  const text =
    name === NO_NAME ? undefined : textOf(ctx, row, { name, isOwner: token === row.owner, word: token.text });
  const network = text === undefined ? undefined : networkOf(text);
  return network && text !== undefined ? { range: rangeOfToken(row, token), text, network } : undefined;
}

/** The network of a reverse zone as people write it; undefined for other zones, and for classless ones. */
export function networkOfZone({ engine }: FeatureContext, apex: NameId): string | undefined {
  const [network, ...others] = networksOfReverseZone(engine.store.names.text(apex).toLowerCase());
  if (!network || others.length > 0 || (network.family === 4 && network.classless)) return undefined;
  return textOfZone(network);
}

/** Whether a word is the address of an A or AAAA record. */
function isAddressWord({ row, token }: WordAt): boolean {
  if (!token || (row.typeCode !== TYPE_A && row.typeCode !== TYPE_AAAA)) return false;
  const use = fieldsOfRow(row).find((place) => row.rdata[place.token] === token)?.use;
  return use === 'ipv4' || use === 'ipv6';
}

function addressSpot(range: Range, text: string, position: Position): RenumberSpot | undefined {
  const network = networkOf(text);
  if (!network) return undefined;
  const part = networkPart(text);
  const { line, character } = range.start;
  const isInPart = position.character > character && position.character < character + part.length;
  if (!isInPart) return { range, text, network };
  return { range: { start: range.start, end: { line, character: character + part.length } }, text: part, network };
}

function spfSpot(row: Row, position: Position): RenumberSpot | undefined {
  for (const { range, text } of addressTerms(row)) {
    const isHere = comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
    const network = isHere ? networkOf(text) : undefined;
    if (network) return { range, text, network };
  }
  return undefined;
}

/** The addresses and networks that the terms `ip4` and `ip6` of an SPF record name. One that two strings share is left out. */
export function* addressTerms(row: Row): Generator<{ readonly range: Range; readonly text: string }> {
  const joined = row.typeCode === TYPE_TXT ? row.rdata.map(({ text }) => text).join('') : '';
  if (!isSpf(joined) || joined.includes('\\')) return;
  for (const { start, end, name } of parseSpf(joined).terms) {
    if (name !== 'ip4' && name !== 'ip6') continue;
    const written = joined.slice(start, end);
    const text = written.slice(written.indexOf(':') + 1);
    const range = rangeInStrings(row, end - text.length, text.length);
    if (range) yield { range, text };
  }
}

/** Where a stretch of the joined strings of a TXT record stands; undefined where two strings share it. */
export function rangeInStrings(row: Row, start: number, length: number): Range | undefined {
  let before = 0;
  for (const token of row.rdata) {
    const inToken = start - before;
    before += token.text.length;
    if (inToken < 0 || inToken + length > token.text.length) continue;
    const from = token.start + (token.quoted ? 1 : 0) + inToken;
    return rangeOfToken(row, { start: from, end: from + length });
  }
  return undefined;
}

/** What a name of the reverse tree stands for. */
function textOf(
  ctx: FeatureContext,
  row: Row,
  { name, isOwner, word }: { readonly name: NameId; readonly isOwner: boolean; readonly word: string },
): string | undefined {
  const { view } = row.block.instance;
  const { held } = ctx.engine.context(view);
  if (isOwner && held.recordsAt(name, TYPE_PTR).length > 0) {
    const address = servedAddress(held, name);
    return address === NO_NAME ? undefined : held.addressText(address);
  }
  const isZone = word.endsWith('.') && view.zones.has(name);
  return isZone || row.directive === '$ORIGIN' ? networkOfZone(ctx, name) : undefined;
}
