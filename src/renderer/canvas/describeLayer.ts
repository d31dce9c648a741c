import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import { learningRateFactor } from '../../network/graph/layerLearning';
import type { LayerVerdict } from '../../network/health/verdict';
import type { LayerKind } from '../../network/layers/defineLayer';
import { layerKind } from '../../network/layers/registry';
import { formatSigned } from '../format/numbers';
import { formatLog10 } from '../gradients/formatNorm';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Quantity } from '../quantities/quantity';
import { sideOf } from '../quantities/quantityScale';
import { namedText } from '../quantities/quantityText';

interface CardContent {
  readonly layer: LayerNode;
  /** Layers that are tags on the card. */
  readonly tags: readonly LayerNode[];
  readonly kind: LayerKind;
  readonly shape: string | null;
  readonly frozen: boolean;
  /** log₁₀ of the gradient's norm; −∞ for an exact zero. */
  readonly gradient: number | null;
  readonly verdict: LayerVerdict | null;
  /** What the card is coloured by, and where it lies on that scale. */
  readonly quantity: Quantity | null;
  readonly value: number | null;
  readonly problems: readonly Problem[];
}

/** A card in words: "conv2, Conv 5×5 16, 10×10×16, gradient −1.6, healthy". */
export function describeLayer(content: CardContent): string {
  const { layer, tags, kind, shape, frozen, gradient, verdict, quantity, value, problems } = content;
  const title = kind.title(layer.config).replaceAll(',', '');
  const parts = [layer.label, title, shape ?? t`shape unknown`];
  if (tags.length > 0) parts.push(t`then ${tags.map((tag) => layerKind(tag.kind).label).join(' ')}`);
  if (frozen) parts.push(t`frozen`);
  const factor = learningRateFactor(layer);
  if (factor !== 1) parts.push(t`learning rate × ${factor}`);
  if (gradient !== null)
    parts.push(t`gradient ${Number.isFinite(gradient) ? formatSigned(gradient, 1) : formatLog10(gradient)}`);
  if (verdict !== null) parts.push(say(verdict));
  if (quantity !== null && quantity.id !== 'gradient' && value !== null)
    parts.push(namedText(quantity, value), say(quantity.words[sideOf(quantity, value)] ?? ''));
  return [...parts, ...problems.map(({ severity, message }) => `${say(severity)}: ${say(message)}`)].join(
    ', ',
  );
}
