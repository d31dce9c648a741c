import type { LayerNode } from './document';

/** How far a layer's learning rate may be from that of the training settings. */
export const learningRateFactorLimits = { min: 1e-6, max: 1000 } as const;

/** What the learning rate of the training settings is multiplied by for a layer's weights. */
export function learningRateFactor({ learningRateFactor: factor }: LayerNode): number {
  return factor ?? 1;
}
