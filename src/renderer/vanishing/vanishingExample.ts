import type { LayerNode, NetworkDocument, Position } from '../../network/graph/document';
import { layOutRows } from '../../network/graph/layout';
import { layersOnCards } from '../../network/graph/tags/layersOnCards';
import { placeOfTag } from '../../network/graph/tags/placeOfTag';
import { optimizerDefaults } from '../../network/graph/trainingSettings';
import { findTemplate } from '../../network/templates/templates';

const layers = 20;

export interface ExampleChoice {
  /** Behind each convolution. */
  readonly batchNorm: boolean;
}

/** A row for each of the three stages, so that the whole of it is seen at once; stem and head stand in the first and the last. */
const rows = [8, 6, 9] as const;
/** The stages' frames need little more room than rows of cards do. */
const rowStretch = 1.02;
/**
 * The clean experiment on vanishing gradients: a plain network with ReLU, Glorot weights and no batch norm, in which
 * each ReLU loses half of the variance. It is half as wide as in the paper and takes MNIST's digits, which come with
 * Layerwise, so that two cores make some ten steps a second, and every step is measured. Adam keeps its ReLUs alive: by
 * momentum the last ones are dead within 40 steps, which is another story. With `batchNorm` it is the counterexample, in
 * which nothing vanishes.
 */
export function vanishingExample({ batchNorm }: ExampleChoice = { batchNorm: false }): NetworkDocument {
  const template = findTemplate(`plain-${layers}-cifar`);
  if (template === undefined)
    throw new Error(`There is no template of a plain network with ${layers} layers.`);
  const network = template.create({
    input: 28,
    channels: 1,
    width: 0.5,
    batchNorm,
    activation: 'relu',
    initialiser: 'glorotUniform',
  });
  const tagged = { ...network, tagged: true };
  const onCards = layersOnCards(tagged);
  const places = layOutRows(rows)[Symbol.iterator]();
  const nodes: LayerNode[] = [];
  for (const node of network.nodes) {
    const before = nodes.at(-1)?.position ?? node.position;
    const position = onCards.has(node.id)
      ? placeOfTag(before, 0)
      : stretched(places.next().value ?? node.position);
    nodes.push({ ...node, position });
  }
  return {
    ...tagged,
    nodes,
    training: {
      ...network.training,
      dataset: { type: 'mnist' },
      epochs: 1,
      batchSize: 64,
      ...optimizerDefaults.adam,
      warmUpSteps: 0,
      weightDecay: 0,
      telemetryEvery: 1,
    },
  };
}

function stretched({ x, y }: Position): Position {
  return { x, y: Math.round(rowStretch * y) };
}
