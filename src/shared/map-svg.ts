import { phrase, translated } from '../language/phrase.ts';
import {
  cellName,
  cellsOfText,
  faultQuarters,
  isBlocks,
  MAIL_BIT,
  type MapPicture,
  mapStates,
  stateOf,
} from './map-cells.ts';
import { labelsOf, type MapLabels } from './map-labels.ts';
import { type MapLayout, type MapOrder, outlineOf } from './map-layout.ts';
import { cellsNote, type LegendRow, legendOf, mailNote, pictureTitle } from './map-legend.ts';
import { envelope, mailMark, SIGN_OF_MAIL } from './map-mail.ts';
import type { MapPalette } from './map-palettes.ts';

/** How a map is drawn: with which colours, in which order, and how large a cell is. */
export interface SvgOptions {
  readonly layout: MapLayout;
  readonly order: MapOrder;
  readonly palette: MapPalette;
  /** Pixels of a cell's side; signs are drawn from 10 on. */
  readonly side: number;
}

const MARGIN = 16;
const LEGEND_ROW = 20;
const HEAD = 34;
const LEAST_FOR_SIGNS = 10;
/** Room for the labels of rows and columns. */
const ROW_LABELS = 112;
const COLUMN_LABELS = 16;
const LEAST_WIDTH = 420;
/** Cells of the side of a square that is labelled. */
const SQUARE_SIDE = 16;

/** A side of a cell that fits a picture of some thousand pixels at most. */
export function sideFor({ width }: MapLayout): number {
  return Math.max(4, Math.min(28, Math.floor(1024 / width)));
}

/**
 * A map as SVG: a document of its own, without scripts or anything from elsewhere. Cells of a colour that stand side by
 * side are one shape, so that 65,536 of them stay small.
 */
