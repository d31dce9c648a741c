import { type Activation, orderOf } from '../../../importing/activation';
import { NoLayer } from '../../../importing/noLayer';
import { permuteValues } from '../../permuteValues';
import type { Constant } from '../constant';
import type { Reader } from '../operator';
import { channelAxis, channelsFirst, channelsOf } from '../orders';

/** Constants of 1 that Layerwise itself writes where a layer has no scale, and of 0 where it has no shift. */
const placeholder = /\/(scale|offset)(_\d+)?$/;

export const batchNormalization: Reader = (operator) => {
  const given = operator.activation(0);
  const x = given.order === 'channelsLast' ? channelsFirst(operator, given) : given;
  if (operator.int('training_mode', 0) !== 0) throw new NoLayer('it is in training, with outputs of its own');
  const [scale, offset] = [operator.weight(1), operator.weight(2)];
  const [mean, variance] = [operator.weight(3), operator.weight(4)];
  const hasScale = !placeholder.test(scale.name) || scale.values.some((value) => value !== 1);
  const hasOffset = !placeholder.test(offset.name) || offset.values.some((value) => value !== 0);
  return operator.layer({
    kind: 'batchNorm',
    config: {
      epsilon: shortNumber(operator.float('epsilon', 1e-5)),
      momentum: shortNumber(operator.float('momentum', 0.9)),
      scale: hasScale,
      center: hasOffset,
    },
    inputs: [x],
    weights: {
      ...(hasScale && { gamma: valuesInOrder(scale, x) }),
      ...(hasOffset && { beta: valuesInOrder(offset, x) }),
      movingMean: valuesInOrder(mean, x),
      movingVariance: valuesInOrder(variance, x),
    },
    ...orderOf(x),
  });
};

/** One value for each channel or feature, in the layer's order. */
function valuesInOrder({ values }: Constant, { image }: Activation): Float32Array {
  const [height = 1, width = 1, channels = 1] = image ?? [];
  const own = Float32Array.from(values);
  if (image === undefined || own.length !== height * width * channels) return own;
  return permuteValues(own, [channels, height, width], [1, 2, 0]);
}

/** Over the last axes of ONNX's tensor: channels, or all values of an example. */
export const layerNormalization: Reader = (operator) => {
  const x = operator.activation(0);
  if (x.order === 'channelsFirst') throw new NoLayer('it normalises over width alone');
  if (x.order === 'channelsFirstFeatures') throw new NoLayer('its features are in the order of C×H×W');
  const rank = channelAxis(x) + 1;
  const axis = operator.int('axis', -1);
  const first = axis < 0 ? axis + rank : axis;
  if (first !== rank - 1 && first !== 1) throw new NoLayer('it normalises over some of the axes');
  const scale = operator.weight(1);
  const offset = operator.constant(2);
  return operator.layer({
    kind: 'layerNorm',
    config: {
      axes: first === rank - 1 && rank > 2 ? 'channels' : 'example',
      epsilon: shortNumber(operator.float('epsilon', 1e-5)),
    },
    inputs: [x],
    weights: {
      gamma: Float32Array.from(scale.values),
      beta: offset === undefined ? new Float32Array(scale.values.length) : Float32Array.from(offset.values),
    },
    order: x.order,
  });
};

/** Each channel by itself: group normalisation with as many groups; or a step of one, behind a reshape into groups. */
export const instanceNormalization: Reader = (operator) => {
  const epsilon = shortNumber(operator.float('epsilon', 1e-5));
  const [scale, offset] = [operator.weight(1), operator.weight(2)];
  const [value] = operator.inputs;
  if (value?.type === 'step' && value.name === 'grouped') {
    if (scale.values.some((factor) => factor !== 1) || offset.values.some((shift) => shift !== 0))
      throw new NoLayer('it scales groups of channels');
    return { ...value, name: 'groupNormalised', numbers: [value.numbers[0] ?? 1, epsilon] };
  }
  const x = channelsFirst(operator, operator.activation(0));
  const channels = channelsOf(x) ?? scale.values.length;
  return operator.layer({
    kind: 'groupNorm',
    config: { groups: channels, epsilon },
    inputs: [x],
    weights: { gamma: Float32Array.from(scale.values), beta: Float32Array.from(offset.values) },
    order: 'channelsFirst',
  });
};

/** ONNX divides alpha by the number of channels that count. */
export const lrn: Reader = (operator) => {
  const x = channelsFirst(operator, operator.activation(0));
  const size = operator.int('size', 1);
  const config = {
    size,
    bias: shortNumber(operator.float('bias', 1)),
    alpha: shortNumber(operator.float('alpha', 1e-4) / Math.max(size, 1)),
    beta: shortNumber(operator.float('beta', 0.75)),
  };
  return operator.layer({ kind: 'localResponseNorm', config, inputs: [x], order: 'channelsFirst' });
};

/** Without what single precision adds to a short number. */
export function shortNumber(value: number): number {
  return Number(value.toPrecision(6));
}
