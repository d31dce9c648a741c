import type { KerasReader } from '../kerasLayer';

/** A layer that drops values while training; at a rate of 0 it is none. */
export function dropping(kind: 'dropout' | 'spatialDropout2d' | 'stochasticDepth'): KerasReader {
  return (layer) => layer.layer({ kind, config: { rate: layer.number('rate', 0) } });
}

/** What acts while training only, and has no layer here: the network answers without it. */
export const trainingOnly: KerasReader = (layer) => {
  layer.draft.leaveOut(
    layer.named,
    'it acts while training only, and its input is passed on; images are moved, mirrored and changed by the augmentation in the training settings',
  );
  return layer.input;
};
