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

/** An int32 vector of the tensor's batch size and then the given extents. */
export function shapeWithBatchOf(
  graph: GraphBuilder,
  tensor: GraphTensor,
  extents: readonly number[],
): GraphTensor {
  const [batch = -1] = tensor.shape;
  if (batch >= 0) return graph.integers([batch, ...extents]);
  const type = attribute.type(DataType.int32);
  const size = graph.tensor(
    {
      op: 'Slice',
      inputs: [shapeTensor(graph, tensor), graph.integers([0]), graph.integers([1])],
      attributes: { T: type, Index: type },
    },
    DataType.int32,
    [1],
  );
  return graph.tensor(
    {
      op: 'ConcatV2',
      inputs: [size, graph.integers(extents), graph.integer(0)],
      attributes: { T: type, Tidx: type, N: attribute.int(2) },
    },
    DataType.int32,
    [extents.length + 1],
  );
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
