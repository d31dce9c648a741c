import type { PictureTheme } from '../../drawing/pictureColours';

/** One shape of a plot, in px from its top left corner, with its own colours. */
export type PlotMark =
  | {
      readonly type: 'path';
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
      readonly dash: string | null;
      readonly fill: string;
      /** What was measured there, in words; null where the mark says nothing by itself. */
      readonly tip: string | null;
    }
  | {
      readonly type: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
      readonly size: number;
      readonly bold: boolean;
      /** Degrees, clockwise. */
      readonly turn: number;
    };

/** How large and in which colours a plot is drawn; texts keep their size. */
export interface PlotLook {
  readonly theme: PictureTheme;
  /** In px. */
  readonly width: number;
}

/** A plot that is drawn the same in the window and in a file. */
export interface Plot {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly PlotMark[];
}

export function line(
  points: readonly (readonly [x: number, y: number])[],
  stroke: string,
  { width = 1, dash = null }: { readonly width?: number; readonly dash?: string | null } = {},
): PlotMark {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return { type: 'path', d, stroke, width, dash, fill: 'none', tip: null };
}

interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  readonly turn?: number;
}

export function text(x: number, y: number, words: string, fill: string, look: TextLook = {}): PlotMark {
  const { anchor = 'start', size = 11, bold = false, turn = 0 } = look;
  return { type: 'text', x: round(x), y: round(y), text: words, fill, anchor, size, bold, turn };
}

/**
 * Shapes tell lines apart where colours don't: each further round of them begins elsewhere, so that no two colours that
 * look alike to someone who misses a kind of cone have the same one.
 */
const forms = ['circle', 'square', 'diamond', 'triangle'] as const;
const radius = 4;

/** The mark of a measured point; `number` is that of its line. */
export function pointMark(
  x: number,
  y: number,
  number: number,
  colour: string,
  tip: string | null = null,
): PlotMark {
  return { type: 'path', d: formPath(x, y, number), stroke: colour, width: 1, dash: null, fill: colour, tip };
}

/** A cross where training diverged. */
export function crossMark(x: number, y: number, colour: string): PlotMark {
  const r = radius;
  const d = `M${round(x - r)} ${round(y - r)}l${2 * r} ${2 * r}M${round(x - r)} ${round(y + r)}l${2 * r} ${-2 * r}`;
  return { type: 'path', d, stroke: colour, width: 2, dash: null, fill: 'none', tip: null };
}

function formPath(x: number, y: number, number: number): string {
  const r = radius;
  const form = forms[(number + 3 * Math.floor(number / forms.length)) % forms.length];
  const [left, top] = [round(x - r), round(y - r)];
  if (form === 'square') return `M${left} ${top}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (form === 'diamond')
    return `M${round(x)} ${round(y - r - 1)}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`;
  if (form === 'triangle') return `M${round(x)} ${top}l${r + 0.5} ${2 * r}h${-2 * r - 1}z`;
  return `M${left} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
