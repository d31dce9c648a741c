import { elementCount } from '../../../network/layers/shape';
import { merge, switchOn } from '../graph/branching';
import { flatVector, gather, segmentNumbers, segmentSums } from '../graph/flatVector';
import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { join, pack, reduceTruth, unpack } from '../graph/vectors';
import { inGroups } from './inGroups';
import { squareScale } from './squareScale';

/** Sums of squares of some tensors, and by what each tensor was multiplied before. */
interface ScaledSquares {
  readonly sums: GraphTensor;
  readonly scale: GraphTensor;
}

/** Tensors up to this size are copied into one vector, which takes a few ops for all of them. */
const fewElements = 2_048;

/**
 * ‖t‖₂ of each tensor, as one vector. Squares are summed in float32; where a sum is too small or too large to be
 * trusted, the tensor is scaled and summed again. Ops are spared, one to four for a tensor: TensorFlow spends
 * 0.2 ms on each before the first step.
 */
export function norms(graph: GraphBuilder, tensors: readonly GraphTensor[]): GraphTensor {
  const distinct = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const small: GraphTensor[] = [];
  const large: GraphTensor[] = [];
  for (const tensor of distinct.values()) (isSmall(tensor) ? small : large).push(tensor);
  const parts = [
    ...(small.length === 0 ? [] : [squaresOfSmall(graph, small)]),
    ...inGroups(large).map((group) => squaresOfGroup(graph, group)),
  ];
  const sums = join(
    graph,
    parts.map((part) => part.sums),
  );
  const scale = join(
    graph,
    parts.map((part) => part.scale),
  );
  const roots = graph.float('RealDiv', [graph.float('Sqrt', [sums], sums.shape), scale], sums.shape);
  const places = new Map([...small, ...large].map(({ name }, place) => [name, place]));
  return gather(graph, roots, graph.integers(tensors.map(({ name }) => places.get(name) ?? 0)));
}

function isSmall({ shape }: GraphTensor): boolean {
  return shape.every((extent) => extent >= 0) && elementCount(shape) <= fewElements;
}

function squaresOfSmall(graph: GraphBuilder, tensors: readonly GraphTensor[]): ScaledSquares {
  const flat = flatVector(graph, tensors);
  const segments = segmentNumbers(
    graph,
    tensors.map(({ shape }) => elementCount(shape)),
  );
  const squares = (values: GraphTensor): GraphTensor =>
    segmentSums(graph, graph.float('Mul', [values, values], values.shape), segments, tensors.length);
  const { scale } = squareScale(graph, squares(flat));
  const scaled = graph.float('Mul', [flat, gather(graph, scale, segments)], flat.shape);
  return { sums: squares(scaled), scale };
}

/** A Switch keeps the second sums from running, and from costing anything, where all of the first can be trusted. */
function squaresOfGroup(graph: GraphBuilder, tensors: readonly GraphTensor[]): ScaledSquares {
  const squares = (values: readonly GraphTensor[]): GraphTensor => {
    const halves = pack(
      graph,
      values.map((tensor) => graph.float('L2Loss', [tensor], [])),
    );
    return graph.float('AddV2', [halves, halves], halves.shape);
  };
  const sums = squares(tensors);
  const { scale, doubtful } = squareScale(graph, sums);
  const anyDoubtful = reduceTruth(graph, 'Any', doubtful);
  const scales = unpack(graph, switchOn(graph, scale, anyDoubtful).whenTrue);
  const scaled = tensors.map((tensor, index) =>
    graph.float('Mul', [tensor, scales[index] ?? tensor], tensor.shape),
  );
  return {
    sums: merge(graph, switchOn(graph, sums, anyDoubtful).whenFalse, squares(scaled)),
    scale,
  };
}
