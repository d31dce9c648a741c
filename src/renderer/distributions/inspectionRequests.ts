import type { InspectionEvent } from '../../protocol/engineMessages';
import { engineConnection } from '../engine/engineConnection';

type Hear = (event: InspectionEvent) => void;

const hearers = new Map<string, Hear>();
let requestNumber = 0;

/** Asks the engine to look inside a layer of the last run. Returns the request's id; null where no engine is connected. */
export function askToInspect(node: string, image: number, hear: Hear): string | null {
  requestNumber += 1;
  const requestId = `inspect-${Date.now().toString(36)}-${requestNumber}`;
  hearers.set(requestId, hear);
  if (engineConnection.send({ type: 'inspectNode', requestId, node, image })) return requestId;
  hearers.delete(requestId);
  return null;
}

/** Nobody waits for this answer any more. */
export function dropInspection(requestId: string): void {
  hearers.delete(requestId);
}

/** Takes in an answer of the engine; one to another window is passed over. */
export function receiveInspectionEvent(event: InspectionEvent): void {
  const hear = hearers.get(event.requestId);
  hearers.delete(event.requestId);
  hear?.(event);
}

/** The engine that was asked is gone, and answers nothing any more. */
export function loseInspections(): void {
  hearers.clear();
}
