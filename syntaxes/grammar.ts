import { END, LINE, Machine, type Rule, type State, type Token, tokenRule } from './machine.ts';
import { type Layout, layouts } from './records.ts';
import {
  chaosName,
  type Field,
  fields,
  originToken,
  otherType,
  ownerTemplate,
  ownerToken,
  parts,
  pathToken,
  prologue,
  rangeToken,
  rawMark,
  ttlToken,
  typeToken,
} from './tokens.ts';

/** A TextMate grammar as VS Code reads it. */
export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/** The grammar of zone files (RFC 1035 section 5, as BIND reads them). */
export function zoneGrammar(): Grammar {
  const repository: Record<string, Rule> = {
    // Begin and end, as a match is looked for at every escaped semicolon too, and would read on to the line's end.
    comment: {
      name: 'comment.line.semicolon.dns-zone',
      begin: ';',
      beginCaptures: { 0: { name: 'punctuation.definition.comment.dns-zone' } },
      end: '$',
    },
    ...Object.fromEntries(Object.entries(parts).map(([name, rules]) => [name, { patterns: rules }])),
  };
  const machine = new Machine(repository);
  const patterns = [{ include: '#comment' }, ...directives(machine), ...records(machine)];
  return { name: 'DNS Zone', scopeName: 'source.dns-zone', patterns, repository };
}

/** Colours zone files in the fences of a Markdown text. */
export function markdownGrammar(): Grammar {
  return {
    name: 'DNS zones in Markdown',
    scopeName: 'markdown.dns-zone.codeblock',
    injectionSelector: 'L:text.html.markdown',
    patterns: [0, 1, 2, 3].map(fence),
    repository: {},
  };
}

/**
 * A fence with `indent` blanks before it, 3 standing for more. Markdown takes as many off the lines within, and so
 * must the grammar: in a zone file a blank at the start of a line means something.
 */
function fence(indent: number): Rule {
  const margin = indent === 3 ? '\\s{3,}' : ` {${indent}}`;
  return {
    begin: `(^|\\G)(${margin})(\`{3,}|~{3,})\\s*(?i:(dns-zone|zone|bind)((?:\\s|:|,|\\{|\\?)[^\`]*)?$)`,
    name: 'markup.fenced_code.block.markdown',
    end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
    beginCaptures: {
      3: { name: 'punctuation.definition.markdown' },
      4: { name: 'fenced_code.block.language.markdown' },
      5: { name: 'fenced_code.block.language.attributes.markdown' },
    },
    endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
    patterns: [
      {
        begin: '(^|\\G)(\\s*)(.*)',
        while: `(^|\\G)(?!\\s*([\`~]{3,})\\s*$) {0,${indent}}`,
        contentName: 'meta.embedded.block.dns-zone',
        patterns: [{ include: 'source.dns-zone' }],
      },
    ],
  };
}

function records(machine: Machine): readonly Rule[] {
  const start: State = { id: 'record', loop: [], exits: [{ token: ownerToken, next: head }] };
  const owner = tokenRule(ownerToken);
  const record = 'meta.record.dns-zone';
  return [
    // A parenthesis in column 0: the owner is still to come, perhaps lines below.
    machine.enterOpen(start, record),
    machine.enter(`${LINE}(?:${owner.match})`, owner.captures, head, record),
    machine.enter(`${LINE}[ \\t]++(?=[^ \\t\\r\\n;])`, {}, head, record),
  ];
}

const anything = rdataState([], 'any');
/** The mark that says that the rest is a length and hexadecimal digits. */
const raw: State = {
  id: 'raw',
  loop: [],
  exits: [
    {
      token: rawMark,
      next: { id: 'raw-length', loop: [], exits: [{ token: fields.number, next: rdataState([], 'hex') }] },
    },
  ],
};
/** After the owner: class and TTL, then the type. */
const head: State = {
  id: 'head',
  loop: prologue,
  exits: [
    ...layouts.map((layout) => ({ token: typeToken(layout.types), next: rdata(layout) })),
    { token: otherType, next: rdata({ types: [], fields: ['any'], rest: 'any' }) },
  ],
};

function rdata(layout: Layout): State {
  const state = rdataState(layout.fields, layout.rest ?? 'extra');
  if (!layout.types.includes('A')) return state;
  const chaos = { token: chaosName, next: rdataState(['number'], 'extra') };
  return { ...state, id: 'rdata-address', exits: [chaos, ...state.exits] };
}

/** The place before `left`, the fields that are still to come. */
function rdataState(left: readonly Field[], rest: Field): State {
  const [first, ...others] = left;
  if (first === undefined) return { id: `rest-${rest}`, loop: fields[rest], exits: [] };
  const next = rdataState(others, rest);
  const id = ['rdata', ...left, 'rest', rest].join('-');
  return { id, loop: [], exits: [{ token: fields[first], next }], also: raw };
}

function directives(machine: Machine): readonly Rule[] {
  const extra = rdataState([], 'extra');
  const then = (id: string, token: Token, next: State): State => ({ id, loop: [], exits: [{ token, next }] });
  const origin = then('origin', originToken, extra);
  const arguments_: Readonly<Record<string, State>> = {
    ORIGIN: origin,
    TTL: then('default-ttl', ttlToken, extra),
    INCLUDE: then('include', pathToken, origin),
    GENERATE: then('generate', rangeToken, then('generate-owner', ownerTemplate, generateHead)),
    DATE: then('date', fields.time, extra),
  };
  const directive = (name: string, scope: string, state: State): Rule =>
    machine.enter(
      `${LINE}((\\$)${name})`,
      {
        1: { name: `keyword.control.directive${scope}.dns-zone` },
        2: { name: 'punctuation.definition.directive.dns-zone' },
      },
      state,
      'meta.directive.dns-zone',
    );
  return [
    ...Object.entries(arguments_).map(([name, state]) =>
      directive(`(?i:${name})${END}`, `.${name.toLowerCase()}`, state),
    ),
    directive('[^ \\t\\r\\n();"]*+', '.other', anything),
  ];
}

/** The same as `head`, with the placeholders of $GENERATE in what follows the type. */
const generateHead: State = {
  id: 'generate-head',
  loop: prologue,
  exits: [
    { token: typeToken(['A', 'AAAA']), next: rdataState([], 'addressTemplate') },
    { token: typeToken(['NS', 'CNAME', 'PTR', 'DNAME']), next: rdataState([], 'nameTemplate') },
    { token: typeToken(layouts.flatMap((layout) => layout.types)), next: rdataState([], 'stringTemplate') },
    { token: otherType, next: rdataState([], 'stringTemplate') },
  ],
};
