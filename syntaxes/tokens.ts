import { typeCode } from '../src/dns/types.ts';
import type { Colour } from '../src/syntax/rdata/type-row.ts';
import { END, type Rule, type Shape, START, type Token } from './machine.ts';

// Every pattern here is linear: whole tokens, possessive repeats, no repeat inside a repeat that could give back. One that
// may fail is tried where tokens start only: in the middle of a long word each place would read on to its end.

const WORD = '(?:[^ \\t\\r\\n();"\\\\]|\\\\.?)++';
const QUOTED = '"(?:[^"\\\\\\r\\n]|\\\\.?)*+"?';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const IPV4 = `${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}`;
const IPV6 = '[0-9A-Fa-f]*+:[0-9A-Fa-f]*+:[0-9A-Fa-f:.]*+';
const PERIOD = '(?:(?:[0-9]++[wdhmsWDHMS])++|[0-9]++)';
const LABEL = '[0-9A-Za-z_-]++';
const MEMBER = '[A-Za-z][A-Za-z0-9-]*+';

/** The rules for the inside of tokens, by their name in the grammar's repository. */
export const parts = {
  escapes: [{ match: '\\\\(?:[0-9]{3}|.)', name: 'constant.character.escape.dns-zone' }],
  name: [
    { include: '#escapes' },
    { match: `${START}@${END}`, name: 'constant.language.origin.dns-zone' },
    { match: `${START}\\*(?=\\.|[ \\t\\r\\n();"]|$)`, name: 'keyword.operator.wildcard.dns-zone' },
    { match: `\\.${END}`, name: 'punctuation.terminator.root.dns-zone' },
    { match: '\\.', name: 'punctuation.separator.label.dns-zone' },
  ],
  string: [
    {
      begin: '"',
      beginCaptures: { 0: { name: 'punctuation.definition.string.begin.dns-zone' } },
      end: '"|$',
      endCaptures: { 0: { name: 'punctuation.definition.string.end.dns-zone' } },
      patterns: [{ include: '#escapes' }],
    },
  ],
  'string-template': [
    {
      begin: '"',
      beginCaptures: { 0: { name: 'punctuation.definition.string.begin.dns-zone' } },
      end: '"|$',
      endCaptures: { 0: { name: 'punctuation.definition.string.end.dns-zone' } },
      patterns: [{ include: '#placeholder' }, { include: '#escapes' }],
    },
  ],
  placeholder: [
    { match: '\\\\(?:[0-9]{3}|.)|\\$\\$', name: 'constant.character.escape.dns-zone' },
    {
      match: '(\\$\\{)([+-]?[0-9]++)?(?:(,)([0-9]++)?)?(?:(,)([doxXnN])?)?[^$}" \\t]*+(\\})',
      name: 'meta.placeholder.dns-zone',
      captures: {
        1: { name: 'punctuation.definition.placeholder.begin.dns-zone' },
        2: { name: 'constant.numeric.integer.dns-zone' },
        3: { name: 'punctuation.separator.dns-zone' },
        4: { name: 'constant.numeric.integer.dns-zone' },
        5: { name: 'punctuation.separator.dns-zone' },
        6: { name: 'storage.modifier.base.dns-zone' },
        7: { name: 'punctuation.definition.placeholder.end.dns-zone' },
      },
    },
    { match: '\\$', name: 'variable.language.placeholder.dns-zone' },
  ],
  parameter: [
    {
      match: `(?<![^ \\t()])(${MEMBER})(=)?`,
      captures: {
        1: { name: 'entity.other.attribute-name.dns-zone' },
        2: { name: 'keyword.operator.assignment.dns-zone' },
      },
    },
    { match: QUOTED, captures: { 0: { name: 'string.quoted.double.dns-zone', patterns: [{ include: '#string' }] } } },
    {
      match: `(?<==)${WORD}`,
      captures: { 0: { name: 'string.unquoted.dns-zone', patterns: [{ include: '#escapes' }] } },
    },
  ],
  range: [
    { match: '[0-9]++', name: 'constant.numeric.integer.dns-zone' },
    { match: '[-/]', name: 'keyword.operator.range.dns-zone' },
  ],
} satisfies Record<string, readonly Rule[]>;

const inside = (...names: (keyof typeof parts)[]): readonly Rule[] => names.map((part) => ({ include: `#${part}` }));

function shape(pattern: string, scope?: string, rules?: readonly Rule[]): Shape {
  const whole = pattern === WORD || pattern === QUOTED ? pattern : `${START}${pattern.replace(START, '')}${END}`;
  return {
    pattern: whole,
    ...(scope === undefined ? {} : { scope }),
    ...(rules === undefined ? {} : { inside: rules, span: span(whole, scope, rules) }),
  };
}

function span(pattern: string, scope: string | undefined, patterns: readonly Rule[]): Rule {
  const name = scope === undefined ? {} : { name: `${scope}.dns-zone` };
  // What is inside of a string is a rule for all of it: the span ends behind it, where it did not begin.
  const end = pattern === QUOTED ? '(?!\\G)' : END;
  return { ...name, begin: `(?=${pattern})`, end, patterns };
}

