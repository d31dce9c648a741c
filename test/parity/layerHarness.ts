import { GraphBuilder } from '../../src/engine/tensorflow/graph/graphBuilder';
import { type GraphTape, graphTape } from '../../src/engine/tensorflow/graph/graphTape';
import { fetchName, type GraphTensor } from '../../src/engine/tensorflow/graph/graphTensor';
import { openSession } from '../../src/engine/tensorflow/graphSession';
import type { TensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { attribute } from '../../src/engine/tensorflow/proto/attributes';
import { DataType } from '../../src/engine/tensorflow/proto/dataType';
import { tensorFlowOps } from '../../src/engine/tensorflow/tensorFlowOps';
import type { LayerKind } from '../../src/network/layers/defineLayer';
import type { LayerConfig } from '../../src/network/layers/fields';
import type { Array64 } from './float64/array64';

export interface LayerRun {
  readonly kind: LayerKind;
  readonly config: LayerConfig;
  /** Batch axis in front. */
  readonly inputs: readonly Array64[];
  readonly weights: ReadonlyMap<string, Array64>;
  readonly labels: Int32Array;
  readonly training: boolean;
}

export interface LayerResult {
  readonly output: Float32Array;
  /** Loss and metric of a terminal layer, 0 otherwise. */
  readonly loss: number;
  readonly metric: number;
  /** Gradients of the loss, or else of Σ coefficients · output. */
  readonly inputGradients: readonly Float32Array[];
  readonly weightGradients: ReadonlyMap<string, Float32Array>;
  readonly movedStatistics: readonly Float32Array[];
}

/** Runs one layer's forward pass and its gradients in native TensorFlow, as the training graph does. */
export function runLayer(
  tensorflow: TensorFlow,
  run: LayerRun,
  coefficients: (length: number) => Float32Array,
): LayerResult {
  const graph = new GraphBuilder();
  const tape = graphTape(graph);
  const fed = (name: string, { shape }: Array64): GraphTensor =>
    graph.placeholder(name, DataType.float, [-1, ...shape.slice(1)]);
  const inputs = run.inputs.map((input, index) => fed(`input${index}`, input));
  const weights = new Map(
    [...run.weights].map(([name, { shape }]) => [name, graph.placeholder(name, DataType.float, shape)]),
  );
  const labels = graph.placeholder('labels', DataType.int32, [-1]);
  for (const tensor of [...inputs, ...weights.values()]) tape.watch(tensor);

  const moved: GraphTensor[] = [];
  const ops = tensorFlowOps({
    graph,
    tape,
    groups: tensorflow.groupsAndDilations(),
    dilations: tensorflow.groupsAndDilations(),
    training: run.training
      ? {
          frozen: false,
          moveStatistic: (_statistic, value) => moved.push(value),
          randomKey: () => graph.unsigned64([[1, 2]]),
          randomCounter: () =>
            graph.unsigned64([
              [0, 0],
              [3, 0],
            ]),
        }
      : null,
  });
  const named = Object.fromEntries(weights);
  const output = run.kind.forward(ops, inputs, named, run.config);
  const objectives = run.kind.objective?.(ops, output, labels, run.config);
  const extents = [run.inputs[0]?.shape[0] ?? 0, ...output.shape.slice(1)];
  const target = objectives?.loss ?? weightedSum(graph, tape, output, extents, coefficients(sizeOf(extents)));
  const gradients = tape.differentiate(target);
  const zero = graph.constant(0);
  const gradientOf = (tensor: GraphTensor): GraphTensor => gradients.get(tensor.name) ?? zero;

  const fetched = [
    output,
    target,
    objectives?.metric ?? zero,
    ...inputs.map(gradientOf),
    ...[...weights.values()].map(gradientOf),
    ...moved,
  ].map((tensor) => graph.float('Identity', [tensor], tensor.shape));
  const session = openSession(tensorflow.binding, graph.nodes);
  try {
    const feeds = [...run.inputs, ...run.weights.values()].map(({ shape, values }) => ({
      shape,
      values: Float32Array.from(values),
    }));
    const results = session.run(
      [...inputs, ...weights.values(), labels].map(fetchName).join(','),
      [...feeds, { shape: [run.labels.length], values: run.labels }],
      fetched.map(fetchName).join(','),
    );
    const at = (index: number): Float32Array => results[index] ?? new Float32Array();
    return {
      output: at(0),
      loss: at(1)[0] ?? Number.NaN,
      metric: at(2)[0] ?? Number.NaN,
      inputGradients: inputs.map((_, index) => at(3 + index)),
      weightGradients: new Map(
        [...weights.keys()].map((name, index) => [name, at(3 + inputs.length + index)]),
      ),
      movedStatistics: moved.map((_, index) => at(3 + inputs.length + weights.size + index)),
    };
  } finally {
    session.close();
  }
}

function weightedSum(
  graph: GraphBuilder,
  tape: GraphTape,
  output: GraphTensor,
  extents: readonly number[],
  coefficients: Float32Array,
): GraphTensor {
  const factors = graph.constant(coefficients, extents);
  const products = graph.float('Mul', [output, factors], output.shape);
  const axes = graph.integers(output.shape.map((_, axis) => axis));
  const sum = graph.float('Sum', [products, axes], [], { Tidx: attribute.type(DataType.int32) });
  return tape.record(sum, [{ tensor: output, gradient: () => factors }]);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
