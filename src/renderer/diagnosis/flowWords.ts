import { describeFlow } from '../../network/health/flowSentence';
import { judgeFlow } from '../../network/health/flowVerdict';
import { depthNorms, measuredLayers } from '../gradients/flow/gradientProfile';
import { say } from '../language/say';
import type { Run } from '../training/run';

/** What the gradients do on their way back, at the last measured step: "Gradients keep their size from fc to conv1". */
export function flowWords(run: Run): string {
  const layers = measuredLayers(run);
  const { before, stressed, after } = describeFlow(
    judgeFlow(depthNorms(run, layers, run.log.length - 1), run.normalised),
  );
  return say(before) + say(stressed) + say(after);
}
