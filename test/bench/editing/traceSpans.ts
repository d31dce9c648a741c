import { z } from 'zod';

/** Something that took its time in a recording of Chromium; parts of a whole carry its id. Milliseconds. */
export interface Span {
  readonly name: string;
  readonly id: string;
  /** Of an input event: `KEY_PRESSED`, `MOUSE_WHEEL`, …; otherwise empty. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string().default(''),
      /** `b` where something begins, `e` where it ends. */
      ph: z.string(),
      pid: z.number(),
      /** Microseconds on a clock that all processes share. */
      ts: z.number().default(0),
      id2: z.object({ local: z.string().optional() }).optional(),
      args: z
        .object({ event_latency: z.object({ event_type: z.string().default('') }).optional() })
        .optional(),
    }),
  ),
});

/** The spans of a recording, given as the text of its file. */
export function spansOf(recording: string): readonly Span[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(recording));
  const begun = new Map<string, { readonly start: number; readonly type: string }>();
  const spans: Span[] = [];
  for (const { name, ph, pid, ts, id2, args } of traceEvents.toSorted((left, right) => left.ts - right.ts)) {
    if (id2?.local === undefined) continue;
    const id = `${pid} ${id2.local}`;
    const open = begun.get(`${id} ${name}`);
    if (ph === 'b')
      begun.set(`${id} ${name}`, { start: ts / 1000, type: args?.event_latency?.event_type ?? '' });
    else if (ph === 'e' && open !== undefined) spans.push({ name, id, ...open, end: ts / 1000 });
  }
  return spans;
}
