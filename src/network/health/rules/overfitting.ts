import type { HealthRule } from '../healthRule';
import { valueText } from '../measureText';
import { augment } from '../remedies/trainingRemedies';

/** The network learns the training images by heart. */
export const overfitting: HealthRule = {
  kind: 'overfitting',
  title: 'Overfitting',
  sign: 'the validation loss is more than 10 % above its least, two epochs or more after that, and above the training loss, while the training loss has fallen since',
  source: 'early stopping (Prechelt 1998)',
  judge({ epochs, document, thresholds }) {
    const validated = epochs.flatMap(({ epoch, loss, validationLoss }) =>
      validationLoss === null ? [] : [{ epoch, loss, validationLoss }],
    );
    const [latest, best] = [
      validated.at(-1),
      validated.reduce<(typeof validated)[number] | undefined>(
        (least, one) => (least === undefined || one.validationLoss < least.validationLoss ? one : least),
        undefined,
      ),
    ];
    if (latest === undefined || best === undefined) return null;
    // Images that are learned by heart are known better than others.
    if (latest.validationLoss <= latest.loss) return null;
    const worse = latest.validationLoss > thresholds.overfittedLoss * best.validationLoss;
    if (!worse || latest.epoch < best.epoch + thresholds.overfittedEpochs || latest.loss >= best.loss)
      return null;
    return {
      severity: 'warning',
      nodes: [],
      evidence: `The validation loss was least after epoch ${best.epoch}, ${valueText(best.validationLoss)}, and is ${valueText(latest.validationLoss)} after epoch ${latest.epoch}, while the training loss fell from ${valueText(best.loss)} to ${valueText(latest.loss)}.`,
      cause:
        'The network has begun to learn the training images by heart in place of what they have in common.',
      remedies: augment(document),
    };
  },
};
