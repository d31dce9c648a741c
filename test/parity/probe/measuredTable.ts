import type { LayerConfig } from '../../../src/network/layers/fields';

/** A network of the measured table: depth 6n + 2 with 16, 32 and 64 channels, the activation behind the addition. */
export interface MeasuredRow {
  readonly name: string;
  readonly template: 'plain' | 'resnet';
  readonly settings: LayerConfig;
  /** ‖∂L/∂a‖ of the first activation over that of the last, by depth; 0 where PyTorch's float32 underflows. */
  readonly ratios: Readonly<Record<20 | 32 | 56, number>>;
  /** What is to be said of it at each depth; null where nothing vanishes and nothing explodes. */
  readonly verdicts: Readonly<Record<20 | 32 | 56, DepthVerdict>>;
}

type DepthVerdict = 'vanishing' | 'exploding' | null;

export const measuredDepths = [20, 32, 56] as const;

const healthy = [null, null, null] as const;
const vanishing = ['vanishing', 'vanishing', 'vanishing'] as const;

const row = (
  template: MeasuredRow['template'],
  activation: 'relu' | 'tanh' | 'sigmoid',
  initialiser: 'glorotUniform' | 'heNormal',
  batchNorm: boolean,
  [at20, at32, at56]: readonly [number, number, number],
  [verdict20, verdict32, verdict56]: readonly [DepthVerdict, DepthVerdict, DepthVerdict] = healthy,
): MeasuredRow => ({
  name: `${template} ${activation} ${initialiser}${batchNorm ? ' with batch norm' : ''}`,
  template,
  settings: { activation, initialiser, batchNorm },
  ratios: { 20: at20, 32: at32, 56: at56 },
  verdicts: { 20: verdict20, 32: verdict32, 56: verdict56 },
});

/**
 * What PyTorch 2.13 measured at the first weights: a batch of 64 images of standardised uniform noise with random
 * labels, one seed; other seeds stay within a factor of two, but for ReLU and Glorot in 56 plain layers, which range
 * from 3e−10 to 1.7e−9.
 */
export const measuredTable: readonly MeasuredRow[] = [
  row('plain', 'relu', 'glorotUniform', false, [7.7e-4, 9.0e-6, 1.7e-9], vanishing),
  row('plain', 'relu', 'heNormal', false, [0.48, 0.61, 0.16]),
  row('resnet', 'relu', 'glorotUniform', false, [1.1, 2.0, 7.8]),
  row('resnet', 'relu', 'heNormal', false, [10, 160, 1e4], [null, 'exploding', 'exploding']),
  row('plain', 'relu', 'heNormal', true, [25, 230, 1.7e4]),
  row('resnet', 'relu', 'heNormal', true, [8.6, 17, 33]),
  row('plain', 'tanh', 'glorotUniform', false, [0.21, 0.16, 0.08]),
  row('plain', 'sigmoid', 'glorotUniform', false, [2.7e-12, 0, 0], vanishing),
  row('resnet', 'sigmoid', 'glorotUniform', false, [8.6e-7, 7.8e-11, 1.5e-18], vanishing),
];