/** A quoted string; one without escapes, which is nearly every one, needs no second look. */
const quoted: Token = [
  {
    pattern: '(")[^"\\\\\\r\\n]*+(")',
    scope: 'string.quoted.double',
    groups: ['punctuation.definition.string.begin', 'punctuation.definition.string.end'],
  },
  shape(QUOTED, 'string.quoted.double', inside('string')),
];
/** A word that is not what its field asks for keeps the text's own colour: saying what is wrong is not for a grammar. */
const other: Shape = shape(WORD);

/** What stands where something else is asked for. */
const foreign: Token = [shape(QUOTED, 'string.quoted.double'), other];

const integer = shape('[0-9]++', 'constant.numeric.integer');
const signed = shape('[+-]?[0-9]++', 'constant.numeric.integer');
const ipv4 = shape(IPV4, 'constant.numeric.address.ipv4');
const ipv6 = shape(IPV6, 'constant.numeric.address.ipv6');
const name: Token = [
  shape(LABEL, 'variable.other.name.rdata'),
  shape(WORD, 'variable.other.name.rdata', inside('name')),
];
const text: Token = [
  shape('[^ \\t\\r\\n();"\\\\]++', 'string.unquoted'),
  shape(WORD, 'string.unquoted', inside('escapes')),
];
const hexadecimal = shape('[0-9A-Fa-f]++', 'constant.numeric.hex');
const base64 = shape('[0-9A-Za-z+/=-]++', 'string.unquoted.base64');
const typeName = shape('[A-Za-z][0-9A-Za-z-]*+', 'support.type.record');
const time = shape('[0-9]{14}', 'constant.numeric.time');

const quotedTemplate: Token = [
  {
    pattern: '(")[^"$\\\\\\r\\n]*+(")',
    scope: 'string.quoted.double',
    groups: ['punctuation.definition.string.begin', 'punctuation.definition.string.end'],
  },
  shape(QUOTED, 'string.quoted.double', inside('string-template')),
];

const member = ['entity.other.attribute-name', 'keyword.operator.assignment'];
const memberCaptures = {
  1: { name: 'entity.other.attribute-name.dns-zone' },
  2: { name: 'keyword.operator.assignment.dns-zone' },
};

/** The kinds of field that records are made of, each with all shapes its token may take. */
export const fields = {
  number: [integer, ...foreign],
  period: [shape(PERIOD, 'constant.numeric.time'), ...foreign],
  name: [...quoted, ...name],
  string: [...quoted, ...text],
  ipv4: [ipv4, ...foreign],
  ipv6: [ipv6, ...foreign],
  /** What follows the prefix length of A6: a suffix, or the prefix's name where the length leaves no suffix. */
  suffixOrName: [ipv6, ...quoted, ...name],
  /** What a tunnel or relay record points to. */
  gateway: [ipv4, ipv6, ...quoted, ...name],
  hex: [hexadecimal, ...foreign],
  /** Hexadecimal with the separators that some types have: 0x, dots, dashes, colons, a leading plus. */
  hexGroups: [shape('\\+?(?:0[xX])?[0-9A-Fa-f.:-]++', 'constant.numeric.hex'), ...foreign],
  base64: [base64, ...foreign],
  /** A number, or the mnemonic that stands for it: an algorithm, a certificate type, key flags. */
  mnemonic: [integer, shape('[0-9A-Za-z_|-]++', 'constant.language.mnemonic'), ...foreign],
  /** One of the types of a bitmap. */
  type: [typeName, ...foreign],
  /** A type, or its number as only some old fields have it. */
  typeOrNumber: [signed, typeName, ...foreign],
  time: [time, integer, ...foreign],
  /** The property of a CAA record. */
  property: [shape('[0-9A-Za-z]++', 'entity.other.attribute-name'), ...foreign],
  parameter: [
    { ...shape(`(${MEMBER})(=)("[^"\\\\\\r\\n]*+")`), groups: [...member, 'string.quoted.double'] },
    { ...shape(`(${MEMBER})(=)([^ \\t\\r\\n();"\\\\]++)`), groups: [...member, 'string.unquoted'] },
    { ...shape(`(${MEMBER})(=)?(?!")`), groups: member },
    {
      pattern: `${START}${MEMBER}=${QUOTED}${END}`,
      inside: inside('parameter'),
      span: {
        begin: `${START}(${MEMBER})(=)(?=")`,
        beginCaptures: memberCaptures,
        end: '(?!\\G)',
        contentName: 'string.quoted.double.dns-zone',
        patterns: inside('string'),
      },
    },
    {
      pattern: `${START}${MEMBER}=${WORD}${END}`,
      inside: inside('parameter'),
      span: {
        begin: `${START}(${MEMBER})(=)(?=[^ \\t\\r\\n();"])`,
        beginCaptures: memberCaptures,
        end: END,
        contentName: 'string.unquoted.dns-zone',
        patterns: inside('escapes'),
      },
    },
    ...foreign,
  ],
  location: [
    shape('[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)m?', 'constant.numeric.decimal'),
    shape('[NSEWnsew]', 'constant.language.direction'),
    ...foreign,
  ],
  prefix: [
    {
      ...shape('(!)?([+-]?[0-9]++)(:)([0-9A-Fa-f.:]++)(/)([0-9]++)'),
      groups: [
        'keyword.operator.negation',
        'constant.numeric.integer',
        'punctuation.separator',
        'constant.numeric.address',
        'punctuation.separator',
        'constant.numeric.integer',
      ],
    },
    ...foreign,
  ],
  service: [signed, shape('[0-9A-Za-z_.-]++', 'constant.language.service'), ...foreign],
  /** In the rdata of a type that the grammar does not know, and after the fields of one that it knows. */
  any: [
    integer,
    ipv4,
    ipv6,
    ...quoted,
    { pattern: `(@)${END}`, scope: 'variable.other.name.rdata', groups: ['constant.language.origin'] },
    shape('[0-9A-Za-z_*-]*+(?:\\.[0-9A-Za-z_*-]++)++\\.?', 'variable.other.name.rdata', inside('name')),
    shape('\\.', 'variable.other.name.rdata', inside('name')),
    other,
  ],
  extra: foreign,
  nameTemplate: [
    ...quotedTemplate,
    shape(LABEL, 'variable.other.name.rdata'),
    shape(WORD, 'variable.other.name.rdata', inside('placeholder', 'name')),
  ],
  addressTemplate: [
    ...quotedTemplate,
    shape('[0-9A-Fa-f:.]++', 'constant.numeric.address.template'),
    shape(WORD, 'constant.numeric.address.template', inside('placeholder')),
  ],
  stringTemplate: [
    ...quotedTemplate,
    integer,
    shape('[^ $\\t\\r\\n();"\\\\]++', 'string.unquoted'),
    shape(WORD, 'string.unquoted', inside('placeholder')),
  ],
} satisfies Record<Colour | 'extra' | 'nameTemplate' | 'addressTemplate' | 'stringTemplate', Token>;

