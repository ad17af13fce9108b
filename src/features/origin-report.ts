import { isForManyZones } from '../config/origin.ts';
import { lastSegment } from '../config/path-index.ts';
import { TYPE_SOA } from '../syntax/header.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { proposeOrigins } from '../workspace/origin-proposals.ts';
import type { Project } from '../workspace/project.ts';
import type { Places } from './place.ts';
import type { Faulted, ShownFix } from './report-text.ts';

const START = { line: 0, character: 0 };

/** A file of which nobody knows the zone: its relative names mean nothing, and it is not checked against others. */
export function originFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  const claim = project.claims(file.path).find(({ origin }) => origin === undefined);
  const instance = file.instances.find(({ parent }) => !parent);
  const name = lastSegment(file.path);
  if (!claim || !instance || claim.traits.role === 'hint' || isForManyZones(name)) return undefined;
  const record = firstRecord(project, file);
  if (record === undefined) return undefined;
  const range = places.of({ kind: 'record', record, part: 'owner' })?.range;
  if (!range) return undefined;
  const origins = originsOf(project, file);
  return {
    rule: 'origin-unknown',
    severity: undefined,
    message:
      claim.source === 'ambiguous'
        ? `${name} is ${claim.alternatives.map(bare).join(' or ')}, and no record tells which: set $ORIGIN`
        : 'Nothing tells which zone this file is: its names are not checked against other zones',
    range,
    related: [],
    fixes: origins.map((origin) => setOrigin(file, origin)),
    instance,
  };
}

/** What the zone of a file may be, the likeliest first. */
export function originsOf(project: Project, file: SourceFile): readonly string[] {
  const alternatives = project.claims(file.path).flatMap((claim) => claim.alternatives);
  return alternatives.length > 0 ? alternatives : proposeOrigins(project.store, file);
}

/** The SOA record, else the first one. */
function firstRecord({ store }: Project, file: SourceFile): number | undefined {
  let first: number | undefined;
  for (const block of file.instances.find(({ parent }) => !parent)?.blocks ?? []) {
    for (const record of block?.records ?? []) {
      if (store.records.type[record] === TYPE_SOA) return record;
      first ??= record;
    }
    if (first !== undefined) return first;
  }
  return first;
}

/** Puts $ORIGIN in front of the first line that is no comment. */
function setOrigin({ document }: SourceFile, origin: string): ShownFix {
  let line = 0;
  while (line < document.lineCount && /^\s*(;|$)/.test(document.lineText(line))) line++;
  const at = line < document.lineCount ? { line, character: 0 } : START;
  const range: Range = { start: at, end: at };
  const lineEnd = document.blocks[0]?.text.includes('\r\n') ? '\r\n' : '\n';
  return { title: `Set $ORIGIN ${origin}`, range, text: `$ORIGIN ${origin}${lineEnd}` };
}

function bare(origin: string): string {
  return origin.replace(/(.)\.$/, '$1');
}
