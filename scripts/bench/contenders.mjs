// @ts-check
/**
 * Who takes part in the benchmark: the name for people, and the framework in Python that it needs, or null for a
 * process of Node. Layerwise comes first: the others are compared with it.
 */
export const contenders = /** @type {const} */ ({
  layerwise: { label: 'Layerwise', python: null },
  tfjsLayers: { label: 'tfjs-node layers model', python: null },
  keras: { label: 'Keras', python: 'keras' },
  kerasFunction: { label: 'Keras, tf.function', python: 'keras' },
  pytorch: { label: 'PyTorch', python: 'pytorch' },
  pytorchChannelsLast: { label: 'PyTorch, channels last', python: 'pytorch' },
  layerwiseWasm: { label: 'Layerwise without TensorFlow', python: null },
});

/** @typedef {keyof typeof contenders} Contender */

export const contenderNames = /** @type {readonly Contender[]} */ (Object.keys(contenders));

/**
 * Who runs a race, Layerwise first: those that were asked for, or else all but those that the network leaves out.
 *
 * @param {readonly string[] | null} asked
 * @param {readonly Contender[]} without
 * @returns {readonly Contender[]}
 */
export function entrants(asked, without) {
  for (const name of asked ?? [])
    if (!contenderNames.some((known) => known === name))
      throw new Error(`There is no contender "${name}". There are: ${contenderNames.join(', ')}.`);
  return contenderNames.filter(
    (name) => name === 'layerwise' || (asked === null ? !without.includes(name) : asked.includes(name)),
  );
}
