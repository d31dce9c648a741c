import { elementCount } from '../../../../network/layers/shape';
import type { Activation } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import type { Constant } from '../constant';
import type { Operator } from '../operator';
import { operand } from './singleValues';

/** A bias that follows its layer is the layer's own; likewise the shift of a group norm, and of LeNet-5's subsampling. */
export function addPerChannel(operator: Operator, index: number, constant: Constant): Activation {
  const x = operator.activation(1 - index);
  const values = perChannel(constant, x);
  const node = operator.onlyUseOf(1 - index) ? operator.draft.node(x) : undefined;
  const { draft } = operator;
  if (node?.config['useBias'] === false) {
    draft.change(node, { useBias: true }, { bias: values });
    return x;
  }
  if (node?.kind === 'groupNorm' && draft.weights.get(`${node.id}/beta`)?.every((shift) => shift === 0)) {
    draft.change(node, {}, { beta: values });
    return x;
  }
  const subsample = node === undefined ? null : draft.asSubsample(node, values);
  if (subsample !== null) return { ...subsample, shape: x.shape };
  throw new NoLayer('it adds a constant to each channel, and nothing in front has a bias');
}

/** Learned factors; those of a group norm are its own. */
export function multiplyPerChannel(operator: Operator, index: number, constant: Constant): Activation {
  const given = operand(operator, 1 - index);
  const { draft } = operator;
  const factor = given.type === 'formula' ? linearFactor(given.apply) : null;
  const x = given.type === 'formula' && factor !== null ? given.of : operator.activation(1 - index);
  const values = perChannel(constant, x).map((value) => value * (factor ?? 1));
  const node = factor === null && operator.onlyUseOf(1 - index) ? draft.node(x) : undefined;
  if (node?.kind === 'groupNorm' && draft.weights.get(`${node.id}/gamma`)?.every((scale) => scale === 1)) {
    draft.change(node, {}, { gamma: values });
    return x;
  }
  return operator.layer({
    kind: 'scale',
    config: { factor: 1, learned: true },
    inputs: [x],
    weights: { gamma: values },
    order: x.order,
  });
}

function linearFactor(apply: (x: number) => number): number | null {
  const factor = apply(1);
  return [-3, -0.5, 0, 2].every((x) => Math.abs(apply(x) - factor * x) < 1e-6 * (1 + Math.abs(factor)))
    ? factor
    : null;
}

/** A value for each channel of x. Throws NoLayer where the constant has another form. */
function perChannel({ shape, values }: Constant, x: Activation): Float32Array {
  const channels = x.shape?.at(-1) ?? values.length;
  const behind = x.order === 'channelsFirst' ? 2 : 0;
  const axis = shape.length - 1 - behind;
  const fits = shape[axis] === channels && elementCount(shape) === channels;
  if (!fits || x.order === 'channelsFirstFeatures')
    throw new NoLayer('its constant is not one value for each channel');
  return Float32Array.from(values);
}
