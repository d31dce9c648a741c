import type { Shape } from '../../network/layers/shape';

/**
 * A tensor of the op set as ONNX has it. `shape` is the op set's, channels last and without the batch axis; what lies
 * there is N×C×H×W where that is H×W×C, and in the op set's own order otherwise.
 */
export interface ActivationTensor {
  readonly type: 'activation';
  readonly name: string;
  readonly shape: Shape;
}

/** A weight with its values, in the op set's order: each op writes it out as ONNX wants it there. */
export interface WeightTensor {
  readonly type: 'weight';
  readonly name: string;
  readonly shape: Shape;
  /** Row-major. */
  readonly values: Float32Array;
}

export type OnnxTensor = ActivationTensor | WeightTensor;

/** Height, width and channels. Throws where the tensor is no image. */
export function imageOf({ name, shape }: OnnxTensor): {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
} {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined || channels === undefined)
    throw new Error(`${name} is not a batch of images.`);
  return { height, width, channels };
}

export function channelsOf({ name, shape }: OnnxTensor): number {
  const channels = shape.at(-1);
  if (channels === undefined) throw new Error(`${name} is a scalar.`);
  return channels;
}

/** The axis of the channels, counted from the batch axis. */
export function channelAxis({ shape }: OnnxTensor): number {
  return shape.length === 3 ? 1 : shape.length;
}
