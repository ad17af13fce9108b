import type { BindToken } from '../../config/bind-token.ts';
import type { Span } from '../../config/configuration.ts';
import { undotted } from '../../dns/shown-name.ts';
import { TextLines } from '../../report/text-lines.ts';
import type { FeatureContext } from '../context.ts';
import { MOST_ENTRIES, type OutlineEntry } from '../outline.ts';
import { dialectOf, tokensOf } from './place.ts';

/** The outline of a configuration: options, views with their zones, zones, keys and lists. */
export function configurationOutline(ctx: FeatureContext, path: string): OutlineEntry[] {
  const text = ctx.project.configurations.text(path) ?? '';
  const lines = new TextLines(text);
  const entries = dialectOf(path, text) === 'bind' ? bindStatements(text) : zonesOf(ctx, path);
  const finished = (one: Statement): OutlineEntry => ({
    name: one.name,
    detail: one.detail,
    kind: one.kind,
    range: lines.range(one.range),
    selection: lines.range(one.selection),
    children: one.children.map(finished),
  });
  return entries.map(finished);
}

interface Statement extends Pick<OutlineEntry, 'name' | 'detail' | 'kind'> {
  range: Span;
  readonly selection: Span;
  readonly children: Statement[];
}

/** The statements of named.conf that have a block or a name, with the zones of views in these. */
function bindStatements(text: string): Statement[] {
  const top: Statement[] = [];
  const open: { readonly statement: Statement | undefined; readonly isView: boolean }[] = [];
  let words: BindToken[] = [];
  let count = 0;
  for (const token of tokensOf(text)) {
    if (token.kind === 'word' || token.kind === 'string') {
      words.push(token);
      continue;
    }
    const isListed = open.every(({ isView }) => isView) && count < MOST_ENTRIES;
    if (token.kind === '{') {
      const isShown = isListed && (open.length === 0 || words[0]?.text.toLowerCase() === 'zone');
      const statement = isShown ? statementOf(words) : undefined;
      if (statement) (open.at(-1)?.statement?.children ?? top).push(statement);
      if (statement) count++;
      open.push({ statement, isView: statement?.detail === 'view' });
    } else if (token.kind === '}') {
      const closed = open.pop()?.statement;
      if (closed) closed.range = { start: closed.range.start, end: token.end };
    } else if (isListed && words[0]?.text.toLowerCase() === 'include') {
      const statement = statementOf(words);
      if (statement) (open.at(-1)?.statement?.children ?? top).push({ ...statement, kind: 'include' });
    }
    words = [];
  }
  return top;
}

const KINDS: Readonly<Record<string, OutlineEntry['kind']>> = {
  zone: 'zone',
  view: 'origin',
  key: 'key',
  options: 'other',
};

function statementOf(words: readonly BindToken[]): Statement | undefined {
  const [keyword, name] = words;
  if (!keyword) return undefined;
  const detail = keyword.text.toLowerCase();
  const shown = name ?? keyword;
  const range = { start: keyword.start, end: (words.at(-1) ?? keyword).end };
  return {
    name: shown.text || detail,
    detail,
    kind: KINDS[detail] ?? 'other',
    range,
    selection: { start: shown.start, end: shown.end },
    children: [],
  };
}

/** The zones of a configuration of another server. */
function zonesOf(ctx: FeatureContext, path: string): Statement[] {
  const found = new Map<number, Statement>();
  for (const { zone, config } of ctx.project.configurations.map.zones) {
    if (config !== path || found.size >= MOST_ENTRIES) continue;
    const range = {
      start: Math.min(zone.range.start, zone.nameRange.start),
      end: Math.max(zone.range.end, zone.nameRange.end),
    };
    found.set(zone.nameRange.start, {
      name: undotted(zone.name),
      detail: 'zone',
      kind: 'zone',
      range,
      selection: zone.nameRange,
      children: [],
    });
  }
  return [...found.values()].sort((a, b) => a.selection.start - b.selection.start);
}
