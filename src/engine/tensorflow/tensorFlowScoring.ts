import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { evaluatedLayers, trainedLayers } from '../execution/trainedLayers';
import { drawInitialWeights } from '../initialWeights';
import type { ScoringNetwork } from '../scoringNetwork';
import type { Batch } from '../trainingExecutor';
import { type Feed, openSession } from './graphSession';
import type { TensorFlow } from './loadTensorFlow';
import { scoringGraph } from './training/scoringGraph';
import { writeGroup } from './variableValues';

/** Compiles the network, with its first weights, to a TensorFlow graph that only answers. */
export function createTensorFlowScoring(
  tensorflow: TensorFlow,
  document: NetworkDocument,
  analysis: Analysis,
): ScoringNetwork {
  const layers = trainedLayers(document, analysis);
  const graph = scoringGraph(layers, tensorflow.groupsAndDilations());
  const session = openSession(tensorflow.binding, graph.nodes);
  const imageShape = layers.find(({ kind }) => kind.inputs === 'none')?.analysis.outputShape ?? [];
  const feedsOf = ({ images, labels, size }: Batch): Feed[] => [
    { shape: [size, ...imageShape], values: images },
    { shape: [size], values: labels },
  ];
  writeGroup(session, graph.weights, drawInitialWeights(analysis, document.training.seed));
  return {
    nodes: evaluatedLayers(layers).map(({ node, analysis: { outputShape } }) => ({
      id: node.id,
      label: node.label,
      outputShape: outputShape ?? [],
    })),
    predictions: (batch) =>
      session.run(graph.feeds, feedsOf(batch), graph.predictions)[0] ?? new Float32Array(),
    explain(batch, node) {
      const fetches = graph.evidence.get(node);
      if (fetches === undefined) throw new Error(`No score follows from ${node}.`);
      const [features, gradient] = session.run(graph.feeds, feedsOf(batch), fetches);
      if (features === undefined || gradient === undefined) throw new Error('TensorFlow gave too little.');
      return { features, gradient };
    },
    writeWeights: (values) => writeGroup(session, graph.weights, values),
    dispose: () => session.close(),
  };
}
