import type { Edit } from '../../network/graph/edits';
import type { NoticeSubject } from './dismissals';

/** What a notice offers to do. */
export type NoticeAction =
  | { readonly type: 'restartEngine' }
  | { readonly type: 'showLayer'; readonly node: string; readonly label: string }
  | { readonly type: 'edit'; readonly edit: Edit }
  /** Opens the dialog in which images are chosen. */
  | { readonly type: 'chooseData' }
  /** Tries at once to get the connection to another machine back. */
  | { readonly type: 'retryMachine' }
  /** Opens the device settings where another machine is named. */
  | { readonly type: 'nameMachine'; readonly label: string }
  /** Goes on with a run from its last checkpoint; `step` is null where that is not known here. */
  | { readonly type: 'resumeRun'; readonly folder: string; readonly step: number | null };

/** Something about the engine or the run that a person must know, shown over the canvas. */
export interface EngineNoticeContent {
  /** What it is about; a dismissal holds for this object, or for equal words. */
  readonly subject: NoticeSubject;
  readonly tone: 'waiting' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
  readonly details: string;
  readonly action: NoticeAction | null;
  readonly dismissible: boolean;
}

/** The parts of a notice that says something and offers nothing. */
export function quiet(subject: NoticeSubject) {
  return { subject, details: '', action: null, dismissible: false } as const;
}

export function secondsSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 1000));
}
