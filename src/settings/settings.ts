import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import { isNameFault, parseName } from '../dns/name.ts';
import type { FormatStyle } from '../format/style.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { checkerNames } from '../ports/external-checkers.ts';
import type { ReadLimits } from '../ports/read-budget.ts';
import type { ResolverLimits } from '../ports/resolver.ts';
import type { Level } from '../rules/rule.ts';
import { globFault } from '../text/glob.ts';
import { isRulePattern, rulesOfPattern, severitiesOf } from './rule-pattern.ts';
import { isJsonList, isJsonObject, type JsonFault, type JsonNode, jsonNodeOf, parseJson } from './settings-json.ts';
import { type Counterparts, isLevel, MOST_COLUMNS, type SettingForm, settingsTable } from './settings-table.ts';

/** A file that the user says the zone of. */
export interface ZoneMapping {
  /** A glob, relative to the workspace's folder. */
  readonly file: string;
  /** Left out where only the view is said. */
  readonly origin?: string;
  readonly view?: string;
}

/** What the user may set, in the editor or in `zonewright.json`. */
export interface Settings {
  /** Severities by rule id; patterns are those of the rules that they stand for. */
  readonly rules: Readonly<Record<string, Level>>;
  readonly zones: readonly ZoneMapping[];
  /** Paths or globs of server configurations, beside those found by their names. */
  readonly configuration: readonly string[];
  /** Networks that others run: nothing is said of their missing reverse zones. */
  readonly externalNetworks: readonly string[];
  /** Networks whose reverse names may be generated. */
  readonly pools: readonly string[];
  /** Whether names made from an address are told of where they say that it is static. */
  readonly genericNames: { readonly static: boolean };
  readonly serial: { readonly bumpOnFix: boolean; readonly onSave: 'off' | 'ask' | 'always' };
  /** The folder that $INCLUDE paths are relative to; empty where the configuration or the including file tells it. */
  readonly includeBase: string;
  readonly detectByContent: boolean;
  /** How much of a workspace is read. */
  readonly limits: ReadLimits;
  readonly inlayHints: {
    readonly absoluteNames: boolean;
    readonly addresses: boolean;
    readonly times: boolean;
    readonly pointers: boolean;
    readonly generated: boolean;
    readonly soa: boolean;
  };
  /** How the DNS is asked where the user wants it: the bounds, and the servers by name. */
  readonly live: ResolverLimits & { readonly resolver: string; readonly dnsOverHttps: string };
  /** How much the editor says at the other side of what was found. */
  readonly counterparts: Counterparts;
  readonly codeLens: { readonly serial: boolean; readonly missingPtrs: boolean };
  /** How the formatter lays out zone files. */
  readonly format: FormatStyle;
}

/** A value that is not what its setting takes, or a setting that there is not. */
export interface SettingsProblem extends JsonFault {
  /** The dotted name; empty where the text is no JSON. */
  readonly key: string;
  /** Whether it is only told: a setting that counts nowhere but in the editor. */
  readonly isNotice?: true;
}

/** Settings as one place gives them: only what is set there, by dotted name. */
export interface SettingsLayer {
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly SettingsProblem[];
}

/** The name of the file in a workspace's root that has the settings. */
export const settingsFileName = 'zonewright.json';

/** Bytes of the largest settings file that is read. */
export const LARGEST_SETTINGS = 2 ** 24;

/** Reads the text of a `zonewright.json`. */
export function readSettingsFile(text: string, isRule: (id: string) => boolean = () => true): SettingsLayer {
  const { node, fault } = parseJson(text);
  if (fault) return { values: new Map(), problems: [{ key: '', ...fault }] };
  return readNode(node ?? jsonNodeOf({}), isRule, (name) => settingsTable.get(name)?.isOfEditor === true);
}

/**
 * Reads the editor's settings below `zonewright`. Editors hand out defaults too, so a value that equals the default
 * counts as not set: else no file could ever say otherwise.
 */
export function readEditorSettings(settings: unknown, isRule: (id: string) => boolean = () => true): SettingsLayer {
  const layer = readNode(jsonNodeOf(settings ?? {}), isRule, () => false);
  const values = new Map(
    [...layer.values].filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(settingsTable.get(key)?.default),
    ),
  );
  return { values, problems: layer.problems };
}

