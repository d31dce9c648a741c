import type { DataType } from '../proto/dataType';

/** Extents of a tensor in the graph; −1 stands for the batch axis, whose extent only a step knows. */
export type GraphShape = readonly number[];

/** One output of one node of the TensorFlow graph. */
export interface GraphTensor {
  /** `node` or `node:output`, as the inputs of other nodes name it. */
  readonly name: string;
  readonly shape: GraphShape;
  readonly dataType: DataType;
}

/** The name under which a session fetches or is fed the tensor: always with its output number. */
export function fetchName(tensor: GraphTensor): string {
  return tensor.name.includes(':') ? tensor.name : `${tensor.name}:0`;
}
