import type { HealthRule } from '../healthRule';
import { valueText } from '../measureText';
import { lowerRate } from '../remedies/trainingRemedies';

/** The loss rises or swings in place of falling. */
export const learningRateTooHigh: HealthRule = {
  kind: 'learning-rate-too-high',
  title: 'Learning rate too high',
  sign: 'over the latest 20 measured steps the mean loss is above 1.5 times that at the start (the least of the first 3, since the first step alone can throw it up); or it is above half of it and swings by more than half of its mean',
  source: 'DeepDiagnosis (Wardat et al. 2022) looks for oscillating losses; the bounds are our own',
  judge({ course, document, thresholds }) {
    const { lossWindow, lossStart, lossRise, lossSwing } = thresholds;
    if (course.losses.length < lossWindow + lossStart) return null;
    // At a rate that is far too high only the very first loss, from before a step, is not thrown up yet.
    const start = Math.min(...course.losses.slice(0, lossStart));
    const latest = course.losses.slice(-lossWindow);
    const level = mean(latest);
    const swing = Math.sqrt(mean(latest.map((loss) => (loss - level) ** 2))) / level;
    const rises = level > lossRise * start;
    const swings = level > start / 2 && swing > lossSwing;
    if (!rises && !swings) return null;
    const rate = document.training.learningRate;
    return {
      severity: 'fault',
      nodes: [],
      evidence: `The loss began at ${valueText(start)} and is ${valueText(level)} on average over the latest ${lossWindow} measured steps${swings ? `, give or take ${valueText(swing * level)}` : ''}.`,
      cause: `At a learning rate of ${rate} steps jump across the valley of the loss in place of going down into it.`,
      remedies: lowerRate(document),
    };
  },
};

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
