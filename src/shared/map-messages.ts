import type { MapPicture, MapRange } from './map-cells.ts';
import type { MapOrder } from './map-layout.ts';
import type { MapAction } from './map-protocol.ts';

/** What a map keeps over reloads of its page and of the editor. */
export interface MapViewState {
  readonly network: string;
  readonly view: string;
  readonly order: MapOrder;
  readonly isPublished: boolean;
  /** Pixels of a cell's side, and where the first column and row stand; 0 for all of the map in its frame. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** The cell that keys start from. */
  readonly cell: number;
}

/** What the page of a map tells the extension. Cells are told by their addresses; what is described may be a block. */
export type FromMapView =
  | { readonly does: 'ready' }
  | { readonly does: 'draw'; readonly network: string; readonly view: string }
  | { readonly does: 'describe'; readonly address: string }
  | { readonly does: 'open'; readonly address: string; readonly side: 0 | 1 }
  | { readonly does: 'actions'; readonly first: string; readonly last: string }
  | { readonly does: 'edit'; readonly first: string; readonly last: string; readonly key: string }
  | { readonly does: 'copy'; readonly text: string; readonly what: string }
  | { readonly does: 'save'; readonly form: 'svg' | 'png'; readonly data: string }
  | { readonly does: 'ask-live'; readonly words: string }
  | { readonly does: 'graph'; readonly address: string };

/** What the extension tells the page of a map. */
export type ToMapView =
  | { readonly is: 'picture'; readonly picture: MapPicture; readonly views: readonly string[] }
  | { readonly is: 'problem'; readonly problem: string; readonly views: readonly string[] }
  | { readonly is: 'changes'; readonly cells: readonly number[]; readonly ranges: readonly MapRange[] }
  | { readonly is: 'described'; readonly address: string; readonly lines: readonly string[] }
  | {
      readonly is: 'actions';
      readonly first: string;
      readonly last: string;
      readonly actions: readonly MapAction[];
      readonly places: number;
    }
  /** What servers say: addresses with the states that a map has for it. */
  | { readonly is: 'published'; readonly states: readonly (readonly [address: string, state: number])[] };