export function mapSvg(picture: MapPicture, options: SvgOptions): string {
  const { layout, palette, side } = options;
  const cells = cellsOfText(picture.cells);
  const labels = labelsOf(picture, layout, options.order);
  const beside = rowLabels(labels, options);
  const left = beside.length > 0 ? ROW_LABELS : 0;
  const top = HEAD + (labels.columns.length > 0 ? COLUMN_LABELS : 0);
  const [width, bottom] = [Math.max(left + layout.width * side, LEAST_WIDTH), top + layout.height * side + MARGIN];
  const lines = legendLines(cells, cellsNote(picture));
  const title = phrase`Reverse map of ${pictureTitle(picture)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * MARGIN}" height="${bottom + lines.length * LEGEND_ROW + MARGIN}" font-family="sans-serif" font-size="13" role="img" aria-label="${escapedXml(title)}">`,
    `<title>${escapedXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.background}"/>`,
    `<text x="${MARGIN}" y="22" fill="${palette.text}" font-size="15" font-weight="bold">${escapedXml(title)}</text>`,
    `<g transform="translate(${MARGIN + left} ${top})">`,
    ...layout.labels.map(
      ({ text, x, y }) =>
        `<text x="${x * side}" y="${(y + 1) * side - 4}" fill="${palette.text}" font-size="12">${escapedXml(text)}</text>`,
    ),
    ...labels.columns.map(
      (text, x) =>
        `<text x="${(x + 0.5) * side}" y="-5" text-anchor="middle" fill="${palette.text}" font-size="11">${escapedXml(text)}</text>`,
    ),
    ...beside,
    ...shapes(cells, options),
    ...(labels.squares.length > 0 ? [squareLines(options)] : []),
    ...(isBlocks(picture.cellPrefix) ? bars(picture, cells, options) : []),
    ...(side >= LEAST_FOR_SIGNS ? signs(picture, cells, options) : []),
    ...borders(picture, options),
    '</g>',
    `<g transform="translate(${MARGIN} ${bottom})" fill="${palette.text}">`,
    ...lines.map((line, i) => legendText(line, i * LEGEND_ROW, palette)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Text as it may stand in XML. Control characters, which XML has none of, are left out. */
export function escapedXml(text: string): string {
  return [...text]
    .filter((character) => character >= ' ')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The first address of each row; of larger maps in rows, the network that each row of squares begins with. */
function rowLabels({ rows, edges }: MapLabels, { palette, side }: SvgOptions): string[] {
  const label = (text: string, y: number): string =>
    `<text x="-6" y="${y}" text-anchor="end" fill="${palette.text}" font-size="12">${escapedXml(text)}</text>`;
  return [
    ...rows.map((text, y) => label(text, (y + 0.5) * side + 4)),
    ...edges.map(({ text, y }) => label(text, y * side + 11)),
  ];
}

/** Lines between squares of 256 cells. */
function squareLines({ layout, palette, side }: SvgOptions): string {
  const [width, height, step] = [layout.width * side, layout.height * side, SQUARE_SIDE * side];
  const path: string[] = [];
  for (let x = step; x < width; x += step) path.push(`M${x} 0v${height}`);
  for (let y = step; y < height; y += step) path.push(`M0 ${y}h${width}`);
  return `<path fill="none" stroke="${palette.line}" d="${path.join('')}"/>`;
}

interface LegendLine {
  readonly text: string;
  /** The state whose sign and colour stand before it, or the mark of mail hosts; a heading has none. */
  readonly row?: LegendRow | 'mail';
}

function legendLines(cells: Uint8Array, note: string): LegendLine[] {
  const states: LegendLine[] = legendOf(cells).flatMap(({ title, rows }) => [
    { text: title },
    ...rows.map((row) => ({ text: `${row.title}: ${row.count}`, row })),
  ]);
  const mail = mailNote(cells);
  return [
    ...(note === '' ? [] : [{ text: note }]),
    ...states,
    ...(mail === '' ? [] : [{ text: mail, row: 'mail' as const }]),
  ];
}

function legendText({ text, row }: LegendLine, y: number, palette: MapPalette): string {
  if (row === 'mail')
    return `<path d="${envelope(1, y + 3, 14)}"/><text x="24" y="${y + 12}">${escapedXml(text)}</text>`;
  if (!row) return `<text x="0" y="${y + 12}" font-weight="bold">${escapedXml(text)}</text>`;
  const color = palette.cells[row.id];
  return [
    `<rect x="0.5" y="${y + 0.5}" width="15" height="15" fill="${color}" stroke="${palette.line}"/>`,
    `<text x="8" y="${y + 12}" text-anchor="middle" font-size="12" fill="${inkOn(color)}">${escapedXml(row.sign)}</text>`,
    `<text x="24" y="${y + 12}">${escapedXml(text)}</text>`,
  ].join('');
}

/** A path for each state: a stretch of a row for cells side by side. */
function shapes(cells: Uint8Array, { layout, palette, side }: SvgOptions): string[] {
  const paths = new Map<string, string[]>();
  const gap = side >= 6 ? 1 : 0;
  for (let y = 0; y < layout.height; y++) {
    for (let x = 0; x < layout.width; ) {
      const cell = layout.at[y * layout.width + x] as number;
      if (cell < 0) {
        x++;
        continue;
      }
      const { id } = stateOf(cells[cell] as number);
      let end = x + 1;
      if (gap === 0) while (end < layout.width && stateAt(cells, layout, end, y) === id) end++;
      const path = paths.get(id) ?? [];
      path.push(`M${x * side} ${y * side}h${(end - x) * side - gap}v${side - gap}H${x * side}z`);
      paths.set(id, path);
      x = end;
    }
  }
  return mapStates.flatMap(({ id }) => {
    const path = paths.get(id);
    return path ? [`<path fill="${palette.cells[id]}" d="${path.join('')}"/>`] : [];
  });
}

function stateAt(cells: Uint8Array, { at, width }: MapLayout, x: number, y: number): string | undefined {
  const cell = at[y * width + x] as number;
  return cell < 0 ? undefined : stateOf(cells[cell] as number).id;
}

/** At the right of each block with faults what of it is in order. */
function bars(picture: MapPicture, cells: Uint8Array, { layout, palette, side }: SvgOptions): string[] {
  const path: string[] = [];
  const width = Math.max(1, side >> 2);
  for (const [cell, value] of cells.entries()) {
    const quarters = faultQuarters(value, picture);
    if (quarters === 0 || quarters === 4) continue;
    const x = ((layout.x[cell] as number) + 1) * side - width - (side >= 6 ? 1 : 0);
    path.push(`M${x} ${(layout.y[cell] as number) * side}h${width}v${(side * (4 - quarters)) / 4}h${-width}z`);
  }
  return path.length === 0 ? [] : [`<path fill="${palette.cells.agreed}" d="${path.join('')}"/>`];
}

function signs(picture: MapPicture, cells: Uint8Array, { layout, palette, side }: SvgOptions): string[] {
  const found: string[] = [];
  for (const [cell, value] of cells.entries()) {
    const { id, sign, title } = stateOf(value);
    const x = (layout.x[cell] as number) * side;
    const y = (layout.y[cell] as number) * side;
    const isMail = (value & MAIL_BIT) !== 0;
    const at = isMail ? SIGN_OF_MAIL : { x: 0.5, y: 0.5, size: 0.6 };
    const ink = inkOn(palette.cells[id]);
    if (id !== 'free')
      found.push(
        `<text x="${x + side * at.x}" y="${y + side * (at.y + 0.2)}" text-anchor="middle" font-size="${Math.round(side * at.size)}" fill="${ink}">${escapedXml(sign)}<title>${escapedXml(`${cellName(picture, cell)}: ${translated(title)}`)}</title></text>`,
      );
    if (isMail) found.push(`<path transform="translate(${x} ${y})" fill="${ink}" d="${mailMark(side)}"/>`);
  }
  return found;
}

function borders(picture: MapPicture, { layout, palette, side }: SvgOptions): string[] {
  return picture.ranges.map(({ kind, first, last }) => {
    const { across, down } = outlineOf(layout, first, last);
    const path = [
      ...across.map(([x, y]) => `M${x * side} ${y * side}h${side}`),
      ...down.map(([x, y]) => `M${x * side} ${y * side}v${side}`),
    ];
    const dashes = kind === 'child' ? ' stroke-dasharray="5 3"' : '';
    return `<path fill="none" stroke="${kind === 'child' ? palette.child : palette.cut}" stroke-width="2"${dashes} d="${path.join('')}"/>`;
  });
}

/** Black or white, whichever is read better on a colour (WCAG 2, relative luminance). */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
