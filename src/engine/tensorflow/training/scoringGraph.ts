import { scoringLayers } from '../../execution/scoringLayer';
import { evaluatedLayers, type TrainedLayer } from '../../execution/trainedLayers';
import { after } from '../graph/branching';
import { GraphBuilder } from '../graph/graphBuilder';
import { fetchName } from '../graph/graphTensor';
import { type VariableGroup, variableGroup } from '../graph/variable';
import { oneHot } from '../operations/batchMean';
import { lastExtent } from '../operations/shapes';
import { DataType } from '../proto/dataType';
import type { NodeDef } from '../proto/messages';
import { graphPass } from './graphPass';
import { declareWeights, weightTensors } from './networkWeights';

/** A network outside training as TensorFlow nodes, and the names under which a session runs its parts. */
export interface ScoringGraph {
  readonly nodes: readonly NodeDef[];
  /** Images, labels. */
  readonly feeds: string;
  readonly predictions: string;
  /** Output and score gradient of a layer, by node id; those that no gradient reaches are left out. */
  readonly evidence: ReadonlyMap<string, string>;
  readonly weights: VariableGroup;
}

/** Compiles the layers to a graph that answers, and that says how a score follows from each layer. */
export function scoringGraph(layers: readonly TrainedLayer[], groupsAndDilations: boolean): ScoringGraph {
  const graph = new GraphBuilder();
  const inputShape = layers.find(({ kind }) => kind.inputs === 'none')?.analysis.outputShape ?? [];
  const images = graph.placeholder('images', DataType.float, [-1, ...inputShape]);
  const labels = graph.placeholder('labels', DataType.int32, [-1]);
  const evaluated = evaluatedLayers(layers);
  const weights = declareWeights(graph, evaluated);
  const inputs = { images, labels, weights: weightTensors(weights) };
  const { outputs, tape } = graph.inScope('scoring', () =>
    graphPass(graph, evaluated, inputs, groupsAndDilations, null, true),
  );
  const { output, scores } = scoringLayers(evaluated);
  const [answer, score] = [outputs.get(output), outputs.get(scores)];
  if (answer === undefined || score === undefined) throw new Error('The main output has no input.');
  const gradients = tape.differentiate(score, oneHot(graph, labels, lastExtent(score)));
  const evidence = evaluated.flatMap(({ node: { id } }): [string, string][] => {
    const features = outputs.get(id);
    const gradient = features && gradients.get(features.name);
    if (features === undefined || gradient === undefined) return [];
    return [[id, [features, gradient].map((tensor) => fetchName(after(graph, tensor, []))).join(',')]];
  });
  return {
    nodes: graph.nodes,
    feeds: [images, labels].map(fetchName).join(','),
    predictions: fetchName(after(graph, answer, [])),
    evidence: new Map(evidence),
    weights: variableGroup(
      graph,
      'weights',
      weights.map(({ variable }) => variable),
    ),
  };
}
