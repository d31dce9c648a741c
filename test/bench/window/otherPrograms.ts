import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Browser } from '@playwright/test';

/** The unit of /proc/stat on every Linux that Electron runs on. */
const ticksPerSecond = 100;

/**
 * The share of all cores that other programs took while `act` ran, the display's server among them, the packaged
 * application and this test not. Linux only.
 */
export async function shareOfOthers(browser: Browser, act: () => Promise<void>): Promise<number> {
  const [before, began] = [await processorSeconds(browser), performance.now()];
  await act();
  const [after, seconds] = [await processorSeconds(browser), (performance.now() - began) / 1000];
  return Math.max(0, after.all - before.all - (after.own - before.own)) / (seconds * cpus().length);
}

/** Seconds of the processor since the system and the programs began. */
async function processorSeconds(browser: Browser): Promise<{ readonly all: number; readonly own: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { user, system } = process.cpuUsage();
  const own = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, (user + system) / 1e6);
  const [, ...ticks] = (await readFile('/proc/stat', 'utf8')).split('\n', 1)[0]?.trim().split(/\s+/) ?? [];
  // In order: user, nice, system, idle, waiting for the disk, interrupts (two of them), stolen by another machine.
  const [userTicks = 0, nice = 0, kernel = 0, , , hard = 0, soft = 0, stolen = 0] = ticks.map(Number);
  return { all: (userTicks + nice + kernel + hard + soft + stolen) / ticksPerSecond, own };
}
