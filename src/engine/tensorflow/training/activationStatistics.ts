import { elementCount } from '../../../network/layers/shape';
import { observedImages } from '../../execution/stepResult';
import { gather } from '../graph/flatVector';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { join, pack, reduceAll } from '../graph/vectors';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** What stands for the largest distance where all are smaller: close above the smallest number with all its digits. */
const smallestUnit = 1e-37;

/** What is known of the values of one tensor, as scalars. */
interface Moments {
  readonly mean: GraphTensor;
  /** The largest distance from the mean, which is not 0. */
  readonly reach: GraphTensor;
  /** Half the sum of squares of the distances, in units of the largest: none vanishes or overflows. */
  readonly halfSquares: GraphTensor;
  /** Half of how many values are not zero. */
  readonly halfNonzeros: GraphTensor;
}

/**
 * Of each tensor the means, then the standard deviations, then how many values are not zero, as one vector; over the first
 * images of the batch (see `observedImages`). The batch is the first axis, and that of `images`.
 */
export function activationStatistics(
  graph: GraphBuilder,
  tensors: readonly GraphTensor[],
  images: GraphTensor,
): GraphTensor {
  const distinct = [...new Map(tensors.map((tensor) => [tensor.name, tensor])).values()];
  const moments = distinct.map((tensor) => momentsOf(graph, firstImages(graph, tensor)));
  const shape = [distinct.length];
  const vector = (op: string, ...inputs: readonly GraphTensor[]) => graph.float(op, inputs, shape);
  const packed = (moment: keyof Moments) =>
    pack(
      graph,
      moments.map((ofTensor) => ofTensor[moment]),
    );
  const doubled = (halves: GraphTensor) => vector('AddV2', halves, halves);

  const perImage = Float32Array.from(distinct, (tensor) => elementCount(tensor.shape.slice(1)));
  const counts = vector('Mul', graph.constant(perImage, shape), observed(graph, images));
  const meanSquares = vector('RealDiv', doubled(packed('halfSquares')), counts);
  const deviations = vector('Mul', packed('reach'), vector('Sqrt', meanSquares));

  const places = new Map(distinct.map(({ name }, place) => [name, place]));
  const ofTensors = graph.integers(tensors.map(({ name }) => places.get(name) ?? 0));
  const columns = [packed('mean'), deviations, doubled(packed('halfNonzeros'))];
  return join(
    graph,
    columns.map((column) => gather(graph, column, ofTensors)),
  );
}

function momentsOf(graph: GraphBuilder, tensor: GraphTensor): Moments {
  const { shape } = tensor;
  const mean = reduceAll(graph, 'Mean', tensor);
  const distances = graph.float('Sub', [tensor, mean], shape);
  const largest = reduceAll(graph, 'Max', graph.float('Abs', [distances], shape));
  const reach = graph.float('Maximum', [largest, graph.constant(smallestUnit)], []);
  const inUnits = graph.float('RealDiv', [distances, reach], shape);
  return {
    mean,
    reach,
    halfSquares: graph.float('L2Loss', [inUnits], []),
    halfNonzeros: graph.float('L2Loss', [graph.float('Sign', [tensor], shape)], []),
  };
}

/** A part of the tensor's own memory: nothing is copied. */
function firstImages(graph: GraphBuilder, tensor: GraphTensor): GraphTensor {
  const range = [[0], [observedImages], [1]].map((place) => graph.integers(place));
  const none = attribute.int(0);
  return graph.float('StridedSlice', [tensor, ...range], tensor.shape, {
    Index: attribute.type(DataType.int32),
    ...{ begin_mask: none, end_mask: none, ellipsis_mask: none, new_axis_mask: none, shrink_axis_mask: none },
  });
}

/** How many images are observed, as a float. */
function observed(graph: GraphBuilder, images: GraphTensor): GraphTensor {
  const attributes = { T: attribute.type(images.dataType), out_type: attribute.type(DataType.int32) };
  const values = graph.tensor({ op: 'Size', inputs: [images], attributes }, DataType.int32, []);
  const cast = { SrcT: attribute.type(DataType.int32), DstT: attribute.type(DataType.float) };
  const count = graph.tensor({ op: 'Cast', inputs: [values], attributes: cast }, DataType.float, []);
  const perImage = graph.constant(elementCount(images.shape.slice(1)));
  const size = graph.float('RealDiv', [count, perImage], []);
  return graph.float('Minimum', [size, graph.constant(observedImages)], []);
}
