import type { StatementWord } from '../src/features/configuration/words.ts';
import {
  bindClauses,
  type Clauses,
  coreDnsClauses,
  knotClauses,
  nsdClauses,
} from '../src/features/configuration/words.ts';
import type { Grammar } from './grammar.ts';
import type { Rule } from './machine.ts';

/** The grammars of the servers' configurations, by their language: comments, statements, names and addresses. */
export const configurationGrammars: Readonly<Record<string, () => Grammar>> = {
  'named-conf': bindGrammar,
  'nsd-conf': () => linesGrammar('NSD Configuration', 'nsd-conf', nsdClauses),
  'knot-conf': () => linesGrammar('Knot Configuration', 'knot-conf', knotClauses),
  corefile: corefileGrammar,
};

function bindGrammar(): Grammar {
  const top = wordsOf(bindClauses, ['']);
  const inner = wordsOf(
    bindClauses,
    Object.keys(bindClauses).filter((clause) => clause !== ''),
  );
  return grammar('BIND Configuration', 'named-conf', [
    ...comments('named-conf', ['#', '//']),
    { name: 'comment.block.named-conf', begin: '/\\*', end: '\\*/' },
    {
      match: '\\b(zone|view|acl|key|primaries|masters|include)\\b[ \\t]+(?:"([^"\\n]*)"|([\\w./-]+))',
      captures: {
        1: { name: 'keyword.other.named-conf' },
        2: { name: 'entity.name.type.named-conf' },
        3: { name: 'entity.name.type.named-conf' },
      },
    },
    string('named-conf'),
    ...addresses('named-conf'),
    { name: 'keyword.other.named-conf', match: `\\b(?:${alternatives(top)})\\b(?!-)` },
    { name: 'support.type.property-name.named-conf', match: `(?<![\\w-])(?:${alternatives(inner)})(?![\\w-])` },
    { name: 'constant.language.named-conf', match: `(?<![\\w-])(?:${alternatives(VALUES)})(?![\\w-])` },
    { name: 'constant.numeric.named-conf', match: '(?<![\\w.-])\\d+[smhdwSMHDWkKgG]?(?![\\w.-])' },
  ]);
}

const VALUES = [
  ...['primary', 'secondary', 'master', 'slave', 'hint', 'forward', 'stub', 'static-stub', 'mirror', 'redirect'],
  ...['yes', 'no', 'true', 'false', 'auto', 'any', 'none', 'localhost', 'localnets', 'explicit', 'only', 'first'],
];

function linesGrammar(name: string, id: string, clauses: Clauses): Grammar {
  const sections = wordsOf(clauses, ['']).map((word) => word.replace(/:$/, ''));
  return grammar(name, id, [
    ...comments(id, ['#']),
    { match: `^(${alternatives(sections)}):`, captures: { 1: { name: `keyword.other.${id}` } } },
    {
      match: '(?<=^|[ \\t])(name|domain|zonefile|file):[ \\t]+(?:"([^"\\n]*)"|([^\\s"#]+))',
      captures: {
        1: { name: `support.type.property-name.${id}` },
        2: { name: `entity.name.type.${id}` },
        3: { name: `entity.name.type.${id}` },
      },
    },
    { match: '(?<=^|[ \\t])([a-z][a-z0-9-]*):', captures: { 1: { name: `support.type.property-name.${id}` } } },
    string(id),
    ...addresses(id),
    { name: `constant.language.${id}`, match: '(?<![\\w-])(?:yes|no|on|off|true|false|NOKEY|BLOCKED)(?![\\w-])' },
    { name: `constant.numeric.${id}`, match: '(?<![\\w.-])-?\\d+[smhdwMKG]?(?![\\w.-])' },
  ]);
}

function corefileGrammar(): Grammar {
  const plugins = wordsOf(coreDnsClauses, ['zone']);
  return grammar('Corefile', 'corefile', [
    ...comments('corefile', ['#']),
    { match: '^([^\\s{}#][^{}#\\n]*?)[ \\t]*(?=\\{)', captures: { 1: { name: 'entity.name.type.corefile' } } },
    { match: `^[ \\t]+(${alternatives(plugins)})(?![\\w-])`, captures: { 1: { name: 'keyword.other.corefile' } } },
    string('corefile'),
    ...addresses('corefile'),
    { name: 'constant.numeric.corefile', match: '(?<![\\w.-])\\d+[smh]?(?![\\w.-])' },
  ]);
}

function grammar(name: string, id: string, patterns: readonly Rule[]): Grammar {
  return { name, scopeName: `source.${id}`, patterns, repository: {} };
}

function comments(id: string, marks: readonly string[]): Rule[] {
  return marks.map((mark) => ({ name: `comment.line.${id}`, begin: mark, end: '$' }));
}

function string(id: string): Rule {
  return { name: `string.quoted.double.${id}`, begin: '"', end: '"|$' };
}

function addresses(id: string): Rule[] {
  return [
    { name: `constant.other.address.${id}`, match: '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?(?![\\w.])' },
    {
      name: `constant.other.address.${id}`,
      match: '(?<![\\w:.])(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:.]+(?:/\\d{1,3})?',
    },
  ];
}

function wordsOf(clauses: Clauses, names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => (clauses[name] ?? []).map(({ word }: StatementWord) => word)))];
}

/** The longest first, so that none is taken for the beginning of another. */
function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
