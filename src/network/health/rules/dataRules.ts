import type { HealthRule } from '../healthRule';
import { shareText, valueText } from '../measureText';
import { normaliseInput } from '../remedies/trainingRemedies';

/** Values that the first weights were not drawn for. */
export const inputNotNormalised: HealthRule = {
  kind: 'input-not-normalised',
  title: 'Input not normalised',
  sign: 'the mean of the input is more than one deviation away from 0, or its deviation is below 0.1 or above 5',
  source: 'LeCun et al. 1998, Efficient BackProp, section 4.3',
  judge({ data, document, thresholds }) {
    if (data === null || Number.isNaN(data.inputMean)) return null;
    const { inputMean, inputDeviation } = data;
    const { low, high } = thresholds.inputDeviation;
    const off = Math.abs(inputMean) > thresholds.inputOffset * inputDeviation;
    if (!off && inputDeviation >= low && inputDeviation <= high) return null;
    return {
      severity: 'warning',
      nodes: [],
      evidence: `The values that the network takes in have mean ${valueText(inputMean)} and deviation ${valueText(inputDeviation)}.`,
      cause: off
        ? 'Values that all lie on one side of 0 push all weights of a unit the same way at once, which makes training slow.'
        : 'First weights are drawn for values with deviation 1, so that signal and gradient start at the wrong size.',
      remedies: normaliseInput(document),
    };
  },
};

/** A network can do well on such data by naming the largest class. */
export const classImbalance: HealthRule = {
  kind: 'class-imbalance',
  title: 'Uneven classes',
  sign: 'the largest class has more than four times as many training images as the smallest',
  source: 'Buda et al. 2018; the factor is our own',
  judge({ data, thresholds }) {
    if (data === null || !(data.largestClassShare > thresholds.classRatio * data.smallestClassShare))
      return null;
    return {
      severity: 'warning',
      nodes: [],
      evidence: `The largest class has ${shareText(data.largestClassShare)} of the training images, the smallest ${shareText(data.smallestClassShare)}.`,
      cause: `Always naming the largest class is right ${shareText(data.largestClassShare)} of the time, so compare the accuracy with that, and add images of the small classes.`,
      remedies: [],
    };
  },
};
