import type { z } from 'zod';
import type { projectSchema } from '../../network/graph/projectSchema';
import type { ProbeEvent } from '../../protocol/engineMessages';
import { engineConnection } from '../engine/engineConnection';
import { t } from '../language/t';

/** How often the gradient is looked at: seeds, and batches for each of them. */
export interface ProbeEffort {
  readonly seeds: number;
  readonly batches: number;
}

type Hear = (event: ProbeEvent) => void;

const hearers = new Map<string, Hear>();
let requestNumber = 0;

/**
 * Asks the engine what a network's gradient does before it is trained. `hear` is told the answer, or why there is
 * none. Returns the request's id; null where no engine is connected.
 */
export function askForProbe(
  project: z.infer<typeof projectSchema>,
  effort: ProbeEffort,
  hear: Hear,
): string | null {
  requestNumber += 1;
  const requestId = `probe-${Date.now().toString(36)}-${requestNumber}`;
  hearers.set(requestId, hear);
  if (engineConnection.send({ type: 'probe', requestId, project, ...effort })) return requestId;
  hearers.delete(requestId);
  return null;
}

/** Nobody waits for this answer any more. */
export function dropProbe(requestId: string): void {
  hearers.delete(requestId);
}

/** Takes in an answer of the engine; one to another window is passed over. */
export function receiveProbeEvent(event: ProbeEvent): void {
  const hear = hearers.get(event.requestId);
  hearers.delete(event.requestId);
  hear?.(event);
}

/** The engine that was asked is gone, and answers nothing any more. */
export function loseProbeRequests(): void {
  for (const requestId of [...hearers.keys()])
    receiveProbeEvent({
      type: 'probeFailed',
      requestId,
      message: t`The engine ended before it had answered.`,
      advice: t`Probe again once the engine has started.`,
    });
}
