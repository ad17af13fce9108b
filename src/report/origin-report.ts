import { isForManyZones, originFromFileName } from '../config/origin.ts';
import { folderOf, lastSegment } from '../config/path-index.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import { proposeOrigins } from '../project/origin-proposals.ts';
import type { Project } from '../project/project.ts';
import { originUnknown } from '../rules/text/text-rules.ts';
import type { Range } from '../text/block.ts';
import { BLANK_LINE, hasOnlyLines } from '../text/only-lines.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { Faulted } from './fault-types.ts';
import type { FileRange, Places } from './place.ts';
import type { ShownFix } from './shown.ts';

const START = { line: 0, character: 0 };

/**
 * A file of which nobody knows the zone: its relative names mean nothing, and it is not checked against others. One without
 * any record where nobody begins to type it, and `tellsEmpty` is set.
 */
export function originFault(
  project: Project,
  file: SourceFile,
  places: Places,
  tellsEmpty: boolean,
): Faulted | undefined {
  const claim = project.claims(file.path).find(({ origin }) => origin === undefined);
  const instance = file.instances.find(({ parent }) => !parent);
  const name = lastSegment(file.path);
  if (!claim || !instance || claim.traits.role === 'hint' || isForManyZones(name)) return undefined;
  const isEmpty = tellsEmpty && hasOnlyLines(file.document, BLANK_LINE);
  const range = isEmpty ? { start: START, end: START } : placeOf(file, project.store, places)?.range;
  if (!range) return undefined;
  const origins = originsOf(project, file);
  return {
    rule: originUnknown.id,
    severity: undefined,
    message:
      claim.source === 'ambiguous'
        ? phrase`${name} is ${claim.alternatives.map(bare).join(phrase` or `)}, and no record tells which: set $ORIGIN`
        : isEmpty
          ? phrase`This file is empty, and nothing tells which zone it is`
          : phrase`Nothing tells which zone this file is: its names are not checked against other zones`,
    path: file.path,
    range,
    related: [],
    fixes: origins.map((origin) => setOrigin(file, origin)),
    instance,
  };
}

/** So many other files are named. */
const MOST_NAMED = 3;

/** A file whose zone another file claims too, where nothing tells which of them is served: neither is checked against others. */
export function rivalFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  const { store } = project;
  for (const { instance, isApart } of claimantsOf(file)) {
    const { view, apex } = instance;
    const others = (isApart ? rivalsElsewhere(project, file) : filesOf(view.zones.get(apex))).filter(
      (other) => other !== file,
    );
    const place = others.length > 0 ? placeOf(file, store, places) : undefined;
    if (!place) continue;
    const named = others.slice(0, MOST_NAMED).map((other) => shortPath(other.path, file.path));
    const left = others.length - named.length;
    const all = [...named, ...(left > 0 ? [phrase`${left} more`] : [])];
    const list = all.length > 1 ? phrase`${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
    return {
      rule: originUnknown.id,
      severity: isApart ? 'hint' : undefined,
      message:
        (all.length > 1
          ? phrase`${list} claim ${bare(store.names.text(apex))} too: `
          : phrase`${list} claims ${bare(store.names.text(apex))} too: `) +
        (isApart
          ? isBeside(others, file)
            ? phrase`each is checked with the files that are named like it`
            : phrase`each is checked within its folder`
          : all.length > 1
            ? phrase`none of them is checked against other zones until zonewright.zones or a server's configuration names the one that is served`
            : phrase`neither is checked against other zones until zonewright.zones or a server's configuration names the one that is served`),
      ...place,
      related: others.slice(0, MOST_NAMED).flatMap((other) => {
        const there = placeOf(other, store, places);
        return there ? [{ ...there, message: phrase`The same zone` }] : [];
      }),
      fixes: [],
      instance,
    };
  }
  return undefined;
}

