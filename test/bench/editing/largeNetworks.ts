import type { LayerEdge, LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import type { LayerConfig } from '../../../src/network/layers/fields';

/** Layers are laid out like text, as many to a row as make a page of the canvas's proportions. */
const [column, row, rowLength] = [160, 150, 35];

/**
 * A residual network of 1,000 layers on 28×28×1 images, of the blocks of ResNet-152's shorter kin: three stages
 * with a projection at the head of each, 141 blocks, an Add for each block.
 */
export function residualNetwork(layers = 1000): NetworkDocument {
  const { add, drawn } = drawing('Residual network');
  let last = add('relu', [add('batchNorm', [add('conv2d', [add('input', [], image)], filters(16))])]);
  // Beside the blocks: seven layers at the ends, and two more in each of three projections.
  const blocks = Math.floor((layers - 7 - 6) / 7);
  for (let block = 0; block < blocks; block += 1) {
    const stage = Math.floor((3 * block) / blocks);
    const opens = block === 0 || stage > Math.floor((3 * (block - 1)) / blocks);
    const stride = opens && stage > 0 ? [2, 2] : [1, 1];
    const size = filters(16 * 2 ** stage);
    const first = add('conv2d', [last], { ...size, strides: stride });
    const second = add('conv2d', [add('relu', [add('batchNorm', [first])])], size);
    const normed = add('batchNorm', [second]);
    const shortcut = opens
      ? add('batchNorm', [add('conv2d', [last], { ...size, kernelSize: [1, 1], strides: stride })])
      : last;
    last = add('relu', [add('add', [normed, shortcut])]);
  }
  return finish(drawn, add, add('globalAveragePool2d', [last]));
}

/** A network of wide modules: four branches of one to four layers each, joined by a Concat. */
export function branchingNetwork(layers = 1000): NetworkDocument {
  const { add, drawn } = drawing('Branching network');
  const convolution = (from: string, size: number, kernel: number) =>
    add('relu', [add('conv2d', [from], { ...filters(size), kernelSize: [kernel, kernel], useBias: true })]);
  let last = convolution(convolution(add('input', [], image), 32, 3), 64, 3);
  for (let module = 0; module < Math.floor((layers - 8) / 16); module += 1) {
    const narrow = convolution(last, 16, 1);
    const middle = convolution(convolution(last, 8, 1), 16, 3);
    const wide = convolution(convolution(convolution(last, 8, 1), 8, 3), 16, 3);
    const pooled = convolution(
      add('maxPool2d', [last], { poolSize: [3, 3], strides: [1, 1], padding: 'same' }),
      16,
      1,
    );
    last = add('concat', [narrow, middle, wide, pooled]);
  }
  return finish(drawn, add, add('globalAveragePool2d', [last]));
}

/** The text of a project file with the network; reading it gives settings that are left out their defaults. */
export function projectText(network: NetworkDocument): string {
  return JSON.stringify({ format: 'layerwise', version: 1, ...network });
}

const image: LayerConfig = { height: 28, width: 28, channels: 1 };

function filters(count: number): LayerConfig {
  return { filters: count, useBias: false };
}

type Add = (kind: string, from: readonly string[], config?: LayerConfig) => string;

function drawing(name: string): { readonly add: Add; readonly drawn: NetworkDocument } {
  const [nodes, edges]: [LayerNode[], LayerEdge[]] = [[], []];
  const add: Add = (kind, from, config = {}) => {
    const place = nodes.length;
    const id = `${kind}_${place}`;
    const position = { x: 40 + (place % rowLength) * column, y: 60 + Math.floor(place / rowLength) * row };
    nodes.push({ id, kind, label: id, config, position });
    edges.push(...from.map((source, input) => ({ from: source, to: id, input })));
    return id;
  };
  return { add, drawn: { name, nodes, edges, blocks: [], training: defaultTrainingSettings } };
}

function finish(drawn: NetworkDocument, add: Add, last: string): NetworkDocument {
  add('output', [add('dense', [last], { units: 10 })]);
  return drawn;
}
