import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { startPackage } from '../../e2e/packaged/launchPackage';
import { leaveDiskCache } from './diskCache';

/** Milliseconds from the start of the process until each was reached, in this order. */
export interface StartTimes {
  /** Main asks for its page: Electron is up, and the window is there, not shown yet. */
  readonly pageAsked: number;
  /** All that the first paint needs is read, compiled and evaluated. */
  readonly codeReady: number;
  /** Settings, language and what to open are known. */
  readonly rendering: number;
  /** The window is shown with the first frame that has something in it. */
  readonly painted: number;
  /** A click on the start screen's first button has closed it, and the frame without it is drawn. */
  readonly interactive: number;
}

/** Starts the package with the profile in `home`, clicks, and ends it. */
async function startTimes(home: string): Promise<StartTimes> {
  return startPackage({ home }, async ({ page, started }) => {
    const interactive = await clickFirstButton(page);
    // Chromium tells of the first paint when it is on the screen, which may be after the click was answered.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const times = await page.evaluate(milestones);
    return milestonesSchema.parse(
      Object.fromEntries(
        Object.entries({ ...times, interactive }).map(([stage, time]) => [stage, time - started]),
      ),
    );
  });
}

/** Starts it for the first time on a machine: with a new profile, and with its files on the disk. */
export async function firstStartTimes(): Promise<StartTimes> {
  await leaveDiskCache();
  return withNewProfile((home) => startTimes(home));
}

/** Starts it again and again with one profile, as a person does; the first of these starts does not count. */
export function laterStartTimes(turns: number): Promise<readonly StartTimes[]> {
  return withNewProfile(async (home) => {
    await startTimes(home);
    const times: StartTimes[] = [];
    for (let turn = 0; turn < turns; turn += 1) times.push(await startTimes(home));
    return times;
  });
}

async function withNewProfile<Result>(use: (home: string) => Promise<Result>): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'layerwise-start-'));
  try {
    return await use(home);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const milestonesSchema = z.object({
  pageAsked: z.number().positive(),
  codeReady: z.number().positive(),
  rendering: z.number().positive(),
  painted: z.number().positive(),
  interactive: z.number().positive(),
});

/** Clicks as soon as the button can be hit; tells when the frame after the click was drawn (ms since 1970). */
async function clickFirstButton(page: Page): Promise<number> {
  const place = await page.waitForFunction(() => {
    const button = document.querySelector('section[aria-label="Start"] button');
    if (button === null) return null;
    const { left, top, width, height } = button.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (!button.contains(document.elementFromPoint(x, y))) return null;
    addEventListener(
      'click',
      () =>
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first click answered'))),
      { once: true },
    );
    return { x, y };
  });
  const { x, y } = z.object({ x: z.number(), y: z.number() }).parse(await place.jsonValue());
  await page.mouse.click(x, y);
  const answered = await page.waitForFunction(() => {
    const [mark] = performance.getEntriesByName('first click answered');
    const gone = document.querySelector('section[aria-label="Start"]') === null;
    return mark !== undefined && gone ? performance.timeOrigin + mark.startTime : null;
  });
  return z.number().parse(await answered.jsonValue());
}

/** In the page: its milestones (ms since 1970), as its own marks and Chromium have them. */
function milestones() {
  const { timeOrigin } = performance;
  const at = (name: string) => timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN);
  return {
    pageAsked: timeOrigin,
    codeReady: at('codeReady'),
    rendering: at('rendering'),
    painted: at('first-contentful-paint'),
  };
}
