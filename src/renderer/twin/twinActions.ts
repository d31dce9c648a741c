import type { NetworkDocument } from '../../network/graph/document';
import { replaceNetwork } from '../../network/graph/replaceNetwork';
import { counterpartOf } from '../../network/twin/counterpart';
import { onEqualTerms } from '../../network/twin/equalTerms';
import { useView } from '../canvas/viewStore';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { useNotice } from '../editor/noticeStore';
import { useEngine } from '../engine/engineStore';
import { t } from '../language/t';
import { frontTab } from '../tabs/tabsStore';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { refusesBesideAnother } from '../training/trainingElsewhere';
import { expectTwin } from './joinTwin';
import type { Twin } from './twinStore';

let twinNumber = 0;

/**
 * Trains the network on the canvas and another one on equal terms, from fresh weights, and compares them. `title` says
 * what the other one is: "Shortcuts added". False where there is no engine to take them, or it trains for another tab.
 */
export function trainTwin(twinDocument: NetworkDocument, title: string): boolean {
  if (refusesBesideAnother()) return false;
  const { history, analysis } = useEditor.getState();
  const document = onEqualTerms(history.document, twinDocument);
  twinNumber += 1;
  const runId = `twin-${Date.now().toString(36)}-${twinNumber}`;
  useEngine.getState().forgetLoss();
  useRun.getState().trainTwin({ document: history.document, analysis }, runId, document);
  if (!isUnderWay(useRun.getState().status)) return false;
  expectTwin(frontTab(), { runId, document, title });
  useDock.getState().showTab('compare');
  return true;
}

/** Trains the network on the canvas against the same network with shortcuts, or without them. */
export function trainCounterpart(): void {
  const { history, analysis } = useEditor.getState();
  const counterpart = counterpartOf(history.document, analysis);
  if ('problem' in counterpart) useNotice.getState().show(counterpart.problem);
  else
    trainTwin(
      counterpart.document,
      counterpart.becomes === 'residual' ? t`Shortcuts added` : t`Shortcuts taken out`,
    );
}

/** Puts the twin on the canvas in place of the network there: one step to undo. */
export function keepTwin({ document }: Twin): void {
  const { history, apply } = useEditor.getState();
  apply(replaceNetwork(history.document, document, t`Keep ${document.name}`));
  useDock.getState().showTab('gradients');
  useView.getState().fit();
}

/** Trains the network on the canvas, as it was edited, against the one that was trained last. */
export function trainAgainstLastRun(): void {
  const { run } = useRun.getState();
  if (run === null) return;
  const { document } = run;
  const { name } = useEditor.getState().history.document;
  trainTwin(
    document.name === name ? { ...document, name: t`${name}, before` } : document,
    t`As it was trained last`,
  );
}
