import { defaultConfig } from '../../layers/config';
import type { LayerProblem } from '../../layers/defineLayer';
import type { LayerConfig } from '../../layers/fields';
import type { Pair } from '../../layers/ops';
import { layerKind } from '../../layers/registry';
import { equalShapes, formatShape, imageShape, type Shape } from '../../layers/shape';
import type { ShortcutOption } from './shortcutOption';

/** A layer of a shortcut that is to be made. */
export interface PlannedLayer {
  readonly kind: string;
  readonly config: LayerConfig;
}

/** How the layers beside a shortcut are set, for the projection to be like them. */
export interface ProjectionStyle {
  /** Settings of the batch norm behind the projection; null where the network has none. */
  readonly batchNorm: LayerConfig | null;
  readonly useBias: boolean;
  /** Settings that say how the projection's kernel is drawn. */
  readonly initialiser: LayerConfig;
}

/** The layers that take `from` to the shape of `to`: none where they are equal and the option is A or B. */
export function planProjection(
  from: Shape,
  to: Shape,
  option: ShortcutOption,
  style: ProjectionStyle,
): { readonly layers: readonly PlannedLayer[] } | { readonly problem: LayerProblem } {
  if (equalShapes(from, to) && option !== 'C') return { layers: [] };
  const [before, after] = [imageShape(from), imageShape(to)];
  if (before === null || after === null) return planDense(from, to, option, style);
  const strides = stridesBetween(before, after);
  if (strides === null)
    return refuse(
      `No stride takes ${formatShape(from)} to ${formatShape(to)}.`,
      before.height < after.height || before.width < after.width
        ? 'A shortcut can shrink an image, not enlarge it: start it at a layer with an output as large.'
        : 'Give the layers between Same padding, so that they shrink the image by whole strides, or lead the shortcut elsewhere.',
    );
  if (option !== 'A') {
    // A single pixel needs no padding; with a stride the templates say so.
    const padding = Math.max(...strides) > 1 ? 'valid' : 'same';
    const settings = { filters: after.channels, kernelSize: [1, 1], strides, padding };
    return { layers: projectionOf('conv2d', settings, style) };
  }
  if (after.channels < before.channels)
    return refuse(
      `Option A can only add channels, and there are fewer behind: ${formatShape(from)} would become ${formatShape(to)}.`,
      'Choose option B, which projects with a 1×1 convolution.',
    );
  return { layers: [planned('shortcutPad', { strides, channels: after.channels })] };
}

function planDense(from: Shape, to: Shape, option: ShortcutOption, style: ProjectionStyle) {
  const [units] = to;
  if (from.length !== 1 || to.length !== 1 || units === undefined)
    return refuse(
      `One end is an image and the other a vector: ${formatShape(from)} and ${formatShape(to)}.`,
      'Start and end the shortcut on the same side of Flatten or global pooling.',
    );
  if (option === 'A')
    return refuse(
      `Option A fills up the channels of images; these are vectors of ${formatShape(from)} and ${formatShape(to)}.`,
      'Choose option B, which projects with a Dense layer.',
    );
  return { layers: projectionOf('dense', { units }, style) };
}

function projectionOf(kind: string, settings: LayerConfig, style: ProjectionStyle): readonly PlannedLayer[] {
  const { useBias, initialiser, batchNorm } = style;
  const projection = planned(kind, { ...settings, useBias, ...initialiser });
  return batchNorm === null ? [projection] : [projection, { kind: 'batchNorm', config: batchNorm }];
}

function planned(kind: string, settings: LayerConfig): PlannedLayer {
  return { kind, config: { ...defaultConfig(layerKind(kind)), ...settings } };
}

interface Extent {
  readonly height: number;
  readonly width: number;
}

/** The strides that take one image to the size of another, ⌈n / s⌉ each; null where none do. */
function stridesBetween(from: Extent, to: Extent): Pair | null {
  const [height, width] = [strideFor(from.height, to.height), strideFor(from.width, to.width)];
  return height === null || width === null ? null : [height, width];
}

/** Strides that a convolution may have. */
const largestStride = 255;

function strideFor(from: number, to: number): number | null {
  const stride = Math.ceil(from / to);
  return stride <= largestStride && Math.ceil(from / stride) === to ? stride : null;
}

function refuse(message: string, advice: string): { readonly problem: LayerProblem } {
  return { problem: { message, advice } };
}
