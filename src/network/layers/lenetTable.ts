import type { ConnectionTable } from './classicOps';

/** The maps of S2 that each map of C3 sees (LeCun et al. 1998, Table I). */
const mapsSeen: readonly (readonly number[])[] = [
  [0, 1, 2],
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
  [0, 4, 5],
  [0, 1, 5],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
  [2, 3, 4, 5],
  [0, 3, 4, 5],
  [0, 1, 4, 5],
  [0, 1, 2, 5],
  [0, 1, 3, 4],
  [1, 2, 4, 5],
  [0, 2, 3, 5],
  [0, 1, 2, 3, 4, 5],
];

/** The 60 connections from 6 to 16 maps. */
export const lenetTable: ConnectionTable = {
  inputs: 6,
  outputs: mapsSeen.length,
  pairs: mapsSeen.flatMap((seen, output) => seen.map((input) => [input, output] as const)),
};
