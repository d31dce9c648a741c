import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { elementCount } from '../../network/layers/shape';
import { firstOrigin } from '../execution/inspection';
import { partsOf, stepResult } from '../execution/stepResult';
import { trainedLayers } from '../execution/trainedLayers';
import { drawInitialWeights } from '../initialWeights';
import type { Batch, TrainingExecutor } from '../trainingExecutor';
import { type Feed, openSession } from './graphSession';
import type { TensorFlow } from './loadTensorFlow';
import { trainingGraph } from './training/trainingGraph';
import { readGroup, writeGroup } from './variableValues';

/**
 * Compiles the network to one TensorFlow graph and draws its first weights from the document's seed.
 * The document must be one that trains (`analysis.trains`).
 */
export function createTensorFlowExecutor(
  tensorflow: TensorFlow,
  document: NetworkDocument,
  analysis: Analysis,
): TrainingExecutor {
  const layers = trainedLayers(document, analysis);
  const graph = trainingGraph(layers, document.training, tensorflow.groupsAndDilations());
  const session = openSession(tensorflow.binding, graph.nodes);
  const shapes = layers.map((layer) => layer.analysis.outputShape ?? []);
  const valuesPerImage = shapes.map(elementCount);
  const imageShape = shapes[layers.findIndex(({ kind }) => kind.inputs === 'none')] ?? [];
  const learningRate = new Float32Array(1);
  const stepNumber = new Int32Array(1);

  const batchFeeds = ({ images, labels, size }: Batch): Feed[] => [
    { shape: [size, ...imageShape], values: images },
    { shape: [size], values: labels },
  ];
  const runStep = (batch: Batch, rate: number, step: number, fetch: string): Float32Array =>
    fetchAll(batch, rate, step, fetch)[0] ?? new Float32Array();
  const fetchAll = (batch: Batch, rate: number, step: number, fetches: string): readonly Float32Array[] => {
    learningRate[0] = rate;
    stepNumber[0] = step;
    const scalars: Feed[] = [
      { shape: [], values: learningRate },
      { shape: [], values: stepNumber },
    ];
    return session.run(graph.stepFeeds, [...batchFeeds(batch), ...scalars], fetches);
  };

  const inspectableOf = (node: string) => {
    const found = graph.inspectable.get(node);
    if (found === undefined) throw new Error(`${node} takes no part in training.`);
    return found;
  };

  const initialWeights = drawInitialWeights(analysis, document.training.seed);
  writeGroup(session, graph.weights, initialWeights, [graph.resetOptimizer]);

  return {
    nodes: layers.map(({ node }, index) => ({
      id: node.id,
      label: node.label,
      outputShape: shapes[index] ?? [],
    })),
    weights: graph.trainedWeights.map(({ node, name, variable }) => ({ node, name, shape: variable.shape })),
    step(batch, { learningRate: rate, step, telemetry }) {
      const sampled = telemetry === 'norms' ? graph.stepWithNorms : graph.sampledStep;
      const values = runStep(batch, rate, step, telemetry === false ? graph.step : sampled);
      return stepResult(graph, values, partsOf(telemetry), { size: batch.size, valuesPerImage });
    },
    measure(batch, step) {
      const values = runStep(batch, 0, step, graph.measurement);
      return stepResult(graph, values, ['norms', 'statistics'], { size: batch.size, valuesPerImage });
    },
    inspect(batch, step, node) {
      const place = inspectableOf(node);
      const ofWeights = place.weights.flatMap(({ value, gradient }) => [value, gradient]);
      const fetches = [place.output, place.outputGradient, ...ofWeights].filter((name) => name !== null);
      const fetched = fetchAll(batch, 0, step, fetches.join(','));
      const valuesOf = (name: string): Float32Array => fetched[fetches.indexOf(name)] ?? new Float32Array();
      const ifAny = (name: string | null) => (name === null ? null : valuesOf(name));
      return {
        output: valuesOf(place.output),
        outputGradient: ifAny(place.outputGradient),
        weights: place.weights.map(({ name, shape, value, gradient }) => ({
          ...{ name, shape },
          values: valuesOf(value),
          gradient: ifAny(gradient),
        })),
      };
    },
    outputOf(batch, node) {
      const { evaluated } = inspectableOf(node);
      if (evaluated === null) return null;
      return session.run(graph.evaluationFeeds, batchFeeds(batch), evaluated)[0] ?? null;
    },
    evaluate(batch) {
      const [values] = session.run(graph.evaluationFeeds, batchFeeds(batch), graph.evaluation);
      const [loss = Number.NaN, metric = Number.NaN] = values ?? [];
      return { loss, metric };
    },
    readWeights: () => readGroup(session, graph.weights),
    writeWeights: (values) => writeGroup(session, graph.weights, values),
    readOptimizerState: () => readGroup(session, graph.optimizerState),
    writeOptimizerState: (values) => writeGroup(session, graph.optimizerState, values),
    findNonFinite(batch, step) {
      const flags = runStep(batch, 0, step, graph.inspection);
      return firstOrigin(graph.inspected, (_value, index) => ({
        hasNaN: flags[2 * index] === 1,
        hasInfinity: flags[2 * index + 1] === 1,
      }));
    },
    dispose: () => session.close(),
  };
}
