import { relativeTo } from '../dns/name.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { whyNotWritable } from '../edits/writable.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { Position, Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { NameReader } from '../zone/name-reader.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { type NamePlace, placesOfName } from './name-places.ts';
import { rangeOfToken, wordAt } from './row.ts';

/** A name that can be renamed: the word at hand. */
export interface RenameSpot {
  readonly range: Range;
  readonly text: string;
}

/** Edits of a rename, or why there are none. */
export type Renaming = { readonly edits: readonly FileEdit[] } | { readonly refused: string };

/** The name at a position, where all words that spell it can be changed; else why not. */
export function renameSpot(
  ctx: FeatureContext,
  file: SourceFile,
  position: Position,
): RenameSpot | { refused: string } {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  const name = word?.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (!word?.token || name === NO_NAME) return { refused: 'There is no name here' };
  const why = whyNotRenamed(ctx, name, word.token.text);
  if (why !== undefined) return { refused: why };
  return { range: rangeOfToken(word.row, word.token), text: word.token.text };
}

/**
 * Changes every word that spells a name: owners, targets and PTR records in all zones of the view. Each stays relative or
 * absolute as it is, where the new name allows it. The names below it are others and stay.
 */
export function rename(ctx: FeatureContext, file: SourceFile, position: Position, newText: string): Renaming {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  const name = word?.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (!word?.token || name === NO_NAME) return { refused: 'There is no name here' };
  const why = whyNotRenamed(ctx, name, word.token.text);
  if (why !== undefined) return { refused: why };
  const newName = new NameReader(store.names).readText(newText, word.row.origin, 'utf8');
  if (typeof newName !== 'number' || newText === '@') return { refused: `"${newText}" is no domain name` };
  const { view } = word.row.block.instance;
  const { held } = ctx.engine.context(view);
  if (held.recordsAt(newName).length > 0)
    return { refused: `${shownName(store.names, newName)} has records already: two names would become one` };
  const files = new Map<SourceFile, TextEdit[]>();
  for (const place of placesOfName(ctx, view, name)) {
    const changed = place.row.block.instance.file;
    const outside = place.role === 'owner' && !isInZone(ctx, place, newName);
    if (outside)
      return { refused: `${shownName(store.names, newName)} would lie outside the zone of ${ctx.label(changed.path)}` };
    const notWritable = whyNotWritable(store, changed);
    if (notWritable !== undefined) return { refused: `${ctx.label(changed.path)}: ${notWritable}` };
    const edits = files.get(changed) ?? [];
    edits.push({ range: place.range, text: spelled(ctx, place, newName) });
    files.set(changed, edits);
  }
  return { edits: [...files].map(([changed, edits]) => ({ file: changed, edits })) };
}

function whyNotRenamed(ctx: FeatureContext, name: NameId, text: string): string | undefined {
  const { store } = ctx.engine;
  if (text === '@') return '"@" stands for the origin';
  if (store.names.isAddress(name)) return 'This name stands for an address';
  if (store.names.isWildcard(name)) return 'A wildcard is no name of a host';
  for (const view of store.views.values()) {
    if (view.zones.has(name)) return `${shownName(store.names, name)} is the name of a zone`;
    const { held } = ctx.engine.context(view);
    const generated = [...held.recordsAt(name), ...held.recordsTo(name)].find((record) => record.generated);
    if (generated) return `${shownName(store.names, name)} is made by $GENERATE in ${ctx.label(generated.file.path)}`;
  }
  return undefined;
}

function isInZone(ctx: FeatureContext, { row }: NamePlace, name: NameId): boolean {
  const { apex } = row.block.instance;
  return apex === NO_NAME || ctx.engine.store.names.isBelowOrAt(name, apex);
}

/** The new name as the old one is written: relative stays relative where it lies under the origin. */
function spelled(ctx: FeatureContext, { row, text }: NamePlace, name: NameId): string {
  const { names } = ctx.engine.store;
  const absolute = names.text(name);
  return text.endsWith('.') ? absolute : relativeTo(absolute, names.text(row.origin));
}
