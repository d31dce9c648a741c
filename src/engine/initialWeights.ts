import type { Analysis, ResolvedWeight } from '../network/analysis/analysis';
import { assertNever } from '../network/assertNever';
import type { DrawnInitialiserType } from '../network/layers/initialisers';
import { elementCount } from '../network/layers/shape';
import { type RandomStream, randomStream } from './randomStreams';

/** Standard deviation of a standard normal that is truncated at ±2. */
const truncatedDeviation = 0.87962566103423978;

/**
 * First values of the weights that are trained, by `node/name`, row-major. Each weight has its own random stream: the values
 * of one depend on the seed, its node and its name, and not on the rest of the network.
 */
export function drawInitialWeights(analysis: Analysis, seed: number): ReadonlyMap<string, Float32Array> {
  const values = new Map<string, Float32Array>();
  for (const [node, { weights, usedInTraining }] of analysis.nodes) {
    if (!usedInTraining) continue;
    for (const weight of weights) {
      const name = `${node}/${weight.name}`;
      values.set(name, draw(weight, randomStream(seed, `weights/${name}`)));
    }
  }
  return values;
}

function draw(weight: ResolvedWeight, stream: RandomStream): Float32Array {
  const values = new Float32Array(elementCount(weight.shape));
  const { initialiser } = weight;
  if (initialiser.type === 'constant') return values.fill(initialiser.value);
  if (initialiser.type === 'values') return Float32Array.from(initialiser.values);
  const { fanIn, fanOut } = weight.fans ?? { fanIn: values.length, fanOut: values.length };
  const { uniform, variance } = distribution(initialiser.type, fanIn, fanOut);
  const scale = uniform ? Math.sqrt(3 * variance) : Math.sqrt(variance) / truncatedDeviation;
  for (let index = 0; index < values.length; index++)
    values[index] = scale * (uniform ? 2 * stream.uniform() - 1 : truncatedNormal(stream));
  return values;
}

function truncatedNormal(stream: RandomStream): number {
  for (;;) {
    const value = stream.normal();
    if (Math.abs(value) < 2) return value;
  }
}

/** Variances as in initialisers.ts. A uniform draw on [−l, l] has the variance l²/3. */
function distribution(
  type: DrawnInitialiserType,
  fanIn: number,
  fanOut: number,
): { readonly uniform: boolean; readonly variance: number } {
  switch (type) {
    case 'glorotUniform':
      return { uniform: true, variance: 2 / (fanIn + fanOut) };
    case 'glorotNormal':
      return { uniform: false, variance: 2 / (fanIn + fanOut) };
    case 'heUniform':
      return { uniform: true, variance: 2 / fanIn };
    case 'heNormal':
      return { uniform: false, variance: 2 / fanIn };
    case 'lecunUniform':
      return { uniform: true, variance: 1 / fanIn };
    case 'lecunNormal':
      return { uniform: false, variance: 1 / fanIn };
    default:
      return assertNever(type);
  }
}
