import type { Tensor } from '@tensorflow/tfjs-core';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { elementCount } from '../../network/layers/shape';
import { firstOrigin, inspectedValues } from '../execution/inspection';
import { partsOf, stepResult, type TelemetryPart } from '../execution/stepResult';
import { trainedLayers } from '../execution/trainedLayers';
import type { Batch, StepResult, TrainingExecutor } from '../trainingExecutor';
import { floats, freeing } from './heap';
import type { Wasm } from './loadWasm';
import { updateRule } from './optimizers/optimizer';
import type { UpdateRule } from './optimizers/updateRule';
import { type EagerNetwork, evaluationPass, type TrainingPass, trainingPass } from './training/eagerPass';
import {
  applyUpdate,
  canUpdate,
  measuredChanges,
  measuredNorms,
  measuredStatistics,
} from './training/eagerStep';
import { createWeights } from './training/eagerWeights';
import { finitenessOf } from './training/finiteness';
import { readGroup, writeGroup } from './training/valueGroup';

/**
 * Runs the network op by op through TensorFlow.js, from the first weights that the document's seed draws. The document
 * must be one that trains (`analysis.trains`).
 */
export function createEagerExecutor(
  wasm: Wasm,
  document: NetworkDocument,
  analysis: Analysis,
): TrainingExecutor {
  const rule = ruleOf(document);
  const network = createEagerNetwork(document, analysis);
  const { layers } = network;
  const shapes = layers.map((layer) => layer.analysis.outputShape ?? []);
  const valuesPerImage = shapes.map(elementCount);
  const trained = network.weights.filter(({ trainable }) => trainable);
  const frozen = new Set(layers.filter(({ node }) => node.frozen === true).map(({ node }) => node.id));
  const weightValues = new Map(network.weights.map(({ node, name, values }) => [`${node}/${name}`, values]));
  const optimizerState = new Map(
    trained.flatMap(({ node, name, slots }) =>
      [...slots].map(([slot, values]): [string, Float32Array] => [`${node}/${name}/${slot}`, values]),
    ),
  );

  const resultOf = (
    pass: TrainingPass,
    finite: boolean,
    parts: readonly TelemetryPart[],
    { norms, changes }: { readonly norms: readonly number[]; readonly changes: readonly number[] },
    { size }: Batch,
  ): StepResult => {
    const [loss = Number.NaN] = floats(wasm, pass.loss);
    const [metric = Number.NaN] = floats(wasm, pass.metric);
    const measuredLayers = pass.activationGradients.flatMap((gradient, index) =>
      gradient === null ? [] : [index],
    );
    const statistics = parts.includes('statistics') ? measuredStatistics(wasm, pass, layers) : [];
    return stepResult(
      { measuredLayers, trainedWeights: trained },
      Float32Array.of(loss, metric, finite ? loss : Number.NaN, ...norms, ...changes, ...statistics),
      parts,
      { size, valuesPerImage },
    );
  };

  return {
    nodes: layers.map(({ node }, index) => ({
      id: node.id,
      label: node.label,
      outputShape: shapes[index] ?? [],
    })),
    weights: trained.map(({ node, name, shape }) => ({ node, name, shape })),
    step(batch, { learningRate, step, telemetry }) {
      return freeing(wasm, () => {
        const pass = trainingPass(wasm, network, batch, step);
        const finite = canUpdate(wasm, pass);
        const update = (): void => {
          if (finite) applyUpdate(wasm, rule, pass, { learningRate, step }, document.training.clipNorm);
        };
        const parts = partsOf(telemetry);
        const measured = {
          norms: parts.includes('norms') ? measuredNorms(wasm, pass) : [],
          changes: parts.includes('changes') ? measuredChanges(pass, update) : [],
        };
        if (!parts.includes('changes')) update();
        return resultOf(pass, finite, parts, measured, batch);
      });
    },
    measure(batch, step) {
      return freeing(wasm, () => {
        const pass = trainingPass(wasm, network, batch, step);
        const measured = { norms: measuredNorms(wasm, pass), changes: [] };
        return resultOf(pass, canUpdate(wasm, pass), ['norms', 'statistics'], measured, batch);
      });
    },
    inspect(batch, step, node) {
      return freeing(wasm, () => {
        const pass = trainingPass(wasm, network, batch, step);
        const copy = (tensor: Tensor | null | undefined) => (tensor ? floats(wasm, tensor).slice() : null);
        const output = copy(pass.outputs.get(node));
        if (output === null) throw new Error(`${node} takes no part in training.`);
        return {
          output,
          outputGradient: copy(pass.activationGradients[layers.findIndex((layer) => layer.node.id === node)]),
          weights: network.weights
            .filter((weight) => weight.node === node && (weight.trainable || frozen.has(node)))
            .map((weight) => ({
              ...{ name: weight.name, shape: weight.shape },
              values: weight.values.slice(),
              gradient: copy(pass.weightGradients.find((trained) => trained.weight === weight)?.gradient),
            })),
        };
      });
    },
    outputOf(batch, node) {
      return freeing(wasm, () => {
        const output = evaluationPass(wasm, network, batch).outputs.get(node);
        return output === undefined ? null : floats(wasm, output).slice();
      });
    },
    evaluate(batch) {
      return freeing(wasm, () => {
        const pass = evaluationPass(wasm, network, batch);
        const [loss = Number.NaN] = floats(wasm, pass.loss);
        const [metric = Number.NaN] = floats(wasm, pass.metric);
        return { loss, metric };
      });
    },
    readWeights: () => readGroup(weightValues),
    writeWeights: (values) => writeGroup(weightValues, values),
    readOptimizerState: () => readGroup(optimizerState),
    writeOptimizerState: (values) => writeGroup(optimizerState, values),
    findNonFinite(batch, step) {
      return freeing(wasm, () => {
        const pass = trainingPass(wasm, network, batch, step);
        const weightGradients = pass.weightGradients.map(({ weight: { node }, gradient }) => ({
          node,
          gradient,
        }));
        const values = inspectedValues({ ...pass, layers, weightGradients });
        return firstOrigin(values, ({ tensor }) => finitenessOf(floats(wasm, tensor)));
      });
    },
    dispose() {},
  };
}

/** The network of a document with its first weights. */
export function createEagerNetwork(document: NetworkDocument, analysis: Analysis): EagerNetwork {
  const layers = trainedLayers(document, analysis);
  const { seed } = document.training;
  return {
    layers,
    weights: createWeights(layers, analysis, seed, ruleOf(document).slots),
    imageShape: layers.find(({ kind }) => kind.inputs === 'none')?.analysis.outputShape ?? [],
    seed,
  };
}

function ruleOf({ training: { optimizer, weightDecay } }: NetworkDocument): UpdateRule {
  return updateRule(optimizer, weightDecay);
}
