import type { FileProblem } from '../../protocol/windowChannels';
import { say } from '../language/say';
import { t } from '../language/t';
import { useProjectProblem } from './projectProblem';

/** Says which files of the last time are not in their tabs; the others are. */
export function sayMissingFiles(missing: readonly FileProblem[]): void {
  const [first] = missing;
  if (first === undefined) return;
  const title = t`Not all tabs could be opened again`;
  const message = missing.map((problem) => say(problem.message)).join(' ');
  const advice = missing.length === 1 ? say(first.advice) : t`Open them from where they are now.`;
  useProjectProblem.getState().show({ title, message, advice });
}
