import { scan } from '../syntax/scan.ts';
import { Tape } from '../syntax/tape.ts';
import { finished } from '../text/finished.ts';
import { type SourceText, sourceOfText } from '../text/source.ts';
import { SLOT_DATA } from './columns.ts';
import { formatText } from './format-text.ts';
import { type Layout, readLayout } from './layout.ts';
import { spliced } from './splices.ts';
import { type FormatStyle, ownStyle } from './style.ts';

const NO_LIMITS = { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER };

/**
 * The text of a new file, laid out as its model is: with its tabs or blanks, and in its columns where all owners fit. What
 * the settings say wins. The text as it is where it can't be laid out.
 */
export function formatLike(text: string, model: SourceText | undefined, style: FormatStyle): string {
  return formatterLike(model, style)(text);
}

/** The same for several texts: the model is looked at once. */
export function formatterLike(model: SourceText | undefined, style: FormatStyle): (text: string) => string {
  const layout = model && layoutOf(model);
  return (text) => formatted(text, layout, style);
}

function formatted(text: string, model: Layout | undefined, style: FormatStyle): string {
  // The numbers of the SOA are to begin where the columns say, not where the text has them.
  const source = sourceOfText(text.replace(/^[ \t]+(?=\d+[ \t]+(?:\)[ \t]+)?; )/gm, ''));
  const made = finished(formatText(source, { style: model ? styleLike(source, model, style) : style }));
  if ('refused' in made) return text;
  const result = spliced(source, made.splices);
  return result.text ?? new TextDecoder().decode(result.codes);
}

function styleLike(source: SourceText, { headers, columns }: Layout, style: FormatStyle): FormatStyle {
  const unit = columns.stops[columns.lead]?.unit;
  if (headers.count === 0 || unit === undefined) return style;
  const indent = style.indent === 'auto' ? unit : style.indent;
  const [first, ...rest] = columns.stops;
  const known = rest.flatMap((stop) => (stop && !stop.isSingle ? [stop.column] : []));
  const [lead = 0] = known;
  const isWanted = style.columns.length === 0 && known.length === SLOT_DATA && longestOwner(source) < lead;
  return isWanted
    ? { ...style, indent, columns: [Math.min(first?.column ?? lead, lead), ...known] }
    : { ...style, indent };
}

function longestOwner(source: SourceText): number {
  const { headers } = layoutOf(source);
  let longest = 0;
  for (let i = 0; i < headers.count; i++) {
    headers.select(i);
    if (headers.hasOwner) longest = Math.max(longest, headers.width(0));
  }
  return longest;
}

function layoutOf({ codes }: SourceText): Layout {
  const tape = new Tape();
  scan(codes, 0, true, NO_LIMITS, tape);
  return finished(readLayout({ codes, tape }, ownStyle, () => false));
}
