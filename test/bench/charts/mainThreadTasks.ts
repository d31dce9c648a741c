import { z } from 'zod';

/** What is needed to know each task of a page's main thread. */
export const taskCategories = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string().default(''),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds. */
      dur: z.number().default(0),
      args: z.object({ name: z.unknown() }).partial().optional(),
    }),
  ),
});

/** Milliseconds of each task of pages' main threads in a recording: the page answers to nothing meanwhile. */
export function mainThreadTasks(recording: string): readonly number[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(recording));
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pages.has(`${pid} ${tid}`))
    .map(({ dur }) => dur / 1000);
}
