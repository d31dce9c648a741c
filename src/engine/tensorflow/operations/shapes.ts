import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphShape, GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** The tensor's extents as an int32 vector: a constant where all are known. */
export function shapeTensor(graph: GraphBuilder, tensor: GraphTensor): GraphTensor {
  if (tensor.shape.every((extent) => extent >= 0)) return graph.integers(tensor.shape);
  const attributes = { T: attribute.type(tensor.dataType), out_type: attribute.type(DataType.int32) };
  return graph.tensor({ op: 'Shape', inputs: [tensor], attributes }, DataType.int32, [tensor.shape.length]);
}

/** Gives the tensor other extents; at most one of them is −1. */
export function reshape(graph: GraphBuilder, tensor: GraphTensor, shape: GraphShape): GraphTensor {
  const attributes = { Tshape: attribute.type(DataType.int32) };
  return graph.float('Reshape', [tensor, graph.integers(shape)], shape, attributes);
}

/** Extents of an image batch N×H×W×C. */
export function imageExtents(tensor: GraphTensor): {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
} {
  const [batch, height, width, channels] = tensor.shape;
  if (batch === undefined || height === undefined || width === undefined || channels === undefined)
    throw new Error(`${tensor.name} is not a batch of images.`);
  return { batch, height, width, channels };
}

/** Extent of the last axis. */
export function lastExtent(tensor: GraphTensor): number {
  const extent = tensor.shape.at(-1);
  if (extent === undefined) throw new Error(`${tensor.name} is a scalar.`);
  return extent;
}
