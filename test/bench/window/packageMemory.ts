import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from '@playwright/test';
import type { MemorySample } from '../soak/memory';

const kibibytesToMebibytes = 1 / 1024;

/** What the packaged application holds at one moment, its page's garbage collected before. */
export async function samplePackage(
  browser: Browser,
  page: CDPSession,
  seconds: number,
): Promise<MemorySample> {
  await page.send('HeapProfiler.collectGarbage');
  const { metrics } = await page.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const held = await Promise.all(
    processInfo.map(async ({ type, id }) => ({ type, held: await resident(id) })),
  );
  const ofType = (wanted: string) =>
    held.filter(({ type }) => type === wanted).reduce((sum, { held: mebibytes }) => sum + mebibytes, 0);
  return {
    seconds,
    main: ofType('browser'),
    window: ofType('renderer'),
    graphics: ofType('GPU'),
    engine: ofType('utility'),
    heap: metric('JSHeapUsedSize') / 2 ** 20,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** MiB of a process; 0 of one that is gone. Linux only. */
async function resident(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) * kibibytesToMebibytes;
}
