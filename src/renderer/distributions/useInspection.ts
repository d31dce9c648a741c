import { type RefObject, useEffect, useState } from 'react';
import type { EngineEventOf } from '../../protocol/engineMessages';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { askToInspect, dropInspection } from './inspectionRequests';

export type Inspected = EngineEventOf<'nodeInspected'>;

/** At most once a second, and so seldom that training is slowed by 5 % at most. */
const leastPause = 1000;
const pausePerWork = 20;
/** So many are kept over a run; when there are more, every second one goes. */
const keptInspections = 48;

/** What is kept of an answer once there is a later one: its pictures are large. */
export type Moment = Pick<Inspected, 'step' | 'histograms'>;

interface InspectionHistory {
  readonly latest: Inspected | null;
  /** Ascending steps, up to the latest. */
  readonly moments: readonly Moment[];
  /** Why there is none, and what to do; null where there is nothing to say. */
  readonly failure: { readonly message: string; readonly advice: string } | null;
}

const nothing: InspectionHistory = { latest: null, moments: [], failure: null };

/** Whether the engine holds the weights of a run to look into. */
export function canInspect({ status, weightsKept, run }: RunState): boolean {
  return run !== null && (status === 'running' || status === 'paused' || weightsKept);
}

/**
 * What is inside a layer of the last run: looked at once, and again and again while the run is trained and the box is in
 * view.
 */
export function useInspection(
  node: string,
  image: number,
  box: RefObject<HTMLElement | null>,
): InspectionHistory {
  const possible = useRun(canInspect);
  const log = useRun((state) => state.run?.log ?? null);
  const [held, setHeld] = useState({ log, history: nothing });
  useEffect(() => {
    if (!possible) return;
    let inView = false;
    const observer = new IntersectionObserver((changes) => {
      inView = changes.at(-1)?.isIntersecting ?? false;
    });
    if (box.current !== null) observer.observe(box.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: string | null = null;
    let inspectedAt: number | null = null;
    const again = (milliseconds: number): void => {
      timer = setTimeout(ask, milliseconds);
    };
    const ask = (): void => {
      const step = useRun.getState().latest?.step ?? 0;
      const unseen = inspectedAt !== null && !inView;
      if (step === inspectedAt || step === 0 || unseen) {
        again(leastPause);
        return;
      }
      waiting = askToInspect(node, image, (event) => {
        waiting = null;
        inspectedAt = step;
        setHeld((before) => {
          const history = before.log === log ? before.history : nothing;
          if (event.type === 'nodeNotInspected') return { log, history: { ...history, failure: event } };
          const moments = withLatest(history.moments, event);
          return { log, history: { latest: event, moments, failure: null } };
        });
        const work = event.type === 'nodeInspected' ? event.milliseconds : 0;
        again(Math.max(leastPause, pausePerWork * work));
      });
      if (waiting === null) again(leastPause);
    };
    ask();
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      if (waiting !== null) dropInspection(waiting);
    };
  }, [possible, log, node, image, box]);
  return held.log === log ? held.history : nothing;
}

/** One for each step; thinned where they are many, with the first and the last kept. */
export function withLatest(before: readonly Moment[], { step, histograms }: Moment): readonly Moment[] {
  const all = [...before.filter((moment) => moment.step < step), { step, histograms }];
  if (all.length <= keptInspections) return all;
  return all.filter((_, place) => place % 2 === 0 || place === all.length - 1);
}
