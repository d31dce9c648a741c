import { assertNever } from '../../network/assertNever';
import type { Device } from '../../protocol/engineMessages';
import { isSlow } from '../engine/describeDevice';
import type { EngineLoss, EngineState } from '../engine/engineStore';
import { formatInteger } from '../format/numbers';
import type { NoticeSubject } from './dismissals';
import type { RunState } from './runStore';

/** What a notice offers to do. */
export type NoticeAction =
  | { readonly type: 'restartEngine' }
  | { readonly type: 'showLayer'; readonly node: string; readonly label: string };

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

/** An engine that starts within a second is not worth a word. */
const worthSayingAfterSeconds = 1;

/** What the window has to say now; the gravest first. `now` is `performance.now()`. */
export function currentNotices(
  engine: EngineState,
  loss: EngineLoss | null,
  run: Pick<RunState, 'phase' | 'run' | 'latest'>,
  now: number,
): readonly EngineNoticeContent[] {
  const lost = lossNotice(loss, engine, run, now);
  // A new engine that starts after a loss is told of where the loss is.
  const own = lost !== null && engine.state === 'starting' ? null : engineNotice(engine, now);
  return [own, lost, runNotice(run)].filter((notice) => notice !== null);
}

function engineNotice(engine: EngineState, now: number): EngineNoticeContent | null {
  switch (engine.state) {
    case 'ready':
      return slowNotice(engine.device);
    case 'starting': {
      const seconds = secondsSince(engine.since, now);
      if (seconds < worthSayingAfterSeconds) return null;
      return {
        ...quiet(engine),
        tone: 'waiting',
        title: `Starting the engine… ${seconds} s`,
        text: 'The library that trains is being loaded. The network can be edited meanwhile.',
      };
    }
    case 'unresponsive': {
      const seconds = secondsSince(engine.since, now);
      return {
        ...quiet(engine),
        tone: 'warning',
        title: `The engine has not responded for ${seconds} s`,
        text: 'It may be in a long step. Restarting it ends the run; what was measured is kept.',
        action: { type: 'restartEngine' },
      };
    }
    case 'unavailable':
    case 'broken':
      return {
        ...quiet(engine),
        tone: 'error',
        title: engine.message,
        text: engine.advice,
        details: engine.details,
        action: { type: 'restartEngine' },
      };
    default:
      return assertNever(engine);
  }
}

/** Said once, for a new engine on the same machine would have the same reason. */
function slowNotice(device: Device): EngineNoticeContent | null {
  if (!isSlow(device) || device.note === null) return null;
  return {
    ...quiet(device.note),
    tone: 'warning',
    title: device.note,
    text: device.advice ?? 'Everything works as usual, only slower.',
    dismissible: true,
  };
}

function lossNotice(
  loss: EngineLoss | null,
  engine: EngineState,
  { phase, run, latest }: Pick<RunState, 'phase' | 'run' | 'latest'>,
  now: number,
): EngineNoticeContent | null {
  if (loss === null || engine.state === 'broken') return null;
  const kept =
    phase.status === 'lost' && run !== null && latest !== null
      ? `What was measured up to step ${formatInteger(latest.step)} is kept; the weights are gone.`
      : 'The network and what was measured are kept.';
  const next =
    engine.state === 'starting'
      ? `A new engine is starting… ${secondsSince(engine.since, now)} s`
      : 'A new engine is ready.';
  return {
    ...quiet(loss),
    tone: 'error',
    title: loss.message,
    text: `${kept} ${next}`,
    details: loss.details,
    dismissible: true,
  };
}

function runNotice({ phase, run }: Pick<RunState, 'phase' | 'run'>): EngineNoticeContent | null {
  if (phase.status === 'failed')
    return {
      ...quiet(phase),
      tone: 'error',
      title: phase.message,
      text: phase.advice,
      details: phase.details,
      dismissible: true,
    };
  if (phase.status !== 'ended' || phase.reason !== 'diverged') return null;
  const node = run?.document.nodes.find(({ id }) => id === phase.node);
  return {
    ...quiet(phase),
    tone: 'error',
    title: 'The run diverged',
    text: phase.message ?? 'The loss is not a finite number any more. Lower the learning rate.',
    action: node === undefined ? null : { type: 'showLayer', node: node.id, label: node.label },
    dismissible: true,
  };
}

function secondsSince(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 1000));
}

function quiet(subject: NoticeSubject) {
  return { subject, details: '', action: null, dismissible: false } as const;
}
