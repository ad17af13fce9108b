import type { NameId } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { TYPE_TXT } from '../dns/type-codes.ts';
import { type Change, isRefusal, type Refusal } from '../edits/change.ts';
import { plan } from '../edits/plan.ts';
import { serialsLeft } from '../edits/serial.ts';
import { whyNotWritable } from '../edits/writable.ts';
import { phrase } from '../language/phrase.ts';
import { isSpf, parseSpf } from '../mail/spf.ts';
import { rangeIn } from '../report/text-lines.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import { NameReader } from '../zone/name-reader.ts';
import type { FeatureContext } from './context.ts';
import type { Renaming, TextChange } from './renaming.ts';
import { allRows, mainInstance, namesOfRow, type Row, rangeOfToken } from './row.ts';

/** Files of more lines together are not looked through for a name. */
const MOST_LINES = 500_000;

/** A zone that is to have another name. */
export interface ZoneToRename {
  readonly apex: NameId;
  readonly view: View;
}

/** Why a zone can't have another name by a change of texts; undefined where it can. */
export function whyNotRenamedZone(ctx: FeatureContext, { apex, view }: ZoneToRename): string | undefined {
  const { store } = ctx.engine;
  const name = shownName(store.names, apex);
  const zones = view.zones.get(apex) ?? [];
  if (zones.length !== 1 || apex <= 0) return phrase`${name} is no zone that is held once`;
  for (const other of view.zones.keys())
    if (other !== apex && store.names.isBelowOrAt(other, apex))
      return phrase`${shownName(store.names, other)} is a zone of its own below ${name}: its name would not follow`;
  const [zone] = zones;
  if (zone && declarations(ctx, zone).length === 0 && !isNamedByText(ctx, zone))
    return phrase`the name of ${ctx.label(zone.root.file.path)} tells its zone: rename the file, or declare the zone`;
  return undefined;
}

/**
 * Gives a zone another name: in configurations, in `$ORIGIN`s, and in every word of the view's zones that ends in it and
 * does not follow by itself. Words that are relative to an origin in the zone stay: their origin is another now.
 */
export function renameZone(ctx: FeatureContext, zone: ZoneToRename, newText: string): Renaming {
  const made = zoneRenamed(ctx, zone, newText);
  if (isRefusal(made)) return made;
  const { changes, texts } = made;
  const context = ctx.engine.context(zone.view);
  const { edits, refused } = plan(context, { title: phrase`Rename to ${newText}`, changes });
  if (refused !== undefined) return { refused };
  const files = [...new Set(changes.map(({ file }) => file))];
  return { edits, texts, serialsLeft: serialsLeft(context, files), isReviewed: true };
}

/** What gives a zone another name, in zone files and in configurations. */
export interface ZoneRenamed {
  readonly changes: readonly Change[];
  readonly texts: readonly TextChange[];
}

/** The changes that give a zone another name, without the serials; or why there are none. */
export function zoneRenamed(ctx: FeatureContext, zone: ZoneToRename, newText: string): ZoneRenamed | Refusal {
  const { store } = ctx.engine;
  const { names } = store;
  const why = whyNotRenamedZone(ctx, zone);
  if (why !== undefined) return { refused: why };
  const text = newText.trim().replace(/\.?$/, '.');
  const target = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.$/.test(text)
    ? new NameReader(names).readText(text, 0, 'utf8')
    : undefined;
  if (typeof target !== 'number')
    return { refused: phrase`"${newText}" is no name of a zone: write one, such as example.com` };
  if (target === zone.apex) return { refused: phrase`${shownName(names, target)} is its name already` };
  for (const view of store.views.values())
    if (view.index.firstAt(target) >= 0 || view.zones.has(target))
      return { refused: phrase`${shownName(names, target)} has records already: two names would become one` };
  const changes = changesOfTexts(ctx, zone, target);
  if (isRefusal(changes)) return changes;
  const [held] = zone.view.zones.get(zone.apex) ?? [];
  return {
    changes,
    texts: held ? declarations(ctx, held).map((one) => ({ ...one, text: keepDot(one.text, text) })) : [],
  };
}

/** The zone whose name stands at an offset of a configuration, where it is held; else undefined. */
export function zoneNamedAt(
  ctx: FeatureContext,
  path: string,
  offset: number,
): { readonly zone: ZoneToRename; readonly range: Range; readonly text: string } | undefined {
  for (const { zone, config, files } of ctx.project.configurations.map.zones) {
    if (config !== path || offset < zone.nameRange.start || offset > zone.nameRange.end) continue;
    const instances = files.flatMap((file) => ctx.engine.store.files.get(file)?.instances ?? []);
    const held = instances.find((one) => one.zone && !one.parent && one.view.name === (zone.view ?? ''))?.zone;
    const [spot] = held ? declarations(ctx, held).filter((one) => one.path === path) : [];
    if (held && spot) return { zone: { apex: held.apex, view: held.view }, range: spot.range, text: spot.text };
  }
  return undefined;
}

