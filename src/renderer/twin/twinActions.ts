import type { NetworkDocument } from '../../network/graph/document';
import { counterpartOf } from '../../network/twin/counterpart';
import { onEqualTerms } from '../../network/twin/equalTerms';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { useEngine } from '../engine/engineStore';
import { useRun } from '../training/runStore';
import { expectTwin } from './joinTwin';

let twinNumber = 0;

/**
 * Trains the network on the canvas and another one on equal terms, from fresh weights, and compares them. `title` says
 * what the other one is: "Shortcuts added".
 */
export function trainTwin(twinDocument: NetworkDocument, title: string): void {
  const { history, analysis } = useEditor.getState();
  const document = onEqualTerms(history.document, twinDocument);
  twinNumber += 1;
  const runId = `twin-${Date.now().toString(36)}-${twinNumber}`;
  useEngine.getState().forgetLoss();
  expectTwin({ runId, document, title });
  useDock.getState().showTab('compare');
  useRun.getState().trainTwin({ document: history.document, analysis }, runId, document);
}

/** Trains the network on the canvas against the same network with shortcuts, or without them. */
export function trainCounterpart(): void {
  const { history, analysis } = useEditor.getState();
  const counterpart = counterpartOf(history.document, analysis);
  if ('problem' in counterpart) useNotice.getState().show(counterpart.problem);
  else
    trainTwin(
      counterpart.document,
      counterpart.becomes === 'residual' ? 'Shortcuts added' : 'Shortcuts taken out',
    );
}

/** Trains the network on the canvas, as it was edited, against the one that was trained last. */
export function trainAgainstLastRun(): void {
  const { run } = useRun.getState();
  if (run !== null) trainTwin(run.document, 'As it was trained last');
}
