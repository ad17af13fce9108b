import type { MapStateId } from './map-cells.ts';

/** Colours of a kind of theme: all told apart by people who see few colours (after Okabe and Ito), and by lightness. */
export interface MapPalette {
  readonly background: string;
  readonly text: string;
  readonly line: string;
  /** Between cells. */
  readonly grid: string;
  /** The border of a delegation, and the outline of a classless child. */
  readonly cut: string;
  readonly child: string;
  readonly mail: string;
  readonly cells: Readonly<Record<MapStateId, string>>;
}

/** The kinds of themes that an editor has. */
export const themeKinds = ['light', 'dark', 'contrast', 'contrast-light'] as const;
/** A kind of theme that has colours of its own. */
export type ThemeKind = (typeof themeKinds)[number];

/** The colours for each kind of theme. */
export const mapPalettes: Readonly<Record<ThemeKind, MapPalette>> = {
  light: {
    background: '#ffffff',
    text: '#1f1f1f',
    line: '#d0d0d0',
    grid: '#ffffff',
    cut: '#1f1f1f',
    child: '#0060a8',
    mail: '#1f1f1f',
    cells: {
      free: '#f3f3f3',
      agreed: '#3aa886',
      'no-ptr': '#d55e00',
      'no-address': '#f0b030',
      mismatch: '#b0307a',
      generic: '#f0e442',
      numbered: '#cfdcec',
      pool: '#9ad0f2',
      'one-view': '#2f6fd0',
      'not-held': '#c9c9c9',
      unchecked: '#bfe3d8',
    },
  },
  dark: {
    background: '#1f1f1f',
    text: '#e6e6e6',
    line: '#3c3c3c',
    grid: '#1f1f1f',
    cut: '#f0f0f0',
    child: '#7cc4ff',
    mail: '#ffffff',
    cells: {
      free: '#2b2b2b',
      agreed: '#0f7f62',
      'no-ptr': '#ff7a2e',
      'no-address': '#e8b13c',
      mismatch: '#e079b4',
      generic: '#f2e85c',
      numbered: '#4a5a70',
      pool: '#24586f',
      'one-view': '#4f8ff0',
      'not-held': '#565656',
      unchecked: '#24584b',
    },
  },
  contrast: {
    background: '#000000',
    text: '#ffffff',
    line: '#6f6f6f',
    grid: '#333333',
    cut: '#ffffff',
    child: '#00ffff',
    mail: '#ffffff',
    cells: {
      free: '#000000',
      agreed: '#007a5a',
      'no-ptr': '#ff8c1a',
      'no-address': '#ffd34d',
      mismatch: '#ff8fce',
      generic: '#fff46b',
      numbered: '#2b3a55',
      pool: '#124a6a',
      'one-view': '#5ea0ff',
      'not-held': '#4a4a4a',
      unchecked: '#003d2d',
    },
  },
  'contrast-light': {
    background: '#ffffff',
    text: '#000000',
    line: '#8a8a8a',
    grid: '#c8c8c8',
    cut: '#000000',
    child: '#0040a0',
    mail: '#000000',
    cells: {
      free: '#ffffff',
      agreed: '#5cc2a3',
      'no-ptr': '#b34700',
      'no-address': '#c98a00',
      mismatch: '#8a1c5c',
      generic: '#f0e442',
      numbered: '#cfdcf2',
      pool: '#7fc4ee',
      'one-view': '#1d4fb0',
      'not-held': '#bdbdbd',
      unchecked: '#d8f0e8',
    },
  },
};
