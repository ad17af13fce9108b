import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../dns/shown-name.ts';
import { parseTtl, ttlText } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA, TYPE_SOA } from '../dns/type-codes.ts';
import { counted, noun, phrase, translated } from '../language/phrase.ts';
import type { FileRange } from '../report/place.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import { listed } from '../rules/facts/mail-note.ts';
import { isInNetworks, mayHavePointer } from '../rules/facts/pairing.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import { explainGenerated } from './hover/generated.ts';
import { STANDINGS } from './hover/standing.ts';
import { fieldsOfRow, nameOfToken, type Row, rangeOfToken, rowsIn } from './row.ts';
import { servedAddress } from './served-address.ts';
import { timeInWords } from './words.ts';

/** A word that is shown at the end of a line: there it moves no column. */
export interface Hint {
  readonly at: Position;
  readonly label: string;
  readonly kind: 'name' | 'address' | 'pointer' | 'generated' | 'time';
  /** What is said when a person points at it. Worked out only then. */
  readonly tooltip: () => string;
  /** Where a click on it leads; undefined for nowhere. */
  readonly target: () => FileRange | undefined;
}

/**
 * What a line does not say: the whole of relative names that are easily misread, the addresses behind reverse names, the
 * PTR of addresses, how many records a `$GENERATE` makes, and long times with units.
 */
export function hints(ctx: FeatureContext, file: SourceFile, range: Range): Hint[] {
  const { absoluteNames, addresses, times, pointers, generated, soa } = ctx.settings.inlayHints;
  const found: Hint[] = [];
  for (const row of rowsIn(ctx.engine.store, file, range)) {
    if (row.typeCode === TYPE_SOA && !soa) continue;
    if (addresses) found.push(...addressHints(ctx, row));
    if (pointers) found.push(...pointerHints(ctx, row));
    if (absoluteNames) found.push(...nameHints(ctx, row));
    if (generated) found.push(...generatedHints(ctx, row));
    if (times) found.push(...timeHints(row));
  }
  return found;
}

/** The end of the line that a word stands in. */
function lineEnd(row: Row, word: { readonly start: number; readonly end: number }): Position {
  const { line } = rangeOfToken(row, word).end;
  return { line, character: row.block.instance.file.document.lineText(line).length };
}

const NOWHERE = (): undefined => undefined;

/**
 * A relative name with dots reads as if it were whole; one in a reverse zone hardly ever is meant so; and under another
 * $ORIGIN than the zone's, which may stand far above, it is another name than it seems. All others would only be noise.
 */
function nameHints(ctx: FeatureContext, row: Row): Hint[] {
  const { store } = ctx.engine;
  const isElsewhere = isArpa(store.names, row.origin) || row.origin !== row.block.instance.apex;
  return fieldsOfRow(row).flatMap(({ use, token }): Hint[] => {
    const word = row.rdata[token];
    if (!word || (use !== 'name' && use !== 'host')) return [];
    const { text } = word;
    if (text === '@' || isAbsolute(text) || !(text.includes('.') || isElsewhere)) return [];
    const name = nameOfToken(store, row, word);
    if (name === NO_NAME) return [];
    const origin = store.names.text(row.origin);
    // Under the root a name is what it reads as.
    if (origin === '.' || isInUnknownZone(origin)) return [];
    const label = `${text}.${origin}`;
    const tooltip = () => phrase`Without a final dot "${text}" is ${label}`;
    return [{ at: lineEnd(row, word), label, kind: 'name', tooltip, target: () => placeOfName(ctx, row, name) }];
  });
}

function placeOfName(ctx: FeatureContext, { block }: Row, name: NameId): FileRange | undefined {
  const [first] = ctx.engine.context(block.instance.view).held.recordsAt(name);
  return first && ctx.places.of(first.at('owner'));
}

function addressHints(ctx: FeatureContext, row: Row): Hint[] {
  const { names } = ctx.engine.store;
  const { held } = ctx.engine.context(row.block.instance.view);
  const address = row.owner ? servedAddress(held, row.ownerName) : NO_NAME;
  const label = held.addressText(address);
  if (!row.owner || address === NO_NAME || label === undefined) return [];
  const target = () => {
    const [record] = held.addressRecords(address);
    return record && ctx.places.of(record.at('owner'));
  };
  const tooltip = () => {
    const owners = held.addressRecords(address).map(({ owner }) => shownName(names, owner));
    const whose =
      owners.length === 0 ? phrase`no held name has it` : phrase`the address of ${listed([...new Set(owners)])}`;
    return `${shownName(names, address)}: ${whose}`;
  };
  return [{ at: lineEnd(row, row.owner), label, kind: 'address', tooltip, target }];
}

