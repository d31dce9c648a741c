import { type DepthNorm, type FlowVerdict, judgeFlow } from '../health/flowVerdict';
import { formatFactor, shortFactorDigits } from '../health/formatFactor';
import { verdictOf } from '../health/verdict';

/** A layer with weights and its gradient, of one of two networks. */
export interface TwinLayer extends DepthNorm {
  readonly id: string;
}

/** A layer that both networks have, with its gradient in each. */
export interface SharedLayer {
  readonly label: string;
  /** log₁₀‖∂L/∂a‖ in the first and in the second; −Infinity for an exact zero. */
  readonly log10Norms: readonly [number, number];
}

export interface GradientSide {
  readonly flow: FlowVerdict;
  /** By how many decades the gradient changes over ten layers towards the input, fitted; null where there is no trend. */
  readonly decadesPerTen: number | null;
  readonly healthyLayers: number;
  readonly layers: number;
}

/** The gradients of two networks at one step, side by side. */
export interface GradientComparison {
  /** The first layer with weights that both have; null where they share none. */
  readonly first: SharedLayer | null;
  readonly last: SharedLayer | null;
  readonly sides: readonly [GradientSide, GradientSide];
}

export function compareGradients(one: readonly TwinLayer[], other: readonly TwinLayer[]): GradientComparison {
  const others = new Map(other.map((layer) => [layer.id, layer]));
  const shared = one
    .toSorted((left, right) => left.depth - right.depth)
    .flatMap((layer): readonly SharedLayer[] => {
      const same = others.get(layer.id);
      if (same === undefined) return [];
      return [{ label: layer.label, log10Norms: [layer.log10Norm, same.log10Norm] }];
    });
  return {
    first: shared[0] ?? null,
    last: shared.at(-1) ?? null,
    sides: [sideOf(one), sideOf(other)],
  };
}

function sideOf(layers: readonly TwinLayer[]): GradientSide {
  const flow = judgeFlow(layers);
  const compared = layers.filter(({ readout }) => readout !== true);
  const deepest = compared.reduce<TwinLayer | null>(
    (best, layer) => (best === null || layer.depth > best.depth ? layer : best),
    null,
  );
  const healthy = layers.filter(
    ({ log10Norm }) => verdictOf(log10Norm, deepest?.log10Norm ?? null) === 'healthy',
  );
  return {
    flow,
    decadesPerTen: flow.type === 'trend' ? -10 * flow.fit.slope : null,
    healthyLayers: healthy.length,
    layers: layers.length,
  };
}

/** A sentence that names the networks by their place: 0 for the first, 1 for the second. */
export type HeadlinePart = string | { readonly stressed: string } | { readonly network: 0 | 1 };

/** Factors below this are no difference that one sees. */
const alike = 1.05;

/** "conv1 of ResNet-34 receives 421,000× more gradient than conv1 of plain-34" */
export function gradientHeadline({ first }: GradientComparison): readonly HeadlinePart[] {
  if (first === null) return ['The networks share no layer with weights'];
  const { label, log10Norms } = first;
  const [one, other] = log10Norms;
  if (Number.isNaN(one) || Number.isNaN(other)) return [`No gradient of ${label} is measured yet`];
  const finite = Number.isFinite(one) && Number.isFinite(other);
  if (one === other || (finite && Math.abs(one - other) < Math.log10(alike)))
    return [
      `${label} receives `,
      { stressed: 'as much gradient' },
      ' in ',
      { network: 0 },
      ' as in ',
      { network: 1 },
    ];
  const more = one > other ? 0 : 1;
  const less = more === 0 ? 1 : 0;
  if (!Number.isFinite(log10Norms[less]))
    return [
      `${label} of `,
      { network: more },
      ' receives a gradient, ',
      { stressed: 'none reaches' },
      ` ${label} of `,
      { network: less },
    ];
  if (!Number.isFinite(log10Norms[more]))
    return [`The gradient of ${label} of `, { network: more }, ' is ', { stressed: 'beyond all numbers' }];
  const factor = formatFactor(10 ** (log10Norms[more] - log10Norms[less]));
  return [
    `${label} of `,
    { network: more },
    ' receives ',
    { stressed: `${factor} more gradient` },
    ` than ${label} of `,
    { network: less },
  ];
}

/** "÷ 40", "× 1.6", or "level": what ten layers do to a gradient on its way to the input. */
export function formatPerTen(decadesPerTen: number | null): string {
  if (decadesPerTen === null) return '–';
  const factor = shortFactorDigits(10 ** Math.abs(decadesPerTen));
  return `${decadesPerTen < 0 ? '÷' : '×'} ${factor}`;
}
