import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import { sourceOfText } from '../text/source.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import { filesOf } from './baseline.ts';
import type { PlannedFile } from './plan.ts';
import { isSamePrint, type Print, RecordPrints } from './record-print.ts';
import { zonesOf } from './writable.ts';

/** A file that is to be made. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Texts of more characters are not proven: a person waits for the answer. */
const MOST_TEXT = 20_000_000;

/**
 * Why a change might not leave the records of its zones as they are, in all views; undefined where it does. Each zone is
 * read again with the change, by itself, and its records are compared: owners, types, TTLs, data, in whatever order. A
 * step is some blocks.
 */
export function* whyNotSameRecords(
  store: Store,
  edits: readonly PlannedFile[],
  created: readonly NewFile[] = [],
): Generator<void, string | undefined> {
  const zones = new Set(edits.flatMap(({ file }) => zonesOf(file)));
  if (zones.size === 0) return phrase`nothing tells which zone the file is for`;
  for (const zone of zones) if (lengthOf(zone.root) > MOST_TEXT) return phrase`the zone is too large to be read again`;
  const texts = new Map(created.map(({ path, text }) => [path, text]));
  for (const { file, edits: changes } of edits) texts.set(file.path, edited(file, changes));
  for (const zone of zones) {
    const prints = new RecordPrints();
    const before = yield* prints.of(store, zone.root);
    const after = yield* printWith(store, zone, texts, prints);
    if (!after || !isSamePrint(before, after))
      return phrase`the records of ${undotted(store.names.text(zone.apex))} would be others`;
  }
  return undefined;
}

/** The text of a file after edits, which are in its order. */
export function edited({ document }: SourceFile, edits: PlannedFile['edits']): string {
  const { text } = document;
  let result = '';
  let at = 0;
  for (const { range, text: put } of edits) {
    const [start, end] = [offsetOf(document, range.start), offsetOf(document, range.end)];
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

function offsetOf(document: SourceFile['document'], position: { readonly line: number; readonly character: number }) {
  const { blockIndex, offset } = document.placeAt(position);
  let before = 0;
  for (let index = 0; index < blockIndex; index++) before += document.blocks[index]?.length ?? 0;
  return before + offset;
}

function* printWith(
  store: Store,
  zone: Zone,
  texts: ReadonlyMap<string, string>,
  prints: RecordPrints,
): Generator<void, Print | undefined> {
  const scratch = new Store(store.names);
  const read = (file: SourceFile) =>
    scratch.setFile(file.path, sourceOfText(texts.get(file.path) ?? file.document.text, file.document.encoding));
  scratch.findInclude = (include, from) => {
    const made = [...texts.keys()].find((path) => !store.files.has(path) && path.endsWith(`/${include}`));
    return made ?? store.findInclude(include, store.files.get(from.path) ?? from);
  };
  for (const file of new Set(filesOf(zone.root))) read(file);
  for (const [path, text] of texts) if (!store.files.has(path)) scratch.setFile(path, sourceOfText(text));
  const instance = scratch.mount(zone.root.file.path, {
    apex: zone.apex,
    origin: store.states.get(zone.root.entry).origin,
    view: '',
    zoneClass: zone.root.zoneClass,
    traits: zone.traits,
    held: false,
  });
  if (!instance) return undefined;
  while (!scratch.step(() => true)) yield;
  return yield* prints.of(scratch, instance);
}

function lengthOf(instance: Instance): number {
  let length = 0;
  for (const file of filesOf(instance)) length += file.document.length;
  return length;
}
