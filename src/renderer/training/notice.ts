import { assertNever } from '../../network/assertNever';
import type { Device } from '../../protocol/engineMessages';
import { isSlow } from '../engine/describeDevice';
import type { EngineLoss, EngineState } from '../engine/engineStore';
import { t } from '../language/t';
import { machineLossNotice } from './machineNotices';
import { type EngineNoticeContent, quiet, secondsSince } from './noticeContent';
import { lossNotice, type NotedRun, runNotices } from './runNotices';
import { isUnderWay, type RunPhase } from './runPhase';

/** An engine that starts within a second is not worth a word. */
const worthSayingAfterSeconds = 1;
/** A connection that was merely cut comes back sooner. */
const patienceSeconds = 10;

/** What the window has to say now; the gravest first. `now` is `performance.now()`. */
export function currentNotices(
  engine: EngineState,
  loss: EngineLoss | null,
  run: NotedRun,
  now: number,
): readonly EngineNoticeContent[] {
  const lost = lossNotice(loss, engine, run, now);
  // A new engine that starts after a loss is told of where the loss is.
  const own = lost !== null && engine.state === 'starting' ? null : engineNotice(engine, run.phase, now);
  return [own, lost, ...runNotices(run, engine.state === 'ready')].filter((notice) => notice !== null);
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
        title: t`Starting the engine… ${seconds} s`,
        text: t`The library that trains is being loaded. The network can be edited meanwhile.`,
      };
    }
    case 'unresponsive': {
      const seconds = secondsSince(engine.since, now);
      return {
        ...quiet(engine),
        tone: 'warning',
        title: t`The engine has not responded for ${seconds} s`,
        text: t`It may be in a long step. Restarting it ends the run; what was measured is kept.`,
        action: { type: 'restartEngine' },
      };
    }
    case 'cutOff':
      return engine.machine === null
        ? cutOffNotice(engine, isUnderWay(phase.status), secondsSince(engine.since, now))
        : machineLossNotice(engine, engine.machine, isUnderWay(phase.status), now);
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
      title: t`Layerwise was started anew, and does not know this page`,
      text: t`Its terminal shows an address: open that one in this browser. Save the network here first, if it has changes.`,
    };
  if (seconds < patienceSeconds)
    return {
      ...quiet(engine),
      tone: 'warning',
      title: t`Connection to Layerwise lost`,
      text: training ? t`Training goes on; reconnecting… ${seconds} s` : t`Reconnecting… ${seconds} s`,
    };
  return {
    ...quiet(engine),
    tone: 'error',
    title: t`Layerwise does not answer`,
    text: t`If it was ended, start it again with “layerwise serve” and open the address that it prints. The network and what was measured stay on this page. Reconnecting… ${seconds} s`,
  };
}

/** Said once, for a new engine on the same machine would have the same reason. */
function slowNotice(device: Device): EngineNoticeContent | null {
  if (!isSlow(device) || device.note === null) return null;
  return {
    ...quiet(device.note),
    tone: 'warning',
    title: device.note,
    text: device.advice ?? t`Everything works as usual, only slower.`,
    dismissible: true,
  };
}
