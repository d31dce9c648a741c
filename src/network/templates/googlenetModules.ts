import { type InceptionDraft, square } from './inceptionDraft';

/** Filters of a module's convolutions, in the order of the columns of the paper's Table 1. */
export interface GoogLeNetModule {
  /** As in the paper: 3a. */
  readonly name: string;
  readonly one: number;
  readonly threeReduce: number;
  readonly three: number;
  readonly fiveReduce: number;
  readonly five: number;
  readonly poolProjection: number;
}

type Row = readonly [string, number, number, number, number, number, number];

/** Szegedy et al. 2015, Table 1. */
const table: readonly Row[] = [
  ['3a', 64, 96, 128, 16, 32, 32],
  ['3b', 128, 128, 192, 32, 96, 64],
  ['4a', 192, 96, 208, 16, 48, 64],
  ['4b', 160, 112, 224, 24, 64, 64],
  ['4c', 128, 128, 256, 24, 64, 64],
  ['4d', 112, 144, 288, 32, 64, 64],
  ['4e', 256, 160, 320, 32, 128, 128],
  ['5a', 256, 160, 320, 32, 128, 128],
  ['5b', 384, 192, 384, 48, 128, 128],
];

/** Modules in order; a pool stands behind 3b and 4e. */
export const googlenetModules: readonly GoogLeNetModule[] = table.map(
  ([name, one, threeReduce, three, fiveReduce, five, poolProjection]) => ({
    name,
    one,
    threeReduce,
    three,
    fiveReduce,
    five,
    poolProjection,
  }),
);

/** Adds a module; `largest` is the kernel of its third branch, 5×5 in the paper. */
export function addGoogLeNetModule(
  draft: InceptionDraft,
  module: GoogLeNetModule,
  largest: number,
  from: string,
): string {
  const { name } = module;
  return draft.module(`inception${name}`, () => {
    const one = draft.unit(`${name}_1x1`, module.one, { size: square(1) }, from);
    const three = draft.unit(
      `${name}_3x3`,
      module.three,
      { size: square(3) },
      draft.unit(`${name}_3x3r`, module.threeReduce, { size: square(1) }, from),
    );
    const five = draft.unit(
      `${name}_5x5`,
      module.five,
      { size: square(largest) },
      draft.unit(`${name}_5x5r`, module.fiveReduce, { size: square(1) }, from),
    );
    const pooled = draft.pool(`pool${name}`, 'maxPool2d', { size: square(3) }, from);
    const projected = draft.unit(`${name}_proj`, module.poolProjection, { size: square(1) }, pooled);
    return [one, three, five, projected];
  });
}