export type Field = keyof typeof fields;

/** The name of an address in the class CH: unlike one in the class IN it is no address, and an octal number follows. */
export const chaosName: Token = [
  {
    pattern: `${START}(?!${IPV4}${END})${WORD}(?=[ \\t()]++[0-7]++${END})`,
    scope: 'variable.other.name.rdata',
    inside: inside('name'),
  },
];

const owner = 'entity.name.function.owner';
/** The owner of a record: the first token of a line, whatever it looks like. */
export const ownerToken: Token = [
  shape(QUOTED, owner, inside('string')),
  { pattern: `(?=\\*(?:\\.|[ \\t\\r\\n();"]|$))${WORD}`, scope: `${owner}.wildcard`, inside: inside('name') },
  shape(LABEL, owner),
  shape(WORD, owner, inside('name')),
];
export const ownerTemplate: Token = [
  shape(QUOTED, `${owner}.template`, inside('string-template')),
  shape(WORD, `${owner}.template`, inside('placeholder', 'name')),
];
export const originToken: Token = [...quoted, shape(WORD, 'entity.name.namespace.origin', inside('name'))];
export const pathToken: Token = [
  shape(QUOTED, 'string.quoted.double.path', inside('string')),
  shape(WORD, 'string.unquoted.path', inside('escapes')),
];
export const rangeToken: Token = [
  shape('[0-9]++-[0-9]++(?:/[0-9]++)?', 'meta.range', inside('range')),
  ...fields.extra,
];

/** Class and TTL: in either order, each at most once, which is left to the parser to say. */
export const prologue: Token = [
  shape(`${START}(?i:IN|CH|CHAOS|HS|HESIOD|NONE|ANY|RESERVED0|CLASS[0-9]{1,5})`, 'storage.modifier.class'),
  shape(START + PERIOD, 'constant.numeric.ttl'),
];
export const ttlToken: Token = [shape(PERIOD, 'constant.numeric.ttl'), ...fields.extra];

/** A type by one of `names`, in any letter case, or as TYPEnnn with its number (RFC 3597 section 5). */
export function typeToken(names: readonly string[]): Token {
  const named = shape(`${START}(?i:${names.join('|')})`, 'storage.type.record');
  const numbers = names.flatMap((name) => typeCode(name) ?? []);
  if (numbers.length === 0) return [named];
  return [named, shape(`${START}(?i:TYPE)0*+(?:${numbers.join('|')})`, 'storage.type.record.other')];
}
/** Any other type: a number without a name, another server's, one that does not exist yet. */
export const otherType: Token = [
  shape(WORD, 'storage.type.record.other'),
  shape(QUOTED, 'string.quoted.double', inside('string')),
];

/**
 * The mark of rdata in the form that fits every type (RFC 3597 section 5). Where something else than a length
 * follows BIND takes it for the string "#".
 */
export const rawMark: Token = [
  {
    pattern: `\\\\#${END}(?=[ \\t()]*+(?:[0-9]++${END}|;|\\r?$))`,
    scope: 'keyword.operator.raw-rdata',
  },
];
