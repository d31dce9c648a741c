import type { CDPSession, ElectronApplication } from '@playwright/test';

/** What the application holds at one moment. Memory in MiB. */
export interface MemorySample {
  /** Seconds since the soak began. */
  readonly seconds: number;
  /** Resident memory by process. */
  readonly main: number;
  readonly window: number;
  readonly graphics: number;
  readonly engine: number;
  /** What the page's JavaScript reaches, garbage collected before. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

const mebibyte = 2 ** 20;

export async function sampleMemory(
  application: ElectronApplication,
  session: CDPSession,
  seconds: number,
): Promise<MemorySample> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const processes = await application.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, name, memory }) => ({ type, name, kibibytes: memory.workingSetSize })),
  );
  const resident = (
    matches: (process: { readonly type: string; readonly name?: string | undefined }) => boolean,
  ) => processes.filter(matches).reduce((sum, { kibibytes }) => sum + kibibytes, 0) / 1024;
  return {
    seconds,
    main: resident(({ type }) => type === 'Browser'),
    window: resident(({ type }) => type === 'Tab'),
    graphics: resident(({ type }) => type === 'GPU'),
    engine: resident(({ name }) => name === 'Layerwise engine'),
    heap: metric('JSHeapUsedSize') / mebibyte,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}
