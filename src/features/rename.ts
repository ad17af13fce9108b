import { relativeTo } from '../dns/name.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../dns/type-codes.ts';
import { type Change, isRefusal, type Refusal } from '../edits/change.ts';
import { plan } from '../edits/plan.ts';
import { serialsLeft } from '../edits/serial.ts';
import { whyNotWritable } from '../edits/writable.ts';
import { phrase } from '../language/phrase.ts';
import { addressBeside } from '../rules/facts/arpa-classless.ts';
import { listed } from '../rules/facts/mail-note.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { blocksWith, type NamePlace, placesOfName } from './name-places.ts';
import { namesBelow, nameUnder } from './names-below.ts';
import { readNewName } from './new-name.ts';
import { heldZoneText, renameHeldZone } from './rename-held-zone.ts';
import type { Renaming } from './renaming.ts';
import { renumber } from './renumber.ts';
import { renumberSpot } from './renumber-spot.ts';
import { type Row, rangeOfToken, type WordAt, wordAt } from './row.ts';
import { servedAddress } from './served-address.ts';

/** A name that can be renamed: the word at hand. */
export interface RenameSpot {
  readonly range: Range;
  readonly text: string;
}

/** The name at a position, where all words that spell it can be changed; else why not. */
export function renameSpot(
  ctx: FeatureContext,
  file: SourceFile,
  position: Position,
): RenameSpot | { refused: string } {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  const moved = word && renumberSpot(ctx, word, position);
  if (moved) return { range: moved.range, text: moved.text };
  const name = word?.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (!word?.token || name === NO_NAME) return { refused: phrase`There is no name here` };
  const range = rangeOfToken(word.row, word.token);
  const { text: written } = word.token;
  if (isZoneName(word, name)) {
    const text = heldZoneText(ctx, { apex: name, view: word.row.block.instance.view }, written);
    return typeof text === 'string' ? { range, text } : text;
  }
  const why = whyNotRenamed(ctx, name, word.row, written);
  return why === undefined ? { range, text: written } : { refused: why };
}

/**
 * Changes every word that spells a name: owners, targets, PTR records and SPF terms in all zones of the view. Each stays
 * relative or absolute as it is, where the new name allows it. The names of its services (`_25._tcp.mail`) go with it, as
 * they mean nothing without it; other names below it are hosts of their own, whom people know by these names, and stay, as
 * does the name in files of other views alone.
 * Serials are raised as fixes raise them. A step is a block.
 */
export function* rename(
  ctx: FeatureContext,
  file: SourceFile,
  position: Position,
  newText: string,
): Generator<void, Renaming> {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  const moved = word && renumberSpot(ctx, word, position);
  if (moved) return renumber(ctx, moved, newText);
  const name = word?.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (!word?.token || name === NO_NAME) return { refused: phrase`There is no name here` };
  if (isZoneName(word, name)) return renameHeldZone(ctx, { apex: name, view: word.row.block.instance.view }, newText);
  const why = whyNotRenamed(ctx, name, word.row, word.token.text);
  if (why !== undefined) return { refused: why };
  const text = newText.trim();
  const { view } = word.row.block.instance;
  const context = ctx.engine.context(view);
  const { held } = context;
  const hasAddress = held.recordsAt(name).some(({ type }) => type === TYPE_A || type === TYPE_AAAA);
  const newName = readNewName(store, text, { name, hasAddress, row: word.row });
  if (isRefusal(newName)) return newName;
  if (newName === name)
    return { refused: phrase`${shownName(store.names, name)} is its name already: case does not count` };
  const changes: Change[] = [];
  const below = yield* namesBelow(store, view, name);
  for (const old of [name, ...below.own]) {
    const notMade = whyNotMade(ctx, old);
    if (notMade !== undefined) return { refused: notMade };
    const changesOfName = yield* changesFor(ctx, view, { old, new: nameUnder(store, old, name, newName) });
    if (isRefusal(changesOfName)) return changesOfName;
    changes.push(...changesOfName);
  }
  const { edits, refused } = plan(context, { title: phrase`Rename to ${text}`, changes });
  if (refused !== undefined) return { refused };
  const files = [...new Set(changes.map((change) => change.file))];
  const namesLeft: string[] = [];
  const others = listed(below.others, (other) => shownName(store.names, other));
  if (below.others.length > 0)
    namesLeft.push(
      below.others.length === 1
        ? phrase`${others} keeps its name: below ${shownName(store.names, name)}, but no service of it`
        : phrase`${others} keep their names: below ${shownName(store.names, name)}, but no service of it`,
    );
  const elsewhere = new Set(
    context
      .otherViews()
      .flatMap((other) => [...blocksWith(ctx, other.held.view, name)].map((block) => block.instance.file))
      .filter((changed) => !files.includes(changed)),
  );
  if (elsewhere.size > 0)
    namesLeft.push(
      phrase`${shownName(store.names, name)} stands in another view too, and keeps its name there: ${listed([...elsewhere], ({ path }) => ctx.label(path))}`,
    );
  return { edits, serialsLeft: serialsLeft(context, files), namesLeft };
}

