import type { TrainingSettings } from '../../../network/graph/trainingSettings';
import { type InspectedValue, inspectedValues } from '../../execution/inspection';
import { evaluatedLayers, type TrainedLayer } from '../../execution/trainedLayers';
import { after } from '../graph/branching';
import { GraphBuilder } from '../graph/graphBuilder';
import { fetchName, type GraphShape, type GraphTensor } from '../graph/graphTensor';
import { declareVariable, resetToZero, type VariableGroup, variableGroup } from '../graph/variable';
import { join, pack } from '../graph/vectors';
import { rulesByFactor } from '../optimizers/rulesByFactor';
import type { UpdateRule } from '../optimizers/updateRule';
import { DataType } from '../proto/dataType';
import type { NodeDef } from '../proto/messages';
import { graphPass } from './graphPass';
import { nonFiniteFlags } from './inspection';
import { declareWeights, type NetworkWeight, weightTensors } from './networkWeights';
import { telemetryVectors } from './telemetry';
import { trainingContexts } from './trainingContexts';
import { addUpdate, type TrainedWeight } from './update';

/** The whole training step as TensorFlow nodes, and the names under which a session runs its parts. */
export interface TrainingGraph {
  readonly nodes: readonly NodeDef[];
  /** Feeds of a step: images, labels, learning rate, step number. */
  readonly stepFeeds: string;
  /** Feeds of an evaluation: images, labels. */
  readonly evaluationFeeds: string;
  /** Runs a step; gives loss, metric and witness (see Update). */
  readonly step: string;
  /** The same, followed by norms and changes of `measuredLayers` and `trainedWeights` (see stepResult). */
  readonly stepWithNorms: string;
  /** The same, followed by the statistics of all layers' outputs. */
  readonly sampledStep: string;
  /** What a sampled step gives, but for the changes: it changes nothing. */
  readonly measurement: string;
  /** Gives loss and metric outside training. */
  readonly evaluation: string;
  /** Gives two flags (NaN, infinity) for each of `inspected`, and changes nothing. */
  readonly inspection: string;
  /** Places, in the list of layers, of those that have an activation gradient. */
  readonly measuredLayers: readonly number[];
  readonly trainedWeights: readonly NetworkWeight[];
  /** In forward order, then in backward order. */
  readonly inspected: readonly InspectedValue<GraphTensor>[];
  /** By node id. */
  readonly inspectable: ReadonlyMap<string, InspectableNode>;
  readonly weights: VariableGroup;
  readonly optimizerState: VariableGroup;
  /** Sets all of the optimizer's state to zero. */
  readonly resetOptimizer: string;
}

/** Fetches of one layer's values. */
export interface InspectableNode {
  readonly output: string;
  readonly outputGradient: string | null;
  readonly weights: readonly {
    readonly name: string;
    readonly shape: GraphShape;
    readonly value: string;
    /** Null where the layer is frozen. */
    readonly gradient: string | null;
  }[];
  /** Outside training; null where only training runs it. */
  readonly evaluated: string | null;
}

