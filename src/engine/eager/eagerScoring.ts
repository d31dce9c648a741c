import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { scoringLayers } from '../execution/scoringLayer';
import { evaluatedLayers } from '../execution/trainedLayers';
import type { ScoringNetwork } from '../scoringNetwork';
import { createEagerNetwork } from './eagerExecutor';
import { allocate, floats, freeing } from './heap';
import type { Wasm } from './loadWasm';
import { matrixExtents } from './operations/shapes';
import { evaluationPass, followedEvaluation } from './training/eagerPass';
import { writeGroup } from './training/valueGroup';

/** A network that answers op by op through TensorFlow.js, with its first weights. */
export function createEagerScoring(
  wasm: Wasm,
  document: NetworkDocument,
  analysis: Analysis,
): ScoringNetwork {
  const network = createEagerNetwork(document, analysis);
  const layers = evaluatedLayers(network.layers);
  const { output, scores } = scoringLayers(layers);
  const weights = new Map(network.weights.map(({ node, name, values }) => [`${node}/${name}`, values]));
  return {
    nodes: layers.map(({ node, analysis: { outputShape } }) => ({
      id: node.id,
      label: node.label,
      outputShape: outputShape ?? [],
    })),
    predictions(batch) {
      return freeing(wasm, () => {
        const answer = evaluationPass(wasm, network, batch).outputs.get(output);
        if (answer === undefined) throw new Error('The main output has no input.');
        return floats(wasm, answer).slice();
      });
    },
    explain(batch, node) {
      return freeing(wasm, () => {
        const { pass, tape } = followedEvaluation(wasm, network, batch);
        const [score, features] = [pass.outputs.get(scores), pass.outputs.get(node)];
        if (score === undefined || features === undefined) throw new Error(`No score follows from ${node}.`);
        const chosen = allocate(wasm, score.shape);
        const [, classes] = matrixExtents(score);
        const marks = floats(wasm, chosen).fill(0);
        for (const [image, label] of batch.labels.entries()) marks[image * classes + label] = 1;
        const gradient = tape.differentiate(score, chosen).get(features.id);
        if (gradient === undefined) throw new Error(`No score follows from ${node}.`);
        return { features: floats(wasm, features).slice(), gradient: floats(wasm, gradient).slice() };
      });
    },
    writeWeights: (values) => writeGroup(weights, values),
    dispose() {},
  };
}
