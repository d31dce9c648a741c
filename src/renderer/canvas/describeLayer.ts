import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import type { LayerVerdict } from '../../network/health/verdict';
import type { LayerKind } from '../../network/layers/defineLayer';
import { formatSigned } from '../format/numbers';

interface CardContent {
  readonly layer: LayerNode;
  readonly kind: LayerKind;
  readonly shape: string | null;
  /** log₁₀ of the gradient's norm; −∞ for an exact zero. */
  readonly gradient: number | null;
  readonly verdict: LayerVerdict | null;
  readonly problems: readonly Problem[];
}

/** A card in words: "conv2, Conv 5×5 16, 10×10×16, gradient −1.6, healthy". */
export function describeLayer({ layer, kind, shape, gradient, verdict, problems }: CardContent): string {
  const title = kind.title(layer.config).replaceAll(',', '');
  const parts = [layer.label, title, shape ?? 'shape unknown'];
  if (gradient !== null)
    parts.push(Number.isFinite(gradient) ? `gradient ${formatSigned(gradient, 1)}` : 'gradient zero');
  if (verdict !== null) parts.push(verdict);
  return [...parts, ...problems.map(({ severity, message }) => `${severity}: ${message}`)].join(', ');
}