/**
 * A copy that kept the $ORIGIN or SOA record of what it was copied from: its name tells another zone than its text, and that
 * zone is the file that is named so.
 */
export function misnamedFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  const instance = file.instances.find(({ parent }) => !parent);
  if (!instance || instance.zone) return undefined;
  const origin = project.claims(file.path).find(({ source }) => source === 'text')?.origin;
  const name = lastSegment(file.path);
  const named = certainOrigin(name);
  const other = project.store.files.get(project.rivals(file.path)[0] ?? '');
  // A name of which the other one is a part may be a habit: internal.example.com.zone for a view of example.com.
  if (origin === undefined || named === undefined || named.includes(origin) || origin.includes(named)) return undefined;
  const place =
    other && certainOrigin(lastSegment(other.path)) === origin ? placeOf(file, project.store, places) : undefined;
  const there = other && place && placeOf(other, project.store, places);
  if (!there) return undefined;
  return {
    rule: originUnknown.id,
    severity: undefined,
    message: phrase`${name} has the $ORIGIN or SOA record of ${bare(origin)}, which ${shortPath(other.path, file.path)} is: this file counts for nothing until they say ${bare(named)}`,
    ...place,
    related: [{ ...there, message: phrase`The same zone` }],
    fixes: [],
    instance,
  };
}

function certainOrigin(name: string): string | undefined {
  const named = originFromFileName(name);
  return named?.certainty === 'certain' ? named.origin : undefined;
}

/** The instances by which a file claims zones; first those that do not answer, whichever of them was read first. */
function claimantsOf(file: SourceFile): { readonly instance: Instance; readonly isApart: boolean }[] {
  return file.instances
    .filter(({ zone, parent, isGuest }) => zone && !parent && !isGuest)
    .map((instance) => ({ instance, isApart: instance.view.zoneAt(instance.apex) === instance.zone }))
    .sort((a, b) => Number(a.isApart) - Number(b.isApart) || (a.instance.view.name < b.instance.view.name ? -1 : 1));
}

/** The files of zones, in the order of their paths. */
function filesOf(zones: readonly Zone[] = []): SourceFile[] {
  return zones.map(({ root }) => root.file).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The copies of a file's zone in other folders, where the file is the first of them: it is told once a zone. */
function rivalsElsewhere(project: Project, file: SourceFile): SourceFile[] {
  const paths = project.rivals(file.path);
  if (paths.some((path) => path < file.path)) return [];
  return paths.flatMap((path) => project.store.files.get(path) ?? []);
}

function isBeside(others: readonly SourceFile[], file: SourceFile): boolean {
  return others.some(({ path }) => folderOf(path) === folderOf(file.path));
}

/** The SOA record's owner, else the first record's. */
export function placeOf(file: SourceFile, store: Store, places: Places): FileRange | undefined {
  const record = firstRecord(store, file);
  return record === undefined ? undefined : places.of({ kind: 'record', record, part: 'owner' });
}

/** A path from the deepest folder that it has in common with another one. */
function shortPath(path: string, other: string): string {
  let start = 0;
  for (let slash = path.indexOf('/'); slash >= 0 && other.startsWith(path.slice(0, slash + 1)); ) {
    start = slash + 1;
    slash = path.indexOf('/', start);
  }
  return path.slice(start);
}

/** What the zone of a file may be, the likeliest first. */
export function originsOf(project: Project, file: SourceFile): readonly string[] {
  const claimed = project.claims(file.path).flatMap(({ origin, alternatives }) => origin ?? alternatives);
  return claimed.length > 0 ? claimed : proposeOrigins(project.store, file);
}

/** The SOA record, else the first one. */
function firstRecord(store: Store, file: SourceFile): number | undefined {
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
  return { title: phrase`Set $ORIGIN ${origin}`, range, text: `$ORIGIN ${origin}${lineEnd}` };
}

function bare(origin: string): string {
  return origin.replace(/(.)\.$/, '$1');
}
