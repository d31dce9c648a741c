import { assertNever } from '../../network/assertNever';
import type { Device } from '../../protocol/engineMessages';
import { isSlow } from '../engine/describeDevice';
import type { EngineLoss, EngineState } from '../engine/engineStore';
import { formatInteger } from '../format/numbers';
import type { NoticeSubject } from './dismissals';
import { isUnderWay, type RunPhase } from './runPhase';
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
/** A connection that was merely cut comes back sooner. */
const patienceSeconds = 10;

/** What the window has to say now; the gravest first. `now` is `performance.now()`. */
export function currentNotices(
  engine: EngineState,
  loss: EngineLoss | null,
  run: Pick<RunState, 'phase' | 'run' | 'latest'>,
  now: number,
): readonly EngineNoticeContent[] {
  const lost = lossNotice(loss, engine, run, now);
  // A new engine that starts after a loss is told of where the loss is.
  const own = lost !== null && engine.state === 'starting' ? null : engineNotice(engine, run.phase, now);
  return [own, lost, runNotice(run)].filter((notice) => notice !== null);
}

function engineNotice(engine: EngineState, phase: RunPhase, now: number): EngineNoticeContent | null {
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
    case 'cutOff':
      return cutOffNotice(engine, isUnderWay(phase.status), secondsSince(engine.since, now));
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

/** A browser can't tell a connection that was cut from a server that was ended, except by the time that it takes. */
function cutOffNotice(
  engine: Extract<EngineState, { readonly state: 'cutOff' }>,
  training: boolean,
  seconds: number,
): EngineNoticeContent {
  if (engine.cause === 'session')
    return {
      ...quiet(engine),
      tone: 'error',
      title: 'Layerwise was started anew, and does not know this page',
      text: 'Its terminal shows an address: open that one in this browser. Save the network here first, if it has changes.',
    };
  if (seconds < patienceSeconds)
    return {
      ...quiet(engine),
      tone: 'warning',
      title: 'Connection to Layerwise lost',
      text: `${training ? 'Training goes on; reconnecting' : 'Reconnecting'}… ${seconds} s`,
    };
  return {
    ...quiet(engine),
    tone: 'error',
    title: 'Layerwise does not answer',
    text: `If it was ended, start it again with “layerwise serve” and open the address that it prints. The network and what was measured stay on this page. Reconnecting… ${seconds} s`,
  };
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
