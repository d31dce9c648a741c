import { z } from 'zod';

/** Something that took its time in a recording of Chromium; parts of a whole carry its id. Milliseconds. */
export interface Span {
  readonly name: string;
  readonly id: string;
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
    }),
  ),
});

/** The spans of a recording, given as the text of its file. */
export function spansOf(recording: string): readonly Span[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(recording));
  const begun = new Map<string, { readonly start: number }>();
  const spans: Span[] = [];
  for (const { name, ph, pid, ts, id2 } of traceEvents.toSorted((left, right) => left.ts - right.ts)) {
    if (id2?.local === undefined) continue;
    const id = `${pid} ${id2.local}`;
    const start = begun.get(`${id} ${name}`)?.start;
    if (ph === 'b') begun.set(`${id} ${name}`, { start: ts / 1000 });
    else if (ph === 'e' && start !== undefined) spans.push({ name, id, start, end: ts / 1000 });
  }
  return spans;
}
