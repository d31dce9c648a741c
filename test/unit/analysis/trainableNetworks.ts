import fc from 'fast-check';
import type { LayerEdge, LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import { checkConfig } from '../../../src/network/layers/config';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { layerKind, layerKinds } from '../../../src/network/layers/registry';
import { elementCount, type Shape } from '../../../src/network/layers/shape';
import { moderateConfigs } from '../layers/moderateConfigs';

/** A network that trains by how it was made, and the output shape that each layer was given while it was made. */
export interface TrainableNetwork {
  readonly document: NetworkDocument;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** Layers that may stand between Input and Output. */
const middleKinds = layerKinds.filter(({ inputs, terminal }) => inputs !== 'none' && terminal !== true);
/** Of one kind in a network: many multiplications, say, leave the range of floating point numbers. */
const mostOfAKind = 2;
/** Values of one example that a layer may give. */
const largestOutput = 600;

/** A layer to come, and which of the layers that are there feed it: the newest are 0. */
const wishes = fc.record({
  layer: fc
    .constantFrom(...middleKinds)
    .chain((kind) => moderateConfigs(kind).map((config) => ({ kind, config }))),
  first: fc.nat({ max: 3 }),
  others: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
});

/**
 * Networks over all kinds, with branches that part and meet and layers that lead nowhere: each layer is put behind layers
 * whose shapes it takes, and one of the last leads to a loss. Small enough for a training step in milliseconds.
 */
export const trainableNetworks: fc.Arbitrary<TrainableNetwork> = fc
  .record({
    height: fc.integer({ min: 1, max: 7 }),
    width: fc.integer({ min: 1, max: 7 }),
    channels: fc.integer({ min: 1, max: 4 }),
    layers: fc.array(wishes, { maxLength: 24, size: 'max' }),
    last: fc.nat({ max: 1 }),
    classes: fc.integer({ min: 2, max: 5 }),
    loss: fc.constantFrom('softmaxCrossEntropy', 'crossEntropyOfProbabilities', 'meanSquaredError'),
    seed: fc.nat({ max: 999 }),
  })
  .map(({ height, width, channels, layers, last, classes, loss, seed }) => {
    const network = new GrowingNetwork();
    network.add(layerKind('input'), { height, width, channels }, []);
    for (const { layer, first, others } of layers) {
      const { kind, config } = layer;
      if (network.countOf(kind) >= mostOfAKind) continue;
      // Where the layer refuses the one that was wished for, the newest that it takes.
      const wished = network.newest(first);
      const taken = network.ids.filter((id) => network.fits(kind, config, [id]));
      const inputs = [taken.includes(wished) ? wished : (taken.at(-1) ?? wished)];
      for (const other of kind.inputs === 'one' ? [] : others) {
        const fitting = network.ids.filter((id) => network.fits(kind, config, [...inputs, id]));
        inputs.push(...fitting.slice(other % Math.max(fitting.length, 1)).slice(0, 1));
      }
      if (network.fits(kind, config, inputs)) network.add(kind, config, inputs);
    }
    const flat = network.add(layerKind('flatten'), {}, [network.newest(last)]);
    const scores = network.add(layerKind('dense'), { units: classes }, [flat]);
    const probabilities = loss === 'crossEntropyOfProbabilities';
    const end = probabilities ? network.add(layerKind('softmax'), {}, [scores]) : scores;
    network.add(layerKind('output'), { loss }, [end]);
    return network.finished(classes, seed);
  });

/** A network in the making. */
class GrowingNetwork {
  readonly #nodes: LayerNode[] = [];
  readonly #edges: LayerEdge[] = [];
  readonly #shapes = new Map<string, Shape>();

  get ids(): readonly string[] {
    return this.#nodes.map(({ id }) => id);
  }

  /** The layer that was added last, or as many before it. */
  newest(before: number): string {
    return this.#nodes.at(-1 - Math.min(before, this.#nodes.length - 1))?.id ?? '';
  }

  countOf({ kind }: LayerKind): number {
    return this.#nodes.filter((node) => node.kind === kind).length;
  }

  fits(kind: LayerKind, config: LayerConfig, inputs: readonly string[]): boolean {
    const result = kind.outputShape(this.#shapesOf(inputs), config);
    return 'shape' in result && elementCount(result.shape) <= largestOutput;
  }

  add(kind: LayerKind, config: LayerConfig, inputs: readonly string[]): string {
    const checked = checkConfig(kind, config);
    if ('problem' in checked) throw new Error(checked.problem.message);
    const result = kind.outputShape(this.#shapesOf(inputs), checked.config);
    if ('problem' in result) throw new Error(result.problem.message);
    const id = `${kind.kind}_${this.#nodes.length}`;
    this.#nodes.push({
      id,
      kind: kind.kind,
      label: id,
      config: checked.config,
      position: { x: 0, y: 0 },
    });
    this.#edges.push(...inputs.map((from, input) => ({ from, to: id, input })));
    this.#shapes.set(id, result.shape);
    return id;
  }

  finished(classes: number, seed: number): TrainableNetwork {
    const [height = 1, width = 1, channels = 1] = [...this.#shapes.values()][0] ?? [];
    const dataset = {
      type: 'synthetic',
      variant: 'noise',
      ...{ height, width, channels, classes },
      ...{ trainingImages: 10, testImages: 10, noise: 1, seed: 1 },
    } as const;
    const training = { ...defaultTrainingSettings, dataset, seed };
    const document = { name: 'random', nodes: this.#nodes, edges: this.#edges, blocks: [], training };
    return { document, shapes: this.#shapes };
  }

  #shapesOf(ids: readonly string[]): readonly Shape[] {
    return ids.flatMap((id) => {
      const shape = this.#shapes.get(id);
      return shape === undefined ? [] : [shape];
    });
  }
}
