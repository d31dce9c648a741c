import type { EvaluationCommand, EvaluationEvent } from '../../protocol/evaluationMessages';
import { engineConnection } from '../engine/engineConnection';
import { t } from '../language/t';

type Hear = (event: EvaluationEvent) => void;
type Asked = Exclude<EvaluationCommand, { readonly type: 'stopEvaluation' }>;
/** A command without its request's id. */
type Question = Asked extends infer Command
  ? Command extends Asked
    ? Omit<Command, 'requestId'>
    : never
  : never;

/** Why nothing is asked while the engine starts, or is gone. */
export const noEngine = {
  message: 'No engine is connected.',
  advice: 'Try again once the engine has started.',
} as const;

const hearers = new Map<string, Hear>();
let requestNumber = 0;

/**
 * Asks the engine to use what a run has trained. `hear` is told how far it is and the answer, or why there is none.
 * Returns the request's id; null where no engine is connected.
 */
export function askTrained(question: Question, hear: Hear): string | null {
  requestNumber += 1;
  const requestId = `use-${Date.now().toString(36)}-${requestNumber}`;
  hearers.set(requestId, hear);
  if (engineConnection.send({ ...question, requestId })) return requestId;
  hearers.delete(requestId);
  return null;
}

/** Nobody waits for this answer any more. */
export function dropQuestion(requestId: string): void {
  if (hearers.delete(requestId)) engineConnection.send({ type: 'stopEvaluation', requestId });
}

/** Takes in an answer of the engine; one to another window is passed over. */
export function receiveEvaluationEvent(event: EvaluationEvent): void {
  const hear = hearers.get(event.requestId);
  if (event.type !== 'evaluationProgress') hearers.delete(event.requestId);
  hear?.(event);
}

/** The engine that was asked is gone, and answers nothing any more. */
export function loseQuestions(): void {
  for (const requestId of [...hearers.keys()])
    receiveEvaluationEvent({
      type: 'evaluationFailed',
      requestId,
      message: t`The engine ended before it had answered.`,
      advice: t`Ask again once the engine has started.`,
    });
}
