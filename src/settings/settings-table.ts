import { checkerNames } from '../ports/external-checkers.ts';
import type { Level } from '../rules/rule.ts';

/** What a setting takes. */
export type SettingForm =
  | 'boolean'
  | 'count'
  | 'string'
  | 'level'
  | 'on-save'
  | 'trace'
  | 'counterparts'
  | 'paths'
  | 'checkers'
  | 'networks'
  | 'zones'
  | 'indent'
  | 'columns'
  | 'soa-lines'
  | 'width';

/** How much is said at the other side of what was found. */
export type Counterparts = 'hint' | 'information' | 'off';

/** One setting: what it takes, what holds where it is not set, and what it does. */
export interface SettingRow {
  readonly form: SettingForm;
  readonly default: unknown;
  readonly description: string;
  /** No file of the workspace may say it, as that may come from anybody: servers to ask, programs to run, the log. */
  readonly isOfEditor?: true;
}

/** All settings but the severities of the rules, by dotted name; in the editor with `zonewright.` before it. */
export const settingsTable: ReadonlyMap<string, SettingRow> = new Map<string, SettingRow>([
  [
    'zones',
    {
      form: 'zones',
      default: [],
      description:
        'Which file is which zone, before all that configurations, texts and names tell: a glob, with the origin, the view, or both.',
    },
  ],
  [
    'configuration',
    {
      form: 'paths',
      default: [],
      description:
        'Server configurations to read (named.conf, nsd.conf, knot.conf, Corefile) beside those found by their names.',
    },
  ],
  [
    'externalNetworks',
    {
      form: 'networks',
      default: [],
      description: 'Networks whose reverse zones others run: nothing is said of them.',
    },
  ],
  [
    'pools',
    {
      form: 'networks',
      default: [],
      description: 'Networks of shared or dynamic addresses, where generic reverse names are what is wanted.',
    },
  ],
  [
    'genericNames.static',
    {
      form: 'boolean',
      default: true,
      description:
        'Generic reverse names are told of also where they say that they are static: some receivers let such names pass, others refuse them too.',
    },
  ],
  [
    'serial.bumpOnFix',
    {
      form: 'boolean',
      default: true,
      description: 'A fix or a rename raises the serial of each zone that it changes.',
    },
  ],
  [
    'serial.onSave',
    {
      form: 'on-save',
      default: 'off',
      description: 'Whether saving a changed zone raises its serial, once since the last commit.',
    },
  ],
  [
    'counterparts',
    {
      form: 'counterparts',
      default: 'hint',
      description:
        'How much the editor says at the other side of a fault: of a missing PTR record in the reverse zone, of a wrong one at the address. Only information stands in the list of problems.',
    },
  ],
  [
    'includeBase',
    {
      form: 'string',
      default: '',
      description:
        "The folder that relative $INCLUDE paths start from, where the server's configuration does not tell it.",
    },
  ],
  [
    'detectByContent',
    {
      form: 'boolean',
      default: true,
      description: 'Files whose name does not tell are taken for zone files where their first lines look like one.',
    },
  ],
  [
    'limits.files',
    {
      form: 'count',
      default: 200_000,
      description: 'So many files of a workspace are looked at, the nearest first; of more a message tells.',
    },
  ],
  [
    'limits.megabytes',
    {
      form: 'count',
      default: 512,
      description:
        'So many megabytes of zone files and configurations are read of a workspace. What there is no room for is told; what is opened, or named on the command line, is always read.',
    },
  ],
  [
    'inlayHints.absoluteNames',
    {
      form: 'boolean',
      default: true,
      description:
        'Shows what names without final dot become where they are easily misread: names with dots, names in reverse zones, and names under another $ORIGIN than the zone. Names in the data of records, not owners.',
    },
  ],
  [
    'inlayHints.addresses',
    { form: 'boolean', default: true, description: 'Shows the address behind the owners of reverse records.' },
  ],
  [
    'inlayHints.times',
    { form: 'boolean', default: true, description: 'Shows times that are given in seconds with units.' },
  ],
  [
    'inlayHints.pointers',
    {
      form: 'boolean',
      default: true,
      description:
        'Shows behind addresses what their PTR records name, that there is none, or that the reverse zone is not here.',
    },
  ],
  [
    'inlayHints.generated',
    { form: 'boolean', default: true, description: 'Shows how many records a $GENERATE line makes.' },
  ],
  [
    'inlayHints.soa',
    { form: 'boolean', default: false, description: 'Shows hints in SOA records too: times and names.' },
  ],
  ['codeLens.serial', { form: 'boolean', default: true, description: 'Offers to raise the serial above the SOA.' }],
  [
    'codeLens.missingPtrs',
    {
      form: 'boolean',
      default: true,
      description: 'Counts the missing PTR records above the SOA, those of included files too, and offers to add them.',
    },
  ],
  [
    'format.indent',
    {
      form: 'indent',
      default: 'auto',
      description:
        'What the formatter fills lines with: tabs (at stops of 8), blanks, or, column by column, what most lines of the file have.',
    },
  ],
  [
    'format.columns',
    {
      form: 'columns',
      default: [],
      description:
        'Where the formatter puts the fields: four numbers, counted from 0, for TTL and class (in the order that the file has them), type and data. Without them the columns are those of the file.',
    },
  ],
  [
    'format.upperCase',
    {
      form: 'boolean',
      default: false,
      description: 'The formatter writes record types and classes in capital letters.',
    },
  ],
  [
    'format.soa',
    {
      form: 'soa-lines',
      default: 'keep',
      description:
        'Whether the formatter puts an SOA record on one line, or each of its numbers on a line of its own. One with comments stays as it is.',
    },
  ],
  [
    'format.textWidth',
    {
      form: 'width',
      default: 0,
      description:
        'TXT records of several strings whose line is longer get a line for each string from the formatter; 0 for none. No string is cut.',
    },
  ],
  [
    'live.timeout',
    {
      form: 'count',
      default: 3000,
      description: 'Live checks: milliseconds for one question to one server, its repetitions included.',
    },
  ],
  [
    'live.concurrency',
    { form: 'count', default: 64, description: 'Live checks: the most questions under way at once.' },
  ],
  [
    'live.rate',
    { form: 'count', default: 20_000, description: 'Live checks: the most questions a second; 0 for no bound.' },
  ],
  [
    'live.resolver',
    {
      form: 'string',
      default: '',
      isOfEditor: true,
      description:
        'Live checks: the server to ask, such as 192.0.2.53 or [2001:db8::53]:5353; where it is empty, those of the system. Private and documentation addresses are asked only of a server that is named here. Only from the settings of the editor.',
    },
  ],
  [
    'live.dnsOverHttps',
    {
      form: 'string',
      default: '',
      isOfEditor: true,
      description:
        'Live checks in the browser: the address of a server for DNS over HTTPS (RFC 8484), such as https://dns.example/dns-query. Without it nothing can be asked there. Only from the settings of the editor.',
    },
  ],
  [
    'externalCheckers',
    {
      form: 'checkers',
      default: [],
      isOfEditor: true,
      description:
        'Other checkers that are asked for a second opinion when a zone is saved, where they are installed: what they say and Zonewright does not is shown under their names. Only from the settings of the editor on the desktop, and only in trusted workspaces.',
    },
  ],
  [
    'trace.server',
    {
      form: 'trace',
      default: 'off',
      isOfEditor: true,
      description:
        'Logs what the editor and the language server say to each other, and which findings are not shown for which others.',
    },
  ],
]);

