import { z } from 'zod';

/** What Chromium records of the tasks of its threads. */
export const taskCategories = ['toplevel'];

/** A task of the page's main thread: while it runs, the window answers to nothing. Milliseconds. */
export interface MainThreadTask {
  readonly elapsed: number;
  /** Without the time in which another process had the processor. */
  readonly processor: number;
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string().default(''),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds. */
      dur: z.number().default(0),
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).loose().optional(),
    }),
  ),
});

/** The tasks of the pages' main threads in a recording with `taskCategories`. */
export function mainThreadTasks(recording: string): readonly MainThreadTask[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(recording));
  const thread = ({ pid, tid }: { readonly pid: number; readonly tid: number }) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('::RunTask') && pages.has(thread(event)))
    .map(({ dur, tdur }) => ({ elapsed: dur / 1000, processor: (tdur ?? dur) / 1000 }));
}
