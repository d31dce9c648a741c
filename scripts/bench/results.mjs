// @ts-check
import { contenders } from './contenders.mjs';

/**
 * @typedef {import('./contenders.mjs').Contender} Contender
 * @typedef {object} Measurement of one contender in a race, over all rounds
 * @property {string} network
 * @property {number} batch
 * @property {Contender} contender
 * @property {number} best images per second, the fastest of the rounds
 * @property {number} median images per second
 * @property {number} ratio its best to Layerwise's
 * @typedef {{network: string, batch: number, who: string, imagesPerSecond: number, ratioToLayerwise: number}} Result
 */

/**
 * What a race came to. A busy machine only ever slows a turn, so that the best of many tells more than their middle.
 *
 * @param {import('./networks.mjs').Race} race
 * @param {ReadonlyMap<Contender, readonly number[]>} speeds images per second of each round, Layerwise's among them
 * @returns {readonly Measurement[]}
 */
export function measurements({ network, batch }, speeds) {
  const reference = Math.max(...(speeds.get('layerwise') ?? []));
  return [...speeds].map(([contender, rounds]) => {
    const best = Math.max(...rounds);
    return {
      network: network.name,
      batch,
      contender,
      best,
      median: median(rounds),
      ratio: best / reference,
    };
  });
}

/**
 * For `--json`.
 *
 * @param {Measurement} measurement
 * @returns {Result}
 */
export function resultOf({ network, batch, contender, best, ratio }) {
  return {
    network,
    batch,
    who: contenders[contender].label,
    imagesPerSecond: Math.round(best),
    ratioToLayerwise: Number(ratio.toFixed(3)),
  };
}

/**
 * A sentence for each floor of a race that was missed, or that can't be told because a contender was left out.
 *
 * @param {import('./networks.mjs').Race} race
 * @param {readonly Measurement[]} measured
 * @returns {readonly string[]}
 */
export function floorFaults({ network, batch }, measured) {
  return Object.entries(network.floors).flatMap(([name, floor]) => {
    const contender = /** @type {Contender} */ (name);
    const { label } = contenders[contender];
    const what = `${network.label}, batch ${batch}: Layerwise must be ${floor} times as fast as ${label} at least`;
    const found = measured.find((measurement) => measurement.contender === contender);
    if (found === undefined) return [`${what}, which was left out.`];
    const times = 1 / found.ratio;
    return times >= floor ? [] : [`${what}, and is ${times.toFixed(2)} times.`];
  });
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
