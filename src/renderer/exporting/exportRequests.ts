import type { ExportCommand, ExportEvent } from '../../protocol/exportMessages';
import { engineConnection } from '../engine/engineConnection';
import { t } from '../language/t';

/** The parts of an archive that have come so far, and who waits for all of them. */
interface Waiting {
  readonly parts: Uint8Array[];
  readonly settle: (outcome: ExportOutcome) => void;
}

export type ExportOutcome =
  | { readonly content: Uint8Array<ArrayBuffer> }
  | { readonly failure: { readonly message: string; readonly advice: string } };

const waiting = new Map<string, Waiting>();
let requestNumber = 0;

/** Asks the engine for a network's files in one archive, or why there are none. */
export function askForExport(
  question: Omit<Extract<ExportCommand, { readonly type: 'exportNetwork' }>, 'type' | 'requestId'>,
): Promise<ExportOutcome> {
  requestNumber += 1;
  const requestId = `export-${Date.now().toString(36)}-${requestNumber}`;
  return new Promise((settle) => {
    waiting.set(requestId, { parts: [], settle });
    if (engineConnection.send({ ...question, type: 'exportNetwork', requestId })) return;
    fail(requestId, {
      message: t`No engine is connected.`,
      advice: t`Try again once the engine has started.`,
    });
  });
}

/** Takes in an answer of the engine; one to another window is passed over. */
export function receiveExportEvent(event: ExportEvent): void {
  const { requestId } = event;
  if (event.type === 'exportFailed') {
    fail(requestId, event);
    return;
  }
  const asked = waiting.get(requestId);
  if (asked === undefined) return;
  asked.parts[event.part] = event.content;
  if (event.part < event.parts - 1) {
    engineConnection.send({ type: 'takeExportedPart', requestId, part: event.part + 1 });
    return;
  }
  waiting.delete(requestId);
  asked.settle({ content: joined(asked.parts) });
}

/** The engine that was asked is gone, and answers nothing any more. */
export function loseExports(): void {
  for (const requestId of [...waiting.keys()])
    fail(requestId, {
      message: t`The engine ended before it had answered.`,
      advice: t`Export again once the engine has started.`,
    });
}

function fail(
  requestId: string,
  { message, advice }: { readonly message: string; readonly advice: string },
): void {
  const asked = waiting.get(requestId);
  waiting.delete(requestId);
  asked?.settle({ failure: { message, advice } });
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  return content;
}
