import type { DepthNorm } from '../../../network/health/flowVerdict';
import { kernelOf } from '../../quantities/kernels';
import type { Run } from '../../training/run';

/** A layer of the run whose gradient is measured. */
export interface MeasuredLayer {
  readonly id: string;
  readonly label: string;
  /** Its place in telemetry. */
  readonly index: number;
  /** Counted in layers with a kernel; null where it has none. */
  readonly depth: number | null;
}

/** The layers that a gradient reaches, in the order of data: all but the input. */
export function measuredLayers({
  log,
  document,
  weightedNodes,
}: Pick<Run, 'log' | 'document' | 'weightedNodes'>): readonly MeasuredLayer[] {
  const depths = new Map(weightedNodes.map(({ id, depth }) => [id, depth]));
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  return log.nodes
    .map(({ id, label }, index) => ({
      id,
      label: labels.get(id) ?? label,
      index,
      depth: depths.get(id) ?? null,
    }))
    .filter(({ index }) => log.length === 0 || !Number.isNaN(log.gradientNorm(0, index)));
}

/** log₁₀‖∂L/∂a‖ of a layer at a sample; −Infinity for an exact zero, NaN where it is undefined. */
export function log10NormAt(run: Run, sample: number, { index }: Pick<MeasuredLayer, 'index'>): number {
  return Math.log10(run.log.gradientNorm(sample, index));
}

/** The layers with weights and their gradients at a sample, for a verdict. */
export function depthNorms(run: Run, layers: readonly MeasuredLayer[], sample: number): readonly DepthNorm[] {
  return layers.flatMap((layer) => {
    if (layer.depth === null) return [];
    const { id, label, depth } = layer;
    return [
      {
        label,
        depth,
        readout: run.readouts.has(id),
        log10Norm: log10NormAt(run, sample, layer),
        log10UpdateRatio: log10UpdateRatioAt(run, sample, layer),
      },
    ];
  });
}

/** log₁₀(‖ΔW‖/‖W‖) of a layer's kernel; null where it has none or the ratio is undefined. */
function log10UpdateRatioAt(
  { log }: Run,
  sample: number,
  { index }: Pick<MeasuredLayer, 'index'>,
): number | null {
  const kernel = kernelOf(log, index);
  if (kernel < 0) return null;
  const ratio = Math.log10(log.weight(sample, kernel).updateRatio);
  return Number.isNaN(ratio) ? null : ratio;
}
