import type { ResolvedWeight } from '../../analysis/analysis';
import { assertNever } from '../../assertNever';
import type { Initialiser } from '../../layers/initialisers';
import type { KerasCall, KerasValue } from '../../layers/kerasLayer';
import { elementCount, type Shape } from '../../layers/shape';

/** The initialisers of a layer's weights, as arguments; those that are Keras's default are left out. */
export function firstValues(
  { weights: places }: KerasCall,
  weights: readonly ResolvedWeight[],
): KerasCall['arguments'] {
  return Object.fromEntries(
    Object.entries(places).flatMap(([name, argument]): [string, KerasValue][] => {
      const weight = weights.find((one) => one.name === name);
      if (argument === null || weight === undefined) return [];
      const value = initialiserValue(weight);
      const kernel = weight.decays;
      return value === (kernel ? 'glorot_uniform' : 'zeros') ? [] : [[argument, value]];
    }),
  );
}

function initialiserValue({ initialiser, fans, shape }: ResolvedWeight): KerasValue {
  if (initialiser.type === 'constant')
    return initialiser.value === 0
      ? 'zeros'
      : { className: 'Constant', arguments: { value: initialiser.value } };
  if (initialiser.type === 'values') throw new Error('Given values have no initialiser in Keras.');
  const keras = kerasFans(shape);
  const { fanIn = keras.fanIn, fanOut = keras.fanOut } = fans ?? {};
  if (fanIn === keras.fanIn && (fanOut === keras.fanOut || !initialiser.type.startsWith('glorot')))
    return names[initialiser.type];
  return explicit(initialiser.type, fanIn, fanOut);
}

type Drawn = Exclude<Initialiser['type'], 'constant' | 'values'>;

const names: Readonly<Record<Drawn, string>> = {
  glorotUniform: 'glorot_uniform',
  glorotNormal: 'glorot_normal',
  heUniform: 'he_uniform',
  heNormal: 'he_normal',
  lecunUniform: 'lecun_uniform',
  lecunNormal: 'lecun_normal',
};

/** Fans as Keras reads them from a kernel's shape, also where that has other axes. */
function kerasFans(shape: Shape): { readonly fanIn: number; readonly fanOut: number } {
  const [inputs = 1, outputs = 1] = shape.slice(-2);
  const area = elementCount(shape.slice(0, -2));
  return { fanIn: area * inputs, fanOut: area * outputs };
}

/** A draw of the right variance, for kernels whose fans Keras counts otherwise. */
function explicit(type: Drawn, fanIn: number, fanOut: number): KerasValue {
  const variance = varianceOf(type, fanIn, fanOut);
  if (type.endsWith('Uniform')) {
    const limit = digits(Math.sqrt(3 * variance));
    return { className: 'RandomUniform', arguments: { minval: -limit, maxval: limit } };
  }
  // Cut off at two deviations, this share of the deviation is left.
  const stddev = digits(Math.sqrt(variance) / 0.8796256610342398);
  return { className: 'TruncatedNormal', arguments: { stddev } };
}

function varianceOf(type: Drawn, fanIn: number, fanOut: number): number {
  switch (type) {
    case 'glorotUniform':
    case 'glorotNormal':
      return 2 / (fanIn + fanOut);
    case 'heUniform':
    case 'heNormal':
      return 2 / fanIn;
    case 'lecunUniform':
    case 'lecunNormal':
      return 1 / fanIn;
    default:
      return assertNever(type);
  }
}

/** As many digits as a weight has itself. */
function digits(value: number): number {
  return Number(value.toPrecision(8));
}
