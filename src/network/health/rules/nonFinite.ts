import { optimizerDefaults } from '../../graph/trainingSettings';
import type { HealthRule } from '../healthRule';
import { clipGradients, farTooHigh, lowerRate } from '../remedies/trainingRemedies';

/** A value is no number any more. */
export const nonFinite: HealthRule = {
  kind: 'non-finite',
  title: 'Not a number',
  sign: 'the loss, an output or a gradient is NaN or infinite; the first layer where it is so is named',
  source: 'exact',
  judge({ nonFinite: found, document, settled }) {
    if (found === null) return null;
    const { training } = document;
    const usual = optimizerDefaults[training.optimizer.type].learningRate;
    const high = farTooHigh(document);
    const grown = settled?.weights.some(({ updateRatio }) => updateRatio > 1) ?? false;
    return {
      severity: 'fault',
      nodes: [found.node],
      evidence: found.message,
      cause: high
        ? `A learning rate of ${training.learningRate} throws the weights so far that outputs leave the range of 32-bit numbers; ${usual} is usual for this optimizer.`
        : grown
          ? 'Steps larger than the weights themselves threw the outputs out of the range of 32-bit numbers.'
          : `Outputs left the range of 32-bit numbers: first weights${found.step === 0 ? '' : ', rate'} or input are too large for this network.`,
      remedies: found.step === 0 ? [] : [...lowerRate(document), ...(high ? [] : clipGradients(document))],
    };
  },
};
