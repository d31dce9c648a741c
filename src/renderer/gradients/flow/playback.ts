import { create } from 'zustand';
import type { RunState } from '../../training/runState';
import { useRun } from '../../training/runStore';
import { shownSample } from '../../training/shownSample';

/** How fast a run is played again. */
export const playbackSpeeds = [1, 2, 4, 0.25, 0.5] as const;
type PlaybackSpeed = (typeof playbackSpeeds)[number];

/** Seconds that the whole run takes at 1×. */
export const wholeSeconds = 12;
/** Milliseconds between two steps that are shown: each recolours the whole canvas. */
const frameMilliseconds = 50;

interface PlaybackState {
  readonly playing: boolean;
  readonly speed: PlaybackSpeed;
  /** From the shown step on; from the first where the last is shown. */
  play(): void;
  pause(): void;
  setSpeed(speed: PlaybackSpeed): void;
}

let timer: ReturnType<typeof setInterval> | undefined;
/** The step that playing has shown last: another one was chosen by hand. */
let playedStep: number | null = null;

/** Plays what was measured of a run, step by step, as if it were trained again. */
export const usePlayback = create<PlaybackState>((set, get) => ({
  playing: false,
  speed: 1,
  play() {
    const { run } = useRun.getState();
    if (get().playing || run === null || run.log.length < 2) return;
    const shown = shownSample(useRun.getState());
    let place = shown >= run.log.length - 1 ? 0 : Math.max(0, shown);
    let last = performance.now();
    show(useRun.getState(), Math.floor(place));
    set({ playing: true });
    timer = setInterval(() => {
      const state = useRun.getState();
      const now = performance.now();
      const passed = (now - last) / 1000;
      last = now;
      if (state.run?.log !== run.log || state.scrubbedStep !== playedStep) return get().pause();
      place += nextPlaces(run.log.length, passed, get().speed);
      if (place < run.log.length - 1) return show(state, Math.floor(place));
      get().pause();
      state.scrub(null);
    }, frameMilliseconds);
  },
  pause() {
    clearInterval(timer);
    set({ playing: false });
  },
  setSpeed: (speed) => set({ speed }),
}));

/** By how many samples playing goes on in so many seconds. */
function nextPlaces(samples: number, seconds: number, speed: number): number {
  return (samples / wholeSeconds) * seconds * speed;
}

function show({ run, scrubbedStep, scrub }: RunState, sample: number): void {
  playedStep = run?.log.steps.at(sample) ?? null;
  if (scrubbedStep !== playedStep) scrub(playedStep);
}
