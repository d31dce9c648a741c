import type { DatasetCommand, DatasetEvent } from '../../protocol/engineMessages';
import { engineConnection } from '../engine/engineConnection';
import { t } from '../language/t';

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'requestId'> : never;
/** What is asked of the engine; the request's id is added on the way. */
export type DatasetQuestion = WithoutId<Exclude<DatasetCommand, { type: 'stopDownload' }>>;

type Hear = (event: DatasetEvent) => void;

const hearers = new Map<string, Hear>();
let requestNumber = 0;

/**
 * Asks the engine about datasets. `hear` is told what it answers: progress, and last the answer or why there is none.
 * Returns the request's id; null where no engine is connected.
 */
export function askAboutDataset(question: DatasetQuestion, hear: Hear): string | null {
  requestNumber += 1;
  const requestId = `data-${Date.now().toString(36)}-${requestNumber}`;
  hearers.set(requestId, hear);
  if (engineConnection.send({ ...question, requestId })) return requestId;
  hearers.delete(requestId);
  return null;
}

export function stopDownload(requestId: string): void {
  engineConnection.send({ type: 'stopDownload', requestId });
}

/** Nobody waits for this answer any more. */
export function dropRequest(requestId: string): void {
  hearers.delete(requestId);
}

/** Takes in an event of the engine; one that answers another window is passed over. */
export function receiveDatasetEvent(event: DatasetEvent): void {
  const hear = hearers.get(event.requestId);
  if (event.type !== 'datasetProgress') hearers.delete(event.requestId);
  hear?.(event);
}

/** The engine that was asked is gone, and answers nothing any more. */
export function loseDatasetRequests(): void {
  for (const requestId of [...hearers.keys()])
    receiveDatasetEvent({
      type: 'datasetFailed',
      requestId,
      message: t`The engine ended before it had answered.`,
      advice: t`Choose the dataset again once the engine has started.`,
    });
}
