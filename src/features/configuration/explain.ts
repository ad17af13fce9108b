import type { MappedZone } from '../../config/mapped-zone.ts';
import { undotted } from '../../dns/shown-name.ts';
import { serialOf } from '../../edits/serial.ts';
import { counted, noun, phrase, translated } from '../../language/phrase.ts';
import type { Range } from '../../text/block.ts';
import type { FeatureContext } from '../context.ts';
import { code } from '../hover/code.ts';
import { statementsOf } from './complete.ts';
import { type ConfigurationSpot, dialectOf, placeAt } from './place.ts';

/** What is said of a word of a configuration. */
export interface ConfigurationHover {
  readonly range: Range;
  readonly paragraphs: readonly string[];
}

/** Explains a statement by its keyword, and a zone by its name or its file. */
export function explainConfiguration(ctx: FeatureContext, spot: ConfigurationSpot): ConfigurationHover | undefined {
  const { path, text, offset, position } = spot;
  const dialect = dialectOf(path, text);
  const end = offset + (/^[\w:.-]*/.exec(text.slice(offset, offset + 256))?.[0].length ?? 0);
  const place = placeAt(dialect, text, end);
  if (!place || place.prefix.includes('\n') || place.start > offset) return undefined;
  const character = position.character - (offset - place.start);
  const range = {
    start: { line: position.line, character },
    end: { line: position.line, character: character + (place.end - place.start) },
  };
  const named = ctx.project.configurations.map.zones.find(({ zone, config }) => {
    const spans = [zone.nameRange, ...(zone.fileRange ? [zone.fileRange] : [])];
    return config === path && spans.some((span) => span.start <= offset && offset <= span.end);
  });
  if (named) return { range, paragraphs: aboutZone(ctx, named) };
  const word = text.slice(place.start, place.end).toLowerCase().replace(/:$/, '');
  if (place.words.length > 0 || place.isQuoted) return undefined;
  const known = statementsOf(dialect, place.clause).find((one) => one.word.replace(/:$/, '') === word);
  if (!known) return undefined;
  return { range, paragraphs: [`${code(word)}: ${translated(known.about)}`, ...valuesText(known.values)] };
}

/** Where any address may be meant, the words stand beside addresses. */
function valuesText(values: readonly string[] = []): string[] {
  if (values.length === 0) return [];
  const words = values.map(code).join(', ');
  return [
    values.includes('any') ? phrase`Addresses, networks, lists by their names, or ${words}` : phrase`One of ${words}`,
  ];
}

/** What is held of a zone that a configuration declares. */
function aboutZone(ctx: FeatureContext, { zone, files }: MappedZone): string[] {
  const { store } = ctx.engine;
  const name = code(undotted(zone.name));
  const type = zone.type ?? zone.role;
  const paragraphs = [
    zone.view === undefined ? phrase`${name}: ${type} zone` : phrase`${name}: ${type} zone in view ${code(zone.view)}`,
  ];
  const held = files.flatMap((file) => store.files.get(file)?.instances ?? []).find((one) => one.zone && !one.parent);
  const [file] = files;
  if (file === undefined) {
    if (zone.role === 'primary') paragraphs.push(phrase`Its file is not in the workspace`);
  } else if (zone.dynamic) paragraphs.push(phrase`File ${code(ctx.label(file))}, which the server writes too`);
  else paragraphs.push(phrase`File ${code(ctx.label(file))}`);
  if (!held?.zone) return paragraphs;
  const records = held.blocks.reduce((sum, block) => sum + (block?.records.length ?? 0), 0);
  const serial = serialOf(store, held.zone);
  const count = counted(records, noun`record`);
  paragraphs.push(serial === undefined ? count : phrase`${count}, serial ${serial}`);
  return paragraphs;
}
