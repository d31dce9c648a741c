import type { NoteColour } from '../graph/notes/note';
import type { LayerCategory } from '../layers/defineLayer';

export type PictureTheme = 'light' | 'dark';

/** Colours of a picture, as sRGB: drawing programs read neither custom properties nor OKLCH. */
export interface PictureColours {
  readonly canvas: string;
  readonly card: string;
  readonly cardLine: string;
  readonly frame: string;
  readonly text: string;
  readonly quietText: string;
  readonly edge: string;
  readonly shortcut: string;
  readonly block: string;
  readonly category: Readonly<Record<LayerCategory, string>>;
  readonly note: Readonly<Record<NoteColour, string>>;
}

/** The window's tokens in both themes. */
export const pictureColours: Readonly<Record<PictureTheme, PictureColours>> = {
  light: {
    canvas: '#f3f3f6',
    card: '#ffffff',
    cardLine: '#cdcdd4',
    frame: '#cdcdd4',
    text: '#1b1b24',
    quietText: '#4a4b55',
    edge: '#9d9da7',
    shortcut: '#7546dc',
    block: '#008e88',
    note: { yellow: '#faf1c4', green: '#d6f7dc', blue: '#d9eeff', pink: '#ffe1e7', grey: '#e7e7ec' },
    category: {
      core: '#516b8b',
      convolution: '#c37902',
      pooling: '#d3456c',
      normalization: '#6f992a',
      activation: '#c0469f',
      merge: '#7546dc',
      shape: '#1c8aac',
      regularization: '#9f6442',
    },
  },
  dark: {
    canvas: '#0e0f12',
    card: '#202025',
    cardLine: '#3d3e46',
    frame: '#3d3e46',
    text: '#f3f3f5',
    quietText: '#c1c2c9',
    edge: '#5a5a64',
    shortcut: '#b099ff',
    block: '#60d1c3',
    note: { yellow: '#463d18', green: '#243f2a', blue: '#1d3b53', pink: '#542c36', grey: '#313138' },
    category: {
      core: '#98b3d7',
      convolution: '#ebb353',
      pooling: '#f17f97',
      normalization: '#afd46a',
      activation: '#e684c7',
      merge: '#b099ff',
      shape: '#6dc5e3',
      regularization: '#d69774',
    },
  },
};
