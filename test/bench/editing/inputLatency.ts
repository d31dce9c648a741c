import type { ElectronApplication } from '@playwright/test';
import { recordTrace } from '../chromiumTrace';
import { type Span, spansOf } from './traceSpans';

/**
 * Chromium's own record of its input events, and of its frames on their way to the screen. Event Timing tells the
 * same of keys and clicks, but leaves out moves and wheel.
 */
export const inputCategories = ['input.scrolling', 'disabled-by-default-devtools.timeline.frame'];

/**
 * Milliseconds from input to paint of each event that `act` brings about and that changes what is shown: from when
 * the event came to be until the frame with its effect was on the screen, raster and compositor included.
 */
export async function inputLatencies(
  application: ElectronApplication,
  act: () => Promise<void>,
): Promise<readonly number[]> {
  return latenciesIn(await recordTrace(application, inputCategories, act));
}

/** The same of a recording that has these categories, and perhaps others. */
export function latenciesIn(recording: string): readonly number[] {
  const spans = spansOf(recording);
  const frames = framesIn(spans);
  return eventsIn(spans).flatMap(({ begun, handled }) => {
    const shown = shownAfter(handled, frames);
    return shown === null ? [] : [shown - begun];
  });
}

/** When the frame with an event's effect was on the screen; null where the event asked for none. */
function shownAfter(handled: number, frames: readonly Frame[]): number | null {
  let resting = handled;
  for (const { start, drawn, changed, shown } of frames) {
    if (drawn < handled) {
      resting = Math.max(resting, shown ?? drawn);
      continue;
    }
    if (start - resting > prompt || !changed) return null;
    if (shown !== null) return shown;
    resting = Math.max(resting, drawn);
  }
  return null;
}

/**
 * A frame that was asked for by an event starts within so many milliseconds of it, two of the screen's, or of the frame
 * before. One that starts later was asked for by something else.
 */
const prompt = 34;

/** An input event: when it came to be, and when the page had answered it. Milliseconds. */
interface InputEvent {
  readonly begun: number;
  readonly handled: number;
}

function eventsIn(spans: readonly Span[]): readonly InputEvent[] {
  const handledBy = new Map<string, number>();
  for (const { name, id, end } of spans) if (name === 'RendererMainProcessing') handledBy.set(id, end);
  // A turn of the wheel is recorded twice: as it comes, and as the page has answered it.
  const events = new Map<number, InputEvent>();
  for (const { name, id, type, start } of spans) {
    const handled = handledBy.get(id);
    // Letting go of a key draws nothing; the frame after it belongs to another key.
    if (name !== 'EventLatency' || type === 'KEY_RELEASED' || handled === undefined) continue;
    if (handled < (events.get(start)?.handled ?? Number.POSITIVE_INFINITY))
      events.set(start, { begun: start, handled });
  }
  return [...events.values()];
}

/** A frame that the page was asked for. Milliseconds. */
interface Frame {
  readonly start: number;
  /** When the page had drawn it. */
  readonly drawn: number;
  /** False where nothing was to be drawn anew. */
  readonly changed: boolean;
  /** When it was on the screen; null where a later frame came in its place. */
  readonly shown: number | null;
}

function framesIn(spans: readonly Span[]): readonly Frame[] {
  const frames: Frame[] = [];
  const whole = new Map(
    spans.filter(({ name }) => name === 'PipelineReporter').map((span) => [span.id, span]),
  );
  const stages = new Set(spans.map(({ name, id }) => `${id} ${name}`));
  for (const { name, id, end } of spans) {
    const pipeline = whole.get(id);
    if (name !== 'SendBeginMainFrameToCommit' || pipeline === undefined) continue;
    const changed = stages.has(`${id} Commit`);
    const shown = changed && stages.has(`${id} SubmitCompositorFrameToPresentationCompositorFrame`);
    frames.push({ start: pipeline.start, drawn: end, changed, shown: shown ? pipeline.end : null });
  }
  return frames.sort((left, right) => left.drawn - right.drawn);
}

/** The value below which this share of the values lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
