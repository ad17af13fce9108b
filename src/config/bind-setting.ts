import { parseTtl } from '../dns/ttl.ts';
import { phrase } from '../language/phrase.ts';
import { type BindParser, endStatement, nextValue, peek, skipStatement } from './bind-parser.ts';
import type { BindToken } from './bind-token.ts';
import { isZoneType, meantType } from './bind-words.ts';
import type { ZoneSettings } from './configuration.ts';
import type { ZoneBounds } from './zone-bounds.ts';

/** Settings under construction. */
export type BindSettings = { -readonly [Key in keyof ZoneSettings]: ZoneSettings[Key] };

/** True for a statement that says something of a zone's file, be it in a zone, a view or the options. */
export function isBindSetting(keyword: string): boolean {
  return VALUE_SETTINGS.has(keyword) || BLOCK_SETTINGS.has(keyword);
}

/** Reads the setting under the cursor into `settings`, its semicolon included. */
export function readBindSetting(parser: BindParser, settings: BindSettings): void {
  const keyword = peek(parser)?.text.toLowerCase() ?? '';
  const readValue = VALUE_SETTINGS.get(keyword);
  if (readValue !== undefined) {
    const value = nextValue(parser);
    if (value === undefined) return;
    readValue(settings, value);
    if (keyword === 'type' && !isZoneType(value.text.toLowerCase())) reportType(parser, value);
    endStatement(parser);
    return;
  }
  const from = parser.at;
  skipStatement(parser);
  BLOCK_SETTINGS.get(keyword)?.(settings, parser.tokens.slice(from + 1, parser.at));
}

function reportType({ faults }: BindParser, { text, range }: BindToken): void {
  const meant = meantType(text.toLowerCase());
  if (meant === undefined) {
    faults.push({ ...range, message: phrase`"${text}" is no type of zone: primary, secondary, hint, forward ...` });
    return;
  }
  const fix = { ...range, text: meant, title: phrase`Change to ${meant}` };
  faults.push({ ...range, message: phrase`"${text}" is no type of zone: did you mean ${meant}?`, fix });
}

/** Statements with exactly one value. */
const VALUE_SETTINGS: ReadonlyMap<string, (settings: BindSettings, value: BindToken) => void> = new Map([
  ['type', (settings: BindSettings, value: BindToken) => assign(settings, { type: value.text.toLowerCase() })],
  ['file', (settings, value) => assign(settings, { file: { text: value.text, range: value.range } })],
  ['journal', (settings, value) => assign(settings, { journal: value.text })],
  ['in-view', (settings, value) => assign(settings, { inView: value.text })],
  ['dnssec-policy', (settings, value) => assign(settings, { signed: value.text !== 'none' })],
  ['inline-signing', (settings, value) => assign(settings, { inlineSigning: isTrue(value.text) })],
  ['max-records-per-type', (settings, value) => assignBound(settings, 'maxRecordsPerType', value.text)],
  ['max-types-per-name', (settings, value) => assignBound(settings, 'maxTypesPerName', value.text)],
  ['max-zone-ttl', (settings, value) => assignMaxTtl(settings, value.text.toLowerCase())],
  ['auto-dnssec', (settings, value) => assign(settings, autoDnssec(value.text.toLowerCase()))],
]);

/** Statements with a block, or words in its place. */
const BLOCK_SETTINGS: ReadonlyMap<string, (settings: BindSettings, tokens: readonly BindToken[]) => void> = new Map([
  [
    'allow-update',
    (settings: BindSettings, tokens: readonly BindToken[]) => assign(settings, { updates: letsIn(tokens) }),
  ],
  ['update-policy', (settings, tokens) => assign(settings, { updates: letsIn(tokens) })],
  ['primaries', (settings) => assign(settings, { transferredIn: true })],
  ['masters', (settings) => assign(settings, { transferredIn: true })],
  ['check-names', (settings, tokens) => assign(settings, namesCheck(tokens))],
]);

function assign(settings: BindSettings, more: ZoneSettings): void {
  Object.assign(settings, more);
}

/** A bound as BIND reads numbers; other words say nothing. */
function assignBound(settings: BindSettings, key: keyof ZoneBounds, text: string): void {
  if (/^\d{1,10}$/.test(text)) assign(settings, { [key]: Number(text) });
}

function assignMaxTtl(settings: BindSettings, text: string): void {
  const maxZoneTtl = text === 'unlimited' ? 0 : parseTtl(text)?.seconds;
  if (maxZoneTtl !== undefined) assign(settings, { maxZoneTtl });
}

function isTrue(value: string): boolean {
  return ['yes', 'true', '1'].includes(value.toLowerCase());
}

/** Until BIND 9.18 `maintain` signed the zone's own file, unless `inline-signing` stood beside it. */
function autoDnssec(value: string): ZoneSettings {
  return value === 'maintain' || value === 'allow' ? { signed: true, fileWrittenBack: true } : {};
}

/** The word before the last one says of which zones it is; a zone itself has none. */
function namesCheck(tokens: readonly BindToken[]): ZoneSettings {
  const words = tokens.flatMap(({ kind, text }) => (kind === 'word' ? [text.toLowerCase()] : []));
  const mode = words.pop() ?? '';
  const isOfPrimaries = words.every((word) => word === 'primary' || word === 'master');
  return isOfPrimaries && /^(?:fail|warn|ignore)$/.test(mode) ? { refusesNames: mode === 'fail' } : {};
}

/** False for an empty list and for `none`. */
function letsIn(tokens: readonly BindToken[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'string');
  return words.some((word) => word.text.toLowerCase() !== 'none');
}
