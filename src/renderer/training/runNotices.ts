import type { RunSummary } from '../../protocol/runMessages';
import type { EngineLoss, EngineState } from '../engine/engineStore';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { type EngineNoticeContent, type NoticeAction, quiet, secondsSince } from './noticeContent';
import type { RunPhase } from './runPhase';
import type { RunState } from './runState';

/** What notices say of the run follows from this. */
export type NotedRun = Pick<RunState, 'phase' | 'run' | 'latest' | 'recorded' | 'note'>;

/** What became of the run whose engine is gone, and what can be done. */
export function lossNotice(
  loss: EngineLoss | null,
  engine: EngineState,
  run: NotedRun,
  now: number,
): EngineNoticeContent | null {
  if (loss === null || engine.state === 'broken') return null;
  const next =
    engine.state === 'starting'
      ? t`A new engine is starting… ${secondsSince(engine.since, now)} s`
      : t`A new engine is ready.`;
  return {
    ...quiet(loss),
    tone: 'error',
    title: loss.message,
    text: `${whatIsKept(run)} ${next}`,
    details: loss.details,
    action: run.phase.status === 'lost' && engine.state === 'ready' ? resuming(run) : null,
    dismissible: true,
  };
}

function whatIsKept({ phase, run, latest, recorded }: NotedRun): string {
  if (phase.status !== 'lost' || run === null || latest === null)
    return t`The network and what was measured are kept.`;
  const measured = t`What was measured up to step ${formatInteger(latest.step)} is kept`;
  return recorded === null
    ? t`${measured}; the weights are gone.`
    : t`${measured}; the weights are saved as of step ${formatInteger(recorded.step)}.`;
}

/** What the run itself has to say; `ready` while an engine could go on with it. */
export function runNotices(run: NotedRun, ready: boolean): readonly (EngineNoticeContent | null)[] {
  return [endNotice(run, ready), noteNotice(run)];
}

function endNotice(run: NotedRun, ready: boolean): EngineNoticeContent | null {
  const { phase } = run;
  const action = ready ? resuming(run) : null;
  switch (phase.status) {
    case 'failed':
      return {
        ...quiet(phase),
        tone: 'error',
        title: phase.message,
        text: phase.advice,
        details: phase.details,
        action: phase.wantsData ? { type: 'chooseData' } : action,
        dismissible: true,
      };
    case 'interrupted':
      if (phase.elsewhere) return unwatched(phase);
      return {
        ...quiet(phase),
        tone: 'warning',
        title: t`This run was cut off after step ${formatInteger(phase.step)}`,
        text: t`What trained it was ended or lost its power. Everything that was measured is here.`,
        action,
        dismissible: true,
      };
    case 'ended':
      return phase.reason === 'diverged' ? divergence(phase, run) : null;
    default:
      return null;
  }
}

function unwatched(phase: Extract<RunPhase, { readonly status: 'interrupted' }>): EngineNoticeContent {
  return {
    ...quiet(phase),
    tone: 'warning',
    title: t`This run is no longer watched, from step ${formatInteger(phase.step)} on`,
    text: t`Another process goes on training it. Show it in Runs to watch it again.`,
    action: null,
    dismissible: true,
  };
}

function divergence(
  phase: Extract<RunPhase, { readonly status: 'ended' }>,
  { run }: NotedRun,
): EngineNoticeContent {
  const node = run?.document.nodes.find(({ id }) => id === phase.node);
  return {
    ...quiet(phase),
    tone: 'error',
    title: t`The run diverged`,
    text: phase.message ?? t`The loss is not a finite number any more. Lower the learning rate.`,
    action: node === undefined ? null : { type: 'showLayer', node: node.id, label: node.label },
    dismissible: true,
  };
}

/** A run that was under way when Layerwise ended the last time. */
export function offerNotice(offered: RunSummary | null, { phase }: NotedRun): EngineNoticeContent | null {
  if (offered === null || phase.status !== 'idle') return null;
  const { name, step, folder } = offered;
  return {
    ...quiet(folder),
    tone: 'warning',
    title: t`${name} was training when Layerwise ended`,
    text: t`What was measured up to step ${formatInteger(step)} is kept. The run can go on from its last checkpoint.`,
    action: { type: 'resumeRun', folder, step: null },
    dismissible: true,
  };
}

function noteNotice({ note }: NotedRun): EngineNoticeContent | null {
  if (note === null) return null;
  return { ...quiet(note), tone: 'warning', title: note.message, text: note.advice, dismissible: true };
}

/** Going on from the last checkpoint, or from the start where none was taken. */
function resuming({ recorded }: NotedRun): NoticeAction | null {
  return recorded === null ? null : { type: 'resumeRun', folder: recorded.folder, step: recorded.step };
}
