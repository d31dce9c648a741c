// @ts-check
/**
 * What the benchmark trains. The layers stand in one file for each framework: test/bench/layerwiseNetworks.ts,
 * tfjsModels.ts, keras_models.py and pytorch_models.py; the counts of parameters are compared before the first round.
 *
 * @typedef {import('./contenders.mjs').Contender} Contender
 * @typedef {object} Network
 * @property {string} name as `--networks` takes it
 * @property {string} label for people
 * @property {readonly number[]} batches
 * @property {readonly [number, number, number]} shape height, width and channels of an image
 * @property {readonly Contender[]} without who doesn't take part unless `--who` asks for it
 * @property {Readonly<Partial<Record<Contender, number>>>} floors Layerwise trains at least this many times as fast,
 *   by contender
 */

export const classes = 10;

/** @type {readonly Network[]} */
export const networks = [
  {
    name: 'lenet-5',
    label: 'LeNet-5',
    batches: [64],
    shape: [28, 28, 1],
    without: [],
    floors: { tfjsLayers: 3, keras: 1 },
  },
  {
    name: 'resnet-20',
    label: 'ResNet-20',
    batches: [64, 128],
    shape: [32, 32, 3],
    without: ['layerwiseWasm'],
    floors: { tfjsLayers: 3, keras: 1 },
  },
  {
    name: 'plain-20',
    label: 'Plain-20',
    batches: [64],
    shape: [32, 32, 3],
    without: ['layerwiseWasm'],
    floors: { keras: 1 },
  },
  {
    name: 'vgg-16',
    label: 'VGG-16, 32×32, width ¼',
    batches: [64],
    shape: [32, 32, 3],
    without: ['layerwiseWasm'],
    floors: { keras: 1 },
  },
  {
    name: 'sigmoid-mlp',
    label: 'Sigmoid MLP, 784–5×256–10',
    batches: [64],
    shape: [28, 28, 1],
    // Both memory layouts are one where there are no images.
    without: ['layerwiseWasm', 'pytorchChannelsLast'],
    floors: { keras: 1 },
  },
];

/**
 * One row of the table: a network at a batch size.
 *
 * @typedef {{network: Network, batch: number}} Race
 */

/**
 * The races of the networks that are named, in the order of the table; of all for null.
 *
 * @param {readonly string[] | null} names
 * @returns {readonly Race[]}
 */
export function racesOf(names) {
  const known = networks.map(({ name }) => name);
  for (const name of names ?? [])
    if (!known.includes(name))
      throw new Error(`There is no network "${name}". There are: ${known.join(', ')}.`);
  return networks
    .filter(({ name }) => names === null || names.includes(name))
    .flatMap((network) => network.batches.map((batch) => ({ network, batch })));
}