/** No field begins behind this column. */
export const MOST_COLUMNS = 256;

/** The levels of a rule, the heaviest first. */
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Whether a value is the name of a level, `off` among them. */
export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}

/** A JSON schema for the values of one form. */
function schemaOf(form: SettingForm): Record<string, unknown> {
  switch (form) {
    case 'boolean':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'string':
      return { type: 'string' };
    case 'level':
      return { type: 'string', enum: levels };
    case 'counterparts':
      return { enum: ['hint', 'information', 'off'] };
    case 'on-save':
      return { type: 'string', enum: ['off', 'ask', 'always'] };
    case 'trace':
      return { type: 'string', enum: ['off', 'messages', 'verbose'] };
    case 'indent':
      return { type: 'string', enum: ['auto', 'tabs', 'blanks'] };
    case 'columns':
      return { type: 'array', items: { type: 'integer', minimum: 1, maximum: MOST_COLUMNS }, maxItems: 4 };
    case 'soa-lines':
      return { type: 'string', enum: ['keep', 'one-line', 'lines'] };
    case 'width':
      return { type: 'integer', minimum: 0 };
    case 'checkers':
      return { type: 'array', items: { type: 'string', enum: [...checkerNames] }, uniqueItems: true };
    case 'paths':
    case 'networks':
      return { type: 'array', items: { type: 'string' } };
    case 'zones':
      return {
        type: 'array',
        items: {
          type: 'object',
          required: ['file'],
          additionalProperties: false,
          properties: { file: { type: 'string' }, origin: { type: 'string' }, view: { type: 'string' } },
        },
      };
  }
}