/** Of an address: the names of its PTR records, that it has none, or that its reverse zone is not held where others are. */
function pointerHints(ctx: FeatureContext, row: Row): Hint[] {
  const { store } = ctx.engine;
  const [id] = row.records;
  const [word] = row.rdata;
  if (!word || id === undefined || (row.typeCode !== TYPE_A && row.typeCode !== TYPE_AAAA)) return [];
  const address = store.records.data[id] as NameId;
  const { view } = row.block.instance;
  const { held, mail, settings } = ctx.engine.context(view);
  if (address === NO_NAME || !mayHavePointer(store.names, address)) return [];
  if (isInNetworks(store.names, address, settings.externalNetworks)) return [];
  const addressCase = new AddressCase(held, mail, address);
  const label = pointerLabel(addressCase, store.names, view);
  if (label === undefined) return [];
  const target = () => {
    const [pointer] = addressCase.pointers;
    return pointer && ctx.places.of(pointer.at('owner'));
  };
  const tooltip = () => pointerTooltip(addressCase, store.names);
  return [{ at: lineEnd(row, word), label, kind: 'pointer', tooltip, target }];
}

function pointerLabel(
  { pointers, reverseZone, answer }: AddressCase,
  names: NameTable,
  view: View,
): string | undefined {
  if (pointers.length > 0) {
    const targets = [...new Set(pointers.map(({ data }) => (data === NO_NAME ? '?' : shownName(names, data))))];
    return `PTR ${listed(targets)}`;
  }
  if (reverseZone) return answer.kind === 'none' ? phrase`no PTR` : undefined;
  for (const apex of view.zones.keys()) if (isArpa(names, apex)) return phrase`reverse zone not here`;
  return undefined;
}

function pointerTooltip(addressCase: AddressCase, names: NameTable): string {
  const { pointers, reverseZone } = addressCase;
  if (pointers.length === 0)
    return reverseZone
      ? phrase`No PTR record in ${shownName(names, reverseZone.apex)}`
      : phrase`The reverse zone of ${addressCase.text} is not held here`;
  return pointers
    .slice(0, 3)
    .map(
      (pointer) =>
        phrase`PTR to ${shownName(names, pointer.data)}, ${translated(STANDINGS[addressCase.standing(pointer)])}`,
    )
    .join('\n');
}

function generatedHints(ctx: FeatureContext, row: Row): Hint[] {
  const word = row.tokens[1];
  if (row.directive !== '$GENERATE' || !word || row.records.length === 0) return [];
  const label = counted(row.records.length, noun`record`);
  const tooltip = () => explainGenerated(ctx, row).join('\n').replaceAll('`', '');
  return [{ at: lineEnd(row, word), label, kind: 'generated', tooltip, target: NOWHERE }];
}

/** Times in seconds with units; several of one line stand together. */
function timeHints(row: Row): Hint[] {
  const words =
    row.directive === '$TTL'
      ? [row.tokens[1]]
      : fieldsOfRow(row).flatMap(({ use, token }) => (use === 'ttl' ? [row.rdata[token]] : []));
  const lines = new Map<number, { at: Position; labels: string[]; tooltips: string[] }>();
  for (const word of words) {
    if (!word || !/^\d{3,10}$/.test(word.text)) continue;
    const ttl = parseTtl(word.text);
    if (!ttl || ttl.overflow || ttl.seconds < 60) continue;
    const at = lineEnd(row, word);
    const line = lines.get(at.line) ?? { at, labels: [], tooltips: [] };
    line.labels.push(ttlText(ttl.seconds));
    line.tooltips.push(`${word.text}: ${timeInWords(ttl.seconds)}`);
    lines.set(at.line, line);
  }
  return [...lines.values()].map(({ at, labels, tooltips }) => ({
    at,
    label: labels.join(' '),
    kind: 'time',
    tooltip: () => tooltips.join('\n'),
    target: NOWHERE,
  }));
}

function isAbsolute(text: string): boolean {
  return text.endsWith('.') && !/(?<!\\)(?:\\\\)*\\\.$/.test(text);
}

/** Whether a name lies in the reverse tree, in a classless zone too. */
function isArpa(names: NameTable, name: NameId): boolean {
  return names.isBelowOrAt(name, names.inAddrArpa) || names.isBelowOrAt(name, names.ip6Arpa);
}
