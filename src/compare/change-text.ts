import { codeSpan } from '../shared/markdown.ts';
import type { SetDifference, ZoneDifferences } from './differences.ts';
import { type ChangeSummary, changeSummary, type ZoneChange } from './zone-change.ts';

/** The differences for people: a zone, its serial, then a line for each record; nothing where there are none. */
export function changeText(changes: readonly ZoneChange[]): string {
  if (changes.length === 0) return 'No records differ\n';
  return `${changes.map((change) => `${headOf(change)}\n${linesOf(change)}`).join('\n')}\n${summaryText(changes)}\n`;
}

/** The same in Markdown, for the comment of a pull request: a table of the zones, and what differs of each below. */
export function changeMarkdown(changes: readonly ZoneChange[]): string {
  if (changes.length === 0) return 'No DNS records differ.\n';
  const parts = changes.map((change) => {
    const notes = notesOf(change).map((note) => `- ${markdownText(note)}\n`);
    const lines = change.sets.flatMap(diffLines);
    return `### ${codeSpan(headOf(change))}\n\n${notes.join('')}${notes.length > 0 ? '\n' : ''}${fence(lines)}`;
  });
  return `**${summaryText(changes)}**\n\n${parts.join('\n')}`;
}

/** The same as JSON. */
export function changeJson(changes: readonly ZoneChange[]): string {
  const zones = changes.map(({ zone, view, file, kind, serial, sets, isSerialForgotten }) => ({
    zone,
    view,
    file,
    kind,
    serial: serial ?? null,
    serialForgotten: isSerialForgotten,
    sets: sets.map(({ name, type, removed, added, ttl }) => ({ name, type, removed, added, ttl: ttl ?? null })),
  }));
  return `${JSON.stringify({ zones, summary: changeSummary(changes) }, undefined, 2)}\n`;
}

function headOf({ zone, view, kind, file }: ZoneChange): string {
  const name = zone === '' ? '.' : zone;
  const where = view === '' ? '' : ` in view ${view}`;
  const what = kind === 'changed' ? '' : kind === 'added' ? ': new zone' : ': zone is gone';
  return `${name}${where} (${file})${what}`;
}

function linesOf(change: ZoneChange): string {
  return [...notesOf(change), ...change.sets.flatMap(diffLines)].map((line) => `  ${line}\n`).join('');
}

/** What is said of the serial. */
function notesOf({ serial, isSerialForgotten }: ZoneDifferences): string[] {
  if (!serial) return isSerialForgotten ? ['serial: unchanged, so secondaries keep the old zone'] : [];
  const note = serial.isNewer ? '' : ', which is no newer: secondaries keep the old zone';
  return [`serial ${serial.old} -> ${serial.new}${note}`];
}

function diffLines({ name, type, removed, added, ttl }: SetDifference): string[] {
  const owner = `${name === '' ? '.' : name} ${type}`;
  return [
    ...removed.map((data) => `- ${owner} ${data}`),
    ...added.map((data) => `+ ${owner} ${data}`),
    ...(ttl ? [`! ${owner} TTL ${ttl.old} -> ${ttl.new}`] : []),
  ];
}

function summaryText(changes: readonly ZoneChange[]): string {
  const { zones, ...counts } = changeSummary(changes);
  return `${countsText(counts)} in ${counted(zones, 'zone')}`;
}

function countsText({ added, removed, ttls, serials }: Omit<ChangeSummary, 'zones'>): string {
  const parts = [
    added === 0 ? '' : `${counted(added, 'record')} added`,
    removed === 0 ? '' : `${counted(removed, 'record')} removed`,
    ttls === 0 ? '' : `${counted(ttls, 'TTL')} changed`,
    serials === 0 ? '' : `${counted(serials, 'serial')} changed`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No records differ' : parts.join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A text in a fence that none of its lines ends. */
function fence(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}diff\n${lines.join('\n')}\n${mark}\n`;
}

function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