/** Where configurations give the zone its name, and how it is written there. */
function declarations(ctx: FeatureContext, { root, apex }: Zone): TextChange[] {
  return ctx.project.claims(root.file.path).flatMap(({ declared }) => {
    const text = declared && ctx.project.configurations.text(declared.config);
    if (!declared || text === undefined || declared.zone.name !== ctx.engine.store.names.text(apex).toLowerCase())
      return [];
    const { start, end } = declared.zone.nameRange;
    const written = text.slice(start, end);
    const inner = /^"(.*)"$/.exec(written) ? { start: start + 1, end: end - 1 } : { start, end };
    return [{ path: declared.config, range: rangeIn(text, inner), text: text.slice(inner.start, inner.end) }];
  });
}

/** Whether an absolute `$ORIGIN`, or the owner of the SOA, gives the zone its name in the text. */
function isNamedByText(ctx: FeatureContext, { root, apex }: Zone): boolean {
  const [claim] = ctx.project.claims(root.file.path);
  if (claim) return claim.source === 'text';
  for (const row of allRows(ctx.engine.store, root.file)) {
    if (row.directive === '$ORIGIN') return row.tokens[1]?.text.endsWith('.') === true;
    if (row.directive === undefined) return row.owner?.text.endsWith('.') === true && row.ownerName === apex;
  }
  return false;
}

function changesOfTexts(ctx: FeatureContext, zone: ZoneToRename, target: NameId): Change[] | Refusal {
  const { store } = ctx.engine;
  const files = new Set([...zone.view.zones.values()].flat().flatMap(({ root }) => root.file));
  for (const file of store.files.values())
    if (file.instances.some(({ view, parent }) => view === zone.view && parent)) files.add(file);
  const lineCount = [...files].reduce((sum, { document }) => sum + document.lineCount, 0);
  if (lineCount > MOST_LINES) return { refused: phrase`more than ${MOST_LINES} lines are to be looked through` };
  const changes: Change[] = [];
  for (const file of files) {
    const made = changesOfFile(ctx, file, { ...zone, target });
    if (isRefusal(made)) return made;
    const why = made.length > 0 ? whyNotWritable(store, file) : undefined;
    if (why !== undefined) return { refused: phrase`${ctx.label(file.path)}: ${why}` };
    for (const change of made) changes.push(change);
  }
  return changes;
}

function changesOfFile(
  ctx: FeatureContext,
  file: SourceFile,
  zone: ZoneToRename & { readonly target: NameId },
): Change[] | Refusal {
  const { store } = ctx.engine;
  const { names } = store;
  const [old, renamed] = [names.text(zone.apex), names.text(zone.target)];
  if (mainInstance(store, file)?.view !== zone.view) return [];
  const changes: Change[] = [];
  for (const row of allRows(store, file)) {
    if (row.directive === '$GENERATE' && row.tokens.some(({ text }) => endsIn(text, old)))
      return {
        refused: phrase`$GENERATE in ${ctx.label(file.path)} spells ${shownName(names, zone.apex)}: change it first`,
      };
    for (const { token, name } of namesOfRow(store, row)) {
      if (!names.isBelowOrAt(name, zone.apex)) continue;
      const isAbsolute = token.text.endsWith('.');
      if (isAbsolute && endsIn(token.text, old))
        changes.push({
          file,
          edit: { range: rangeOfToken(row, token), text: token.text.slice(0, -old.length) + renamed },
        });
      else if (!isAbsolute && !names.isBelowOrAt(row.origin, zone.apex))
        return {
          refused: phrase`"${token.text}" in ${ctx.label(file.path)} is relative to ${shownName(names, row.origin)}: write it in full first`,
        };
    }
    changes.push(...changesOfSpf(file, row, { old, renamed }));
  }
  return changes;
}

function changesOfSpf(
  file: SourceFile,
  row: Row,
  { old, renamed }: { readonly old: string; readonly renamed: string },
): Change[] {
  const joined = row.rdata.map(({ text }) => text).join('');
  if (row.typeCode !== TYPE_TXT || !isSpf(joined) || joined.includes('\\')) return [];
  const changes: Change[] = [];
  for (const { domain } of parseSpf(joined).terms) {
    if (!domain || !endsIn(`${domain.text}.`, old)) continue;
    let before = 0;
    for (const token of row.rdata) {
      const start = domain.start - before;
      before += token.text.length;
      if (start < 0 || start + domain.text.length > token.text.length) continue;
      const from = token.start + (token.quoted ? 1 : 0) + start;
      const text = domain.text.slice(0, domain.text.length - old.length + 1) + renamed.slice(0, -1);
      changes.push({ file, edit: { range: rangeOfToken(row, { start: from, end: from + domain.text.length }), text } });
      break;
    }
  }
  return changes;
}

/** Whether a name as written, with its final dot, is another one or lies below it. */
function endsIn(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  return lower === name.toLowerCase() || lower.endsWith(`.${name.toLowerCase()}`);
}

/** The name with or without its final dot, as it was written before. */
function keepDot(before: string, name: string): string {
  return before.endsWith('.') ? name : name.slice(0, -1);
}
