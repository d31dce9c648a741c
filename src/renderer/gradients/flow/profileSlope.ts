import { fitLine } from '../../../network/health/flowVerdict';
import { formatSigned } from '../../format/numbers';
import { t } from '../../language/t';
import type { MeasuredLayer } from './gradientProfile';

/** Layers with weights from which a slope is told. */
const fewest = 3;

/**
 * By how many decades values move over ten layers on the way back to the input, by least squares over the layers with
 * weights: negative where they shrink. Null where there are too few with finite values.
 */
export function slopePerTenLayers(
  layers: readonly MeasuredLayer[],
  log10Values: readonly number[],
): number | null {
  const points = layers.flatMap(({ depth }, place) => {
    const log10Norm = log10Values[place] ?? Number.NaN;
    return depth === null || !Number.isFinite(log10Norm) ? [] : [{ depth, log10Norm }];
  });
  return points.length < fewest ? null : -10 * fitLine(points).slope;
}

/** "−1.61 decades per 10 layers". */
export function slopeText(decades: number): string {
  const rounded = Math.abs(decades) < 0.005 ? 0 : decades;
  return t`${formatSigned(rounded, 2)} decades per 10 layers`;
}