/** Puts layers over the defaults, later ones winning; of `rules` each id by itself. */
export function settingsOf(layers: readonly SettingsLayer[]): Settings {
  const value = <T>(key: string): T => {
    const set = layers.findLast((layer) => layer.values.has(key))?.values.get(key);
    return (set ?? settingsTable.get(key)?.default) as T;
  };
  const rules = severitiesOf(
    layers.map(
      ({ values }) =>
        new Map(
          [...values].flatMap(([key, level]): [string, Level][] =>
            key.startsWith(RULES) && isLevel(level) ? [[key.slice(RULES.length), level]] : [],
          ),
        ),
    ),
  );
  return {
    rules,
    zones: value('zones'),
    configuration: value('configuration'),
    externalNetworks: value('externalNetworks'),
    pools: value('pools'),
    genericNames: { static: value('genericNames.static') },
    serial: { bumpOnFix: value('serial.bumpOnFix'), onSave: value('serial.onSave') },
    includeBase: value('includeBase'),
    detectByContent: value('detectByContent'),
    limits: { files: value('limits.files'), bytes: value<number>('limits.megabytes') * 1024 * 1024 },
    inlayHints: {
      absoluteNames: value('inlayHints.absoluteNames'),
      addresses: value('inlayHints.addresses'),
      times: value('inlayHints.times'),
      pointers: value('inlayHints.pointers'),
      generated: value('inlayHints.generated'),
      soa: value('inlayHints.soa'),
    },
    live: {
      timeout: value('live.timeout'),
      concurrency: value('live.concurrency'),
      rate: value('live.rate'),
      resolver: value('live.resolver'),
      dnsOverHttps: value('live.dnsOverHttps'),
    },
    counterparts: value('counterparts'),
    codeLens: { serial: value('codeLens.serial'), missingPtrs: value('codeLens.missingPtrs') },
    format: {
      indent: value('format.indent'),
      columns: value('format.columns'),
      upperCase: value('format.upperCase'),
      soa: value('format.soa'),
      textWidth: value('format.textWidth'),
    },
  };
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = settingsOf([]);

const RULES = 'rules.';

function readNode(
  root: JsonNode,
  isRule: (id: string) => boolean,
  isPassedOver: (name: string) => boolean,
): SettingsLayer {
  const values = new Map<string, unknown>();
  const problems: SettingsProblem[] = [];
  const read = (node: JsonNode, prefix: string): void => {
    if (!isJsonObject(node.value)) {
      if (node.value !== null)
        problems.push({
          key: prefix.slice(0, -1),
          start: node.start,
          end: node.end,
          message: phrase`Expected an object`,
        });
      return;
    }
    for (const { key, keyStart, keyEnd, node: item } of node.value.members) {
      const name = prefix + key;
      if (name === '$schema') continue;
      if (item.value === null) continue;
      const at = { key: name, start: keyStart, end: keyEnd };
      const form = name.startsWith(RULES) ? 'level' : settingsTable.get(name)?.form;
      if (form === undefined) {
        if (name === 'rules' || [...settingsTable.keys()].some((known) => known.startsWith(`${name}.`)))
          read(item, `${name}.`);
        else problems.push({ ...at, message: phrase`There is no setting "${name}"` });
        continue;
      }
      if (isPassedOver(name)) {
        const message = phrase`"${name}" counts for nothing here: it is read from the settings of the editor alone`;
        problems.push({ ...at, message, isNotice: true });
        continue;
      }
      const id = name.slice(RULES.length);
      if (form === 'level' && !(isRulePattern(id) ? rulesOfPattern(id).length > 0 : isRule(id)))
        problems.push({ ...at, message: phrase`There is no rule "${id}"` });
      const result = readValue(item, form);
      if ('message' in result) problems.push({ key: name, start: item.start, end: item.end, message: result.message });
      else {
        const { value, wrong = [] } = result;
        for (const { at, message } of wrong) problems.push({ key: name, start: at.start, end: at.end, message });
        // What is set elsewhere holds where nothing of a list can be used.
        if (wrong.length === 0 || (Array.isArray(value) && value.length > 0)) values.set(name, value);
      }
    }
  };
  read(root, '');
  return { values, problems };
}

type Read =
  | { readonly value: unknown; readonly wrong?: readonly { readonly at: JsonNode; readonly message: string }[] }
  | { readonly message: string };

function readValue(node: JsonNode, form: SettingForm): Read {
  const { value } = node;
  switch (form) {
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { message: phrase`Expected true or false` };
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
        ? { value }
        : { message: phrase`Expected a number from 0 to 1000000` };
    case 'string':
      return typeof value === 'string' ? { value } : { message: phrase`Expected a string` };
    case 'level':
      return isLevel(value)
        ? { value }
        : { message: phrase`Expected "error", "warning", "information", "hint" or "off"` };
    case 'on-save':
      return value === 'off' || value === 'ask' || value === 'always'
        ? { value }
        : { message: phrase`Expected "off", "ask" or "always"` };
    case 'counterparts':
      return value === 'hint' || value === 'information' || value === 'off'
        ? { value }
        : { message: phrase`Expected "hint", "information" or "off"` };
    case 'trace':
      return { value };
    case 'indent':
      return value === 'auto' || value === 'tabs' || value === 'blanks'
        ? { value }
        : { message: phrase`Expected "auto", "tabs" or "blanks"` };
    case 'soa-lines':
      return value === 'keep' || value === 'one-line' || value === 'lines'
        ? { value }
        : { message: phrase`Expected "keep", "one-line" or "lines"` };
    case 'width':
      return value === 0 || isColumn(value, Number.MAX_SAFE_INTEGER)
        ? { value }
        : { message: phrase`Expected a whole number, 0 for none` };
    case 'columns':
      return columnsOf(node);
    case 'paths':
      return listOf(node, pathItem, phrase`Expected a list of paths`);
    case 'checkers':
      return listOf(node, checkerItem, phrase`Expected a list of ${checkerNames.join(', ')}`);
    case 'networks':
      return listOf(node, networkItem, phrase`Expected a list of networks such as ${translated(NETWORKS)}`);
    case 'zones':
      return listOf(node, zoneItem, phrase`Expected a list of ${translated(ZONE_MAPPING)}`);
  }
}

/** A list; what is wrong with an item is said there, and the others hold. */
function listOf(node: JsonNode, read: (item: JsonNode) => Read, message: string): Read {
  if (!isJsonList(node.value)) return { message };
  const value: unknown[] = [];
  const wrong: { at: JsonNode; message: string }[] = [];
  for (const item of node.value) {
    const result = read(item);
    if ('message' in result) wrong.push({ at: item, message: result.message });
    else value.push(result.value);
  }
  return { value, wrong };
}

function pathItem({ value }: JsonNode): Read {
  if (typeof value !== 'string') return { message: phrase`Expected a path` };
  const fault = globFault(value);
  return fault === undefined ? { value } : { message: fault };
}

function checkerItem({ value }: JsonNode): Read {
  return checkerNames.some((name) => name === value)
    ? { value }
    : { message: phrase`Expected one of ${checkerNames.join(', ')}` };
}

const NETWORKS = laterPhrase`"192.0.2.0/24" or "2001:db8::/32"`;

function networkItem({ value }: JsonNode): Read {
  if (typeof value !== 'string') return { message: phrase`Expected a network such as ${translated(NETWORKS)}` };
  const why = whyNoNetwork(value);
  return why === undefined ? { value } : { message: phrase`"${value}" is no network: ${why}` };
}

const COLUMNS = laterPhrase`Expected four whole numbers that grow, such as [24, 32, 40, 48]`;

/** The four columns of the formatter; none stands for the file's own. */
function columnsOf({ value: list }: JsonNode): Read {
  if (!isJsonList(list)) return { message: translated(COLUMNS) };
  const value = list.map((item) => item.value).filter((column) => isColumn(column, MOST_COLUMNS));
  const isGrowing = value.every((column, i) => i === 0 || column > (value[i - 1] as number));
  const isWhole = value.length === list.length && (value.length === 4 || value.length === 0);
  return isWhole && isGrowing ? { value } : { message: translated(COLUMNS) };
}

function isColumn(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most;
}

const ZONE_MAPPING = laterPhrase`{ "file": glob, "origin": name, "view": name }`;

function zoneItem(node: JsonNode): Read {
  const value = zoneMapping(node);
  const fault = value && globFault(value.file);
  if (fault !== undefined) return { message: fault };
  if (value?.origin !== undefined && isNameFault(parseName(value.origin)))
    return { message: phrase`"${value.origin}" is no name of a zone` };
  return value
    ? { value }
    : { message: phrase`Expected ${translated(ZONE_MAPPING)}, with "file" and at least one of the others` };
}

function zoneMapping(node: JsonNode): ZoneMapping | undefined {
  if (!isJsonObject(node.value)) return undefined;
  const fields = new Map(node.value.members.map((member) => [member.key, member.node.value]));
  const [file, origin, view] = [fields.get('file'), fields.get('origin'), fields.get('view')];
  if (typeof file !== 'string' || (origin === undefined && view === undefined)) return undefined;
  if (origin !== undefined && typeof origin !== 'string') return undefined;
  if (view !== undefined && typeof view !== 'string') return undefined;
  return { file, ...(origin === undefined ? {} : { origin }), ...(view === undefined ? {} : { view }) };
}

/** Why a text is neither an address nor a network in CIDR form; undefined where it is one. */
function whyNoNetwork(text: string): string | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const most = parseIp4(address) !== undefined ? 32 : parseIp6(address) !== undefined ? 128 : undefined;
  if (most === undefined || rest.length > 0)
    return phrase`expected an address with a length, such as ${translated(NETWORKS)}`;
  if (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most)) return undefined;
  return phrase`after the slash stands the length of the prefix, from 0 to ${most}`;
}
