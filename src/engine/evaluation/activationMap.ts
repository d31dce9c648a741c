/**
 * Class activation map, Zhou et al. 2016, "Learning Deep Features for Discriminative Localization", equation 2:
 * M_c(x, y) = Σ_k w_k^c · f_k(x, y), the contribution of each place to the score of class c, times the number of places.
 *
 * `features` is what the global average pool is given, height × width × channels; `kernel` that of the dense layer behind
 * it, channels × classes.
 */
export function classActivationMap(
  features: Float32Array,
  kernel: Float32Array,
  {
    channels,
    classes,
    classNumber,
  }: {
    readonly channels: number;
    readonly classes: number;
    readonly classNumber: number;
  },
): Float32Array<ArrayBuffer> {
  return weighedSum(
    features,
    Float64Array.from({ length: channels }, (_, channel) => kernel[channel * classes + classNumber] ?? 0),
  );
}

/**
 * Gradient-weighted class activation map, Selvaraju et al. 2017, "Grad-CAM". Equation 1: α_k = the mean over all places of
 * ∂y_c/∂A_k, and equation 2: L(x, y) = ReLU(Σ_k α_k · A_k(x, y)).
 *
 * `features` and `gradient` are height × width × channels of one image.
 */
export function gradientActivationMap(
  features: Float32Array,
  gradient: Float32Array,
  channels: number,
): Float32Array<ArrayBuffer> {
  const means = new Float64Array(channels);
  for (const [place, slope] of gradient.entries())
    means[place % channels] = (means[place % channels] ?? 0) + slope;
  const places = gradient.length / channels;
  return weighedSum(
    features,
    means.map((sum) => sum / places),
  ).map((value) => Math.max(0, value));
}

/** At each place the sum over the channels, each times its weight. */
function weighedSum(features: Float32Array, weights: Float64Array): Float32Array<ArrayBuffer> {
  const channels = weights.length;
  return Float32Array.from({ length: features.length / channels }, (_, place) =>
    weights.reduce((sum, weight, channel) => sum + weight * (features[place * channels + channel] ?? 0), 0),
  );
}
