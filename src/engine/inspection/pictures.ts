import type { LayerNode } from '../../network/graph/document';
import type { Shape } from '../../network/layers/shape';
import { inspectionLimits, type Pictures } from '../../protocol/inspectionMessages';

/** Kinds whose kernel is height × width × input channels × filters, or × outputs of each channel. */
const kernelKinds: Readonly<Record<string, 'all channels' | 'one channel'>> = {
  conv2d: 'all channels',
  depthwiseConv2d: 'one channel',
};

/** The first kernels of a convolution as pictures; null where a kernel has one pixel, or the layer is none. */
export function filterPictures(
  { kind }: Pick<LayerNode, 'kind'>,
  kernel: { readonly shape: Shape; readonly values: Float32Array } | undefined,
): Pictures | null {
  const sees = kernelKinds[kind];
  const [height = 1, width = 1, inputs = 1, outputs = 1] = kernel?.shape ?? [];
  if (sees === undefined || kernel === undefined || height * width === 1) return null;
  const outOf = sees === 'one channel' ? inputs * outputs : outputs;
  const count = Math.min(outOf, inspectionLimits.pictures);
  const channels = sees === 'all channels' && inputs === 3 ? 3 : 1;
  const values = new Float32Array(count * height * width * channels);
  for (let filter = 0; filter < count; filter++)
    for (let pixel = 0; pixel < height * width; pixel++) {
      const at = (input: number, output: number): number =>
        kernel.values[(pixel * inputs + input) * outputs + output] ?? Number.NaN;
      const place = (filter * height * width + pixel) * channels;
      if (sees === 'one channel') values[place] = at(Math.floor(filter / outputs), filter % outputs);
      else if (channels === 3)
        for (let channel = 0; channel < 3; channel++) values[place + channel] = at(channel, filter);
      else {
        for (let input = 0; input < inputs; input++) values[place] = (values[place] ?? 0) + at(input, filter);
        values[place] = (values[place] ?? 0) / inputs;
      }
    }
  return { count, outOf, height, width, channels, values };
}

/** The first channels of one output of height × width × channels, each as a picture; null where it has no height and width. */
export function mapPictures(shape: Shape, values: Float32Array | null): Pictures | null {
  if (values === null || shape.length !== 3) return null;
  const [, , outOf = 1] = shape;
  const count = Math.min(outOf, inspectionLimits.pictures);
  const { height, width, step } = reduced(shape);
  if (height * width === 1) return null;
  const [, fullWidth = 1] = shape;
  const pictures = new Float32Array(count * height * width);
  for (let map = 0; map < count; map++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        pictures[(map * height + y) * width + x] =
          values[(y * step * fullWidth + x * step) * outOf + map] ?? Number.NaN;
  return { count, outOf, height, width, channels: 1, values: pictures };
}

/** An image of one or three channels; of more channels the first. */
export function imagePicture(shape: Shape, values: Float32Array): Pictures {
  const [, fullWidth = 1, depth = 1] = shape;
  const { height, width, step } = reduced(shape);
  const channels = depth === 3 ? 3 : 1;
  const picture = new Float32Array(height * width * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < channels; channel++)
        picture[(y * width + x) * channels + channel] =
          values[(y * step * fullWidth + x * step) * depth + channel] ?? Number.NaN;
  return { count: 1, outOf: 1, height, width, channels, values: picture };
}

/** Large pictures show every so manyth pixel. */
function reduced([fullHeight = 1, fullWidth = 1]: Shape) {
  const step = Math.max(1, Math.ceil(Math.max(fullHeight, fullWidth) / inspectionLimits.side));
  return { step, height: Math.ceil(fullHeight / step), width: Math.ceil(fullWidth / step) };
}