/** Whether a word spells the name of a held zone in full. */
function isZoneName({ row, token }: WordAt, name: NameId): boolean {
  return token?.text.endsWith('.') === true && row.block.instance.view.zones.has(name);
}

/** An editor that gets more edits at once stands still. */
const MOST_RENAMED = 10_000;

/** The words that spell a name, changed to another one; why not all of them may be. */
function* changesFor(
  ctx: FeatureContext,
  view: View,
  names: { readonly old: NameId; readonly new: NameId },
): Generator<void, readonly Change[] | Refusal> {
  const { store } = ctx.engine;
  if (names.new === NO_NAME) return { refused: phrase`${shownName(store.names, names.old)} would become too long` };
  const newText = shownName(store.names, names.new);
  if (ctx.engine.context(view).held.recordsAt(names.new).length > 0)
    return { refused: phrase`${newText} has records already: two names would become one` };
  const changes: Change[] = [];
  const places = yield* placesOfName(ctx, { view, name: names.old, most: MOST_RENAMED + 1 });
  if (places.length > MOST_RENAMED)
    return {
      refused: phrase`${shownName(store.names, names.old)} is written at more than ${MOST_RENAMED} places: too many for one step of an editor`,
    };
  for (const place of places) {
    // With an origin the names below it would change.
    if (place.role === 'directive') continue;
    const changed = place.row.block.instance.file;
    const outside = place.role === 'owner' && !isInZone(ctx, place, names.new);
    if (outside) return { refused: phrase`${newText} would lie outside the zone of ${ctx.label(changed.path)}` };
    const notWritable = whyNotWritable(store, changed);
    if (notWritable !== undefined) return { refused: phrase`${ctx.label(changed.path)}: ${notWritable}` };
    changes.push({ file: changed, edit: { range: place.range, text: spelled(ctx, place, names.new) } });
  }
  return changes;
}

function whyNotRenamed(ctx: FeatureContext, name: NameId, row: Row, text: string): string | undefined {
  const { store } = ctx.engine;
  if (row.directive !== undefined)
    return phrase`${row.directive} stands for all names below it: rename the name where a record has it`;
  if (text === '@') return phrase`"@" stands for the origin`;
  const { view } = row.block.instance;
  const { held } = ctx.engine.context(view);
  const isInClassless =
    addressBeside(name, ctx.engine.context(view)) !== NO_NAME && held.recordsAt(name, TYPE_PTR).length > 0;
  if (servedAddress(held, name) !== NO_NAME || isInClassless) return phrase`This name stands for an address`;
  if (store.names.isWildcard(name)) return phrase`A wildcard is no name of a host`;
  return whyNotMade(ctx, name);
}

/** A zone's name stands in configurations too, and what $GENERATE makes is spelled by no word. */
function whyNotMade(ctx: FeatureContext, name: NameId): string | undefined {
  const { store } = ctx.engine;
  for (const view of store.views.values()) {
    if (view.zones.has(name)) return phrase`${shownName(store.names, name)} is the name of a zone`;
    const { held } = ctx.engine.context(view);
    const generated = [...held.recordsAt(name), ...held.recordsTo(name)].find((record) => record.generated);
    if (generated)
      return phrase`${shownName(store.names, name)} is made by $GENERATE in ${ctx.label(generated.file.path)}`;
  }
  return undefined;
}

function isInZone(ctx: FeatureContext, { row }: NamePlace, name: NameId): boolean {
  const { apex } = row.block.instance;
  return apex === NO_NAME || ctx.engine.store.names.isBelowOrAt(name, apex);
}

/** The new name as the old one is written: relative stays relative where it lies under the origin. */
function spelled(ctx: FeatureContext, { row, text, role }: NamePlace, name: NameId): string {
  const { names } = ctx.engine.store;
  const absolute = names.text(name);
  if (role === 'spf' && !text.endsWith('.')) return absolute.slice(0, -1);
  return text.endsWith('.') ? absolute : relativeTo(absolute, names.text(row.origin));
}
