import { translated } from '../language/phrase.ts';
import { ruleOf } from '../rules/registry.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { MOST_DIAGNOSTICS } from './reports.ts';
import type { Session } from './session.ts';

/**
 * A line for each rule that has a finding at a position: what it reports, and its page. Editors without our extension show
 * a finding's text, and few of them the link that comes with it; so these lines stand in hovers there.
 */
export function rulesAt(session: Session, file: SourceFile, position: Position): string[] {
  if (session.client.isExtension) return [];
  const rules = found(session, file).flatMap(({ rule, range }) => (holds(range, position) ? [rule] : []));
  return [...new Set(rules)].map((rule) => lineOf(session, rule));
}

/** While much is checked again, the findings as they were told last: nobody waits for a report between two slices. */
function found(session: Session, file: SourceFile): readonly { readonly rule: string; readonly range: Range }[] {
  const told = session.loop.isChecked ? undefined : session.diagnostics.reports.last(file);
  if (!told) return session.reporter.most(file, MOST_DIAGNOSTICS).picked;
  return told.flatMap(({ code, range }) => (typeof code === 'string' ? [{ rule: code, range }] : []));
}

function holds({ start, end }: { readonly start: Position; readonly end: Position }, place: Position): boolean {
  const isBehind = place.line > start.line || (place.line === start.line && place.character >= start.character);
  return isBehind && (place.line < end.line || (place.line === end.line && place.character <= end.character));
}

function lineOf({ client, host }: Session, rule: string): string {
  const summary = ruleOf(rule)?.summary;
  const text = summary === undefined ? '' : `: ${translated(summary)}`;
  const page = host.rulePage?.(rule);
  if (page === undefined || !client.markdown) return `\`${rule}\`${text} (\`zonewright explain ${rule}\`)`;
  return `[${rule}](${page})${text}`;
}
