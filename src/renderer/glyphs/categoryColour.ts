import type { LayerCategory } from '../../network/layers/defineLayer';

/** The colour token of each palette section. */
const colours: Readonly<Record<LayerCategory, string>> = {
  core: 'var(--cat-core)',
  convolution: 'var(--cat-conv)',
  pooling: 'var(--cat-pool)',
  normalization: 'var(--cat-norm)',
  activation: 'var(--cat-act)',
  merge: 'var(--cat-merge)',
  shape: 'var(--cat-shape)',
  regularization: 'var(--cat-reg)',
};

/** CSS colour of blocks. */
export const blockColour = 'var(--cat-block)';

/** CSS colour of a layer category. */
export function categoryColour(category: LayerCategory): string {
  return colours[category];
}