/** A rule as far as the schemas show it. */
export interface RuleRow {
  readonly id: string;
  readonly severity: Level;
  readonly summary: string;
}

/** The `properties` of the page for all that is no rule; severities may be given there too, all in one object. */
export function manifestProperties(rules: readonly RuleRow[]): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [key, row] of settingsTable) {
    properties[`zonewright.${key}`] = {
      ...schemaOf(row.form),
      default: row.default,
      scope: key.startsWith('trace') ? 'window' : 'resource',
      description: row.description,
    };
  }
  properties['zonewright.rules'] = {
    type: 'object',
    default: {},
    scope: 'resource',
    description: 'The severity of each rule, or off; ptr-* stands for all whose ids begin so.',
    additionalProperties: false,
    properties: ruleProperties(rules),
    patternProperties: RULE_PATTERNS,
  };
  return properties;
}

/** The JSON schema of `zonewright.json`. Names with dots may also be written as objects in each other. */
export function settingsFileSchema(rules: readonly RuleRow[]): Record<string, unknown> {
  const properties: Record<string, unknown> = {
    $schema: { type: 'string' },
    rules: {
      type: 'object',
      description: 'The severity of each rule, or off; ptr-* stands for all whose ids begin so.',
      additionalProperties: false,
      properties: ruleProperties(rules),
      patternProperties: RULE_PATTERNS,
    },
  };
  const groups = new Map<string, Record<string, unknown>>();
  for (const [key, row] of settingsTable) {
    const schema = { ...schemaOf(row.form), default: row.default, description: row.description };
    properties[key] = schema;
    const dot = key.indexOf('.');
    if (dot < 0) continue;
    const group = groups.get(key.slice(0, dot)) ?? {};
    groups.set(key.slice(0, dot), { ...group, [key.slice(dot + 1)]: schema });
  }
  for (const [name, members] of groups)
    properties[name] = { type: 'object', additionalProperties: false, properties: members };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Zonewright',
    description: 'Settings of Zonewright for a workspace; those of the editor win over them.',
    type: 'object',
    additionalProperties: false,
    properties,
    patternProperties: { '^rules\\.[a-z0-9*-]+$': schemaOf('level') },
  };
}

/** Keys of rules with an asterisk. */
const RULE_PATTERNS = { '^[a-z0-9-]*\\*[a-z0-9*-]*$': { enum: levels } };

function ruleProperties(rules: readonly RuleRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rules.map((rule) => [rule.id, { ...schemaOf('level'), default: rule.severity, description: rule.summary }]),
  );
}
