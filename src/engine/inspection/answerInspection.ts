import type { InspectionCommand, InspectionEvent } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import { describeFailure } from '../train/failure';
import type { Inspection } from './inspectNode';

/**
 * Answers what is inside a layer of the last run; null stands for none that is in memory. A command comes between two
 * steps, so that this may be done at once.
 */
export function answerInspection(
  { requestId, node, image }: InspectionCommand,
  run: { inspect(node: string, image: number): Inspection } | null,
  send: (event: InspectionEvent) => void,
): void {
  try {
    if (run === null)
      throw new AdviceError(
        'The engine holds no network with weights to look into.',
        'Train the network; a run from disk has to be gone on with, and a pair can be looked into once both runs have ended.',
      );
    send({ type: 'nodeInspected', requestId, ...run.inspect(node, image) });
  } catch (error) {
    const { message, advice } = describeFailure(error);
    send({ type: 'nodeNotInspected', requestId, message, advice });
  }
}
