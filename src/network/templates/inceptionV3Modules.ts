import { type InceptionDraft, type InceptionWindow, square } from './inceptionDraft';

/** One convolution of a chain: its filters and its window. */
type Step = readonly [filters: number, window: InceptionWindow];

const one: InceptionWindow = { size: square(1) };
const three: InceptionWindow = { size: square(3) };
const flat = (length: number): InceptionWindow => ({ size: [1, length] });
const tall = (length: number): InceptionWindow => ({ size: [length, 1] });

/** How windows of stride 2 treat the border. */
type Padding = 'same' | 'valid';

/** Adds convolutions one behind the other, numbered `0_dbl1`, `0_dbl2`, …; of a single one the number is left out. */
function chain(draft: InceptionDraft, name: string, steps: readonly Step[], from: string): string {
  let end = from;
  for (const [index, [filters, window]] of steps.entries())
    end = draft.unit(steps.length === 1 ? name : `${name}${index + 1}`, filters, window, end);
  return end;
}

/** The branch with an average pool and a 1×1 convolution behind it. */
function pooled(draft: InceptionDraft, number: number, filters: number, from: string): string {
  const pool = draft.pool(`pool${number}`, 'averagePool2d', three, from);
  return draft.unit(`${number}_pool`, filters, one, pool);
}

/** Figure 5 of the paper, with a 5×5 branch and one of two 3×3 convolutions in its place. */
function squareModule(draft: InceptionDraft, number: number, poolFilters: number, from: string): string {
  return draft.module(`mixed${number}`, () => [
    chain(draft, `${number}_1x1`, [[64, one]], from),
    chain(
      draft,
      `${number}_5x5`,
      [
        [48, one],
        [64, { size: square(5) }],
      ],
      from,
    ),
    chain(
      draft,
      `${number}_dbl`,
      [
        [64, one],
        [96, three],
        [96, three],
      ],
      from,
    ),
    pooled(draft, number, poolFilters, from),
  ]);
}

/** Figure 6: n×n windows taken apart into 1×n and n×1, with n = 7. */
function longModule(draft: InceptionDraft, number: number, filters: number, from: string): string {
  return draft.module(`mixed${number}`, () => [
    chain(draft, `${number}_1x1`, [[192, one]], from),
    chain(
      draft,
      `${number}_7x7`,
      [
        [filters, one],
        [filters, flat(7)],
        [192, tall(7)],
      ],
      from,
    ),
    chain(
      draft,
      `${number}_dbl`,
      [
        [filters, one],
        [filters, tall(7)],
        [filters, flat(7)],
        [filters, tall(7)],
        [192, flat(7)],
      ],
      from,
    ),
    pooled(draft, number, 192, from),
  ]);
}

/** Figure 7: the branches fork once more at their ends. */
function wideModule(draft: InceptionDraft, number: number, from: string): string {
  const fork = (name: string, end: string): readonly string[] => [
    draft.unit(`${name}_1x3`, 384, flat(3), end),
    draft.unit(`${name}_3x1`, 384, tall(3), end),
  ];
  return draft.module(`mixed${number}`, () => [
    chain(draft, `${number}_1x1`, [[320, one]], from),
    ...fork(`${number}_3x3`, draft.unit(`${number}_3x3`, 384, one, from)),
    ...fork(
      `${number}_dbl`,
      chain(
        draft,
        `${number}_dbl`,
        [
          [448, one],
          [384, three],
        ],
        from,
      ),
    ),
    pooled(draft, number, 192, from),
  ]);
}

/** Halves height and width: branches of stride 2, one of them a pool (Figure 10). */
function reduction(
  draft: InceptionDraft,
  number: number,
  branches: readonly (readonly [name: string, steps: readonly Step[]])[],
  padding: Padding,
  from: string,
): string {
  return draft.module(`mixed${number}`, () => [
    ...branches.map(([name, steps]) => chain(draft, `${number}_${name}`, steps, from)),
    draft.pool(`pool${number}`, 'maxPool2d', { ...three, stride: 2, padding }, from),
  ]);
}

/** The eleven modules, named as in Keras; `padding` is that of the windows of stride 2. */
export function addInceptionV3Modules(
  draft: InceptionDraft,
  padding: Padding,
  from: string,
): { readonly end: string; readonly beforeLastReduction: string } {
  const halving: InceptionWindow = { ...three, stride: 2, padding };
  let end = from;
  for (const [index, poolFilters] of [32, 64, 64].entries())
    end = squareModule(draft, index, poolFilters, end);
  const doubled: readonly Step[] = [
    [64, one],
    [96, three],
    [96, halving],
  ];
  end = reduction(
    draft,
    3,
    [
      ['3x3', [[384, halving]]],
      ['dbl', doubled],
    ],
    padding,
    end,
  );
  for (const [index, filters] of [128, 160, 160, 192].entries())
    end = longModule(draft, index + 4, filters, end);
  const beforeLastReduction = end;
  const long: readonly Step[] = [
    [192, one],
    [192, flat(7)],
    [192, tall(7)],
    [192, halving],
  ];
  const short: readonly Step[] = [
    [192, one],
    [320, halving],
  ];
  end = reduction(
    draft,
    8,
    [
      ['3x3', short],
      ['7x7', long],
    ],
    padding,
    end,
  );
  for (const number of [9, 10]) end = wideModule(draft, number, end);
  return { end, beforeLastReduction };
}
