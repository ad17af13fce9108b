import { cellAddress, isBlocks, type MapPicture } from './map-cells.ts';
import { type MapLayout, type MapOrder, rowStarts, squareCorners } from './map-layout.ts';

/** A name at a place of a map, in cells. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What says where one is in a map: beside its rows, above its columns, in the corners of its squares. */
export interface MapLabels {
  /** The first address of each row, of a map of 256 addresses at most that is laid out in rows. */
  readonly rows: readonly string[];
  /** What is added to it in each column. */
  readonly columns: readonly string[];
  /** The network of each square of 256 cells, of larger maps. */
  readonly squares: readonly PlacedLabel[];
  /** The networks that the rows of squares begin with, for the left of a larger map that is laid out in rows. */
  readonly edges: readonly PlacedLabel[];
}

/** What a picture without labels has. */
export const noLabels: MapLabels = { rows: [], columns: [], squares: [], edges: [] };

/** A map of no more cells has labels beside its rows. */
const MOST_LABELLED = 256;

/** The labels of a picture as it is laid out. */
export function labelsOf(picture: MapPicture, layout: MapLayout, order: MapOrder): MapLabels {
  const isSmall = order === 'rows' && picture.cellPrefix === 32 && picture.cells.length <= MOST_LABELLED;
  const squarePrefix = isBlocks(picture.cellPrefix) ? picture.cellPrefix - 8 : 24;
  const squares = squareCorners(layout).map(({ cell, x, y }) => ({
    text: `${cellAddress(picture, cell)}/${squarePrefix}`,
    x,
    y,
  }));
  return {
    rows: isSmall ? rowStarts(layout).map((cell) => cellAddress(picture, cell)) : [],
    columns: isSmall ? Array.from({ length: layout.width }, (_, column) => String(column)) : [],
    squares,
    edges: order === 'rows' ? squares.filter(({ x }) => x === 0) : [],
  };
}
