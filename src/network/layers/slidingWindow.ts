import type { LayerProblem, Reach } from './defineLayer';
import type { ChoiceField, IntegersField } from './fields';
import type { Pair, Sides } from './ops';

export type PaddingChoice = 'same' | 'valid' | 'explicit';

/** Padding of a convolution or a pool; `explicit` shows four sides. */
export function paddingField(choice: PaddingChoice): ChoiceField<PaddingChoice> {
  return {
    type: 'choice',
    label: 'Padding',
    term: 'padding',
    help: 'Same keeps the size at stride 1, Valid adds nothing, Explicit adds rows and columns of your choice.',
    default: choice,
    options: [
      { value: 'same', label: 'Same' },
      { value: 'valid', label: 'Valid' },
      { value: 'explicit', label: 'Explicit' },
    ],
  };
}

export const explicitPaddingField: IntegersField = {
  type: 'integers',
  label: 'Sides',
  term: 'padding',
  help: 'Rows and columns added at each side.',
  default: [1, 1, 1, 1],
  min: 0,
  max: 255,
  parts: ['top', 'bottom', 'left', 'right'],
  unit: 'px',
  shownWhen: (config) => config['padding'] === 'explicit',
};

/** The padding that the op set takes, from the two fields above. */
export function sidesOf(config: {
  readonly padding: PaddingChoice;
  readonly explicitPadding: readonly number[];
}): 'same' | 'valid' | Sides {
  if (config.padding !== 'explicit') return config.padding;
  return fourSides(config.explicitPadding);
}

/** Top, bottom, left and right from a setting of four integers. */
export function fourSides(values: readonly number[]): Sides {
  const [top = 0, bottom = 0, left = 0, right = 0] = values;
  return [top, bottom, left, right];
}

/** Height and width from a setting of two integers. */
export function pairOf(values: readonly number[]): Pair {
  const [height = 1, width = 1] = values;
  return [height, width];
}

interface Sliding {
  readonly window: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly padding: 'same' | 'valid' | Sides;
}

/**
 * Extent of what a sliding window gives: ⌈n / s⌉ for SAME, ⌊(n + p − d(k − 1) − 1) / s⌋ + 1 otherwise
 * (n input, p padding on both sides, k window, d dilation, s stride).
 */
export function slidingExtent(
  label: string,
  image: { readonly height: number; readonly width: number },
  { window, strides, dilations, padding }: Sliding,
): { readonly height: number; readonly width: number } | { readonly problem: LayerProblem } {
  const [top, bottom, left, right] = typeof padding === 'string' ? [0, 0, 0, 0] : padding;
  const extent = (size: number, axis: number, padded: number): number => {
    const [reach, stride] = [(dilations[axis] ?? 1) * ((window[axis] ?? 1) - 1) + 1, strides[axis] ?? 1];
    return padding === 'same' ? Math.ceil(size / stride) : Math.floor((size + padded - reach) / stride) + 1;
  };
  const height = extent(image.height, 0, top + bottom);
  const width = extent(image.width, 1, left + right);
  if (height > 0 && width > 0) return { height, width };
  return {
    problem: {
      message: `${label}: the window (${window.join('×')}${dilations.some((d) => d > 1) ? `, dilated ${dilations.join('×')}` : ''}) is larger than its ${image.height}×${image.width} input.`,
      advice: 'Choose a smaller window or dilation, Same padding, or less pooling before it.',
    },
  };
}

/** What one position of a sliding window sees: d(k − 1) + 1 values of each axis (d dilation, k window). */
export function slidingReach(
  window: readonly number[],
  strides: readonly number[],
  dilations: readonly number[] = [1, 1],
): Reach {
  const [height, width] = pairOf(window);
  const [down, across] = pairOf(dilations);
  return { window: [down * (height - 1) + 1, across * (width - 1) + 1], strides: pairOf(strides) };
}