/** Compiles the layers and their training settings to one graph. */
export function trainingGraph(
  layers: readonly TrainedLayer[],
  settings: TrainingSettings,
  groupsAndDilations: boolean,
): TrainingGraph {
  const graph = new GraphBuilder();
  const inputShape = layers.find(({ kind }) => kind.inputs === 'none')?.analysis.outputShape ?? [];
  const images = graph.placeholder('images', DataType.float, [-1, ...inputShape]);
  const labels = graph.placeholder('labels', DataType.int32, [-1]);
  const learningRate = graph.placeholder('learningRate', DataType.float, []);
  const step = graph.placeholder('step', DataType.int32, []);
  const weights = declareWeights(graph, layers);

  const inputs = { images, labels, weights: weightTensors(weights) };
  const { contextOf, movedStatistics } = trainingContexts(graph, weights, settings.seed, step);
  const training = graph.inScope('training', () =>
    graphPass(graph, layers, inputs, groupsAndDilations, contextOf),
  );
  const evaluation = graph.inScope('evaluation', () =>
    graphPass(graph, evaluatedLayers(layers), inputs, groupsAndDilations, null),
  );
  const gradients = training.tape.differentiate(training.loss);
  const activationGradients = layers.map(({ node }) => {
    const output = training.outputs.get(node.id);
    return (output && gradients.get(output.name)) ?? null;
  });

  const ruleOf = rulesByFactor(graph, { learningRate, step }, settings);
  const trained = trainedWeights(graph, weights, gradients, ruleOf);
  const update = graph.inScope('update', () =>
    addUpdate(graph, training.loss, trained, movedStatistics, settings.clipNorm),
  );
  const outcome = pack(graph, [training.loss, training.metric, update.witness]);
  const telemetry = graph.inScope('telemetry', () => {
    const measured = activationGradients.filter((gradient) => gradient !== null);
    const outputs = layers.flatMap(({ node }) => training.outputs.get(node.id) ?? []);
    const tensors = { images, outputs, activationGradients: measured, weights: trained };
    return telemetryVectors(graph, tensors, update.settled);
  });
  const { norms, changes, statistics } = telemetry;
  const withNorms = join(graph, [outcome, norms, changes]);
  const slots = trained.flatMap((weight) => weight.slots);
  const inspected = inspectedValues({ layers, ...training, activationGradients, weightGradients: trained });

  // A session refuses to give back what it is fed.
  const fetched = (tensor: GraphTensor) =>
    fetchName(tensor.name === images.name ? after(graph, tensor, []) : tensor);
  const inspectable = layers.flatMap(({ node: { id } }, index): [string, InspectableNode][] => {
    const [output, evaluated] = [training.outputs.get(id), evaluation.outputs.get(id)];
    if (output === undefined) return [];
    const gradient = activationGradients[index] ?? null;
    const values: InspectableNode = {
      output: fetched(output),
      outputGradient: gradient === null ? null : fetchName(gradient),
      weights: (layers[index]?.node.frozen === true ? weights : trained)
        .filter(({ node }) => node === id)
        .map(({ name, variable }) => {
          const slope = gradients.get(variable.value.name);
          return {
            ...{ name, shape: variable.shape, value: fetchName(variable.value) },
            gradient: slope === undefined ? null : fetchName(slope),
          };
        }),
      evaluated: evaluated === undefined ? null : fetched(evaluated),
    };
    return [[id, values]];
  });

  return {
    nodes: graph.nodes,
    stepFeeds: [images, labels, learningRate, step].map(fetchName).join(','),
    evaluationFeeds: [images, labels].map(fetchName).join(','),
    step: fetchName(after(graph, outcome, [update.settled])),
    stepWithNorms: fetchName(after(graph, withNorms, [update.settled])),
    sampledStep: fetchName(after(graph, join(graph, [withNorms, statistics]), [update.settled])),
    measurement: fetchName(join(graph, [outcome, norms, statistics])),
    evaluation: fetchName(pack(graph, [evaluation.loss, evaluation.metric])),
    inspection: fetchName(graph.inScope('inspection', () => nonFiniteFlags(graph, inspected))),
    measuredLayers: activationGradients.flatMap((gradient, index) => (gradient === null ? [] : [index])),
    trainedWeights: trained,
    inspected,
    inspectable: new Map(inspectable),
    weights: variableGroup(
      graph,
      'weights',
      weights.map(({ variable }) => variable),
    ),
    optimizerState: variableGroup(graph, 'optimizerState', slots),
    resetOptimizer: resetToZero(graph, 'optimizerState', slots),
  };
}

function trainedWeights(
  graph: GraphBuilder,
  weights: readonly NetworkWeight[],
  gradients: ReadonlyMap<string, GraphTensor>,
  ruleOf: (factor: number) => UpdateRule,
): readonly TrainedWeight[] {
  return weights
    .filter(({ trainable }) => trainable)
    .map((weight) => {
      const { name, shape, value } = weight.variable;
      const gradient = gradients.get(value.name);
      if (gradient === undefined) throw new Error(`No gradient reaches ${name}.`);
      const rule = ruleOf(weight.learningRateFactor);
      return {
        ...{ ...weight, gradient, rule },
        slots: rule.slots.map((slot) => declareVariable(graph, `${name}/${slot}`, shape)),
      };
    });
}
