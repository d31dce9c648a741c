import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { sandboxFacts, sandboxSwitches } from '../../../scripts/launch/sandbox.mjs';

/** The packaged application's folder, which the part "package" of the tests makes. */
export function packageFolder(): string {
  const folder = process.env['LAYERWISE_PACKAGE'];
  if (folder === undefined) throw new Error('There is no package to test. Run "npm test -- package".');
  return folder;
}

/** The packaged application while it runs. */
export interface RunningPackage {
  readonly page: Page;
  readonly browser: Browser;
  /** When its process was started (ms since 1970). */
  readonly started: number;
}

/** How it is started, besides what every start has. */
export interface PackageStart {
  /** Beside the variables of a session's own. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly folder?: string;
  /** Holds the profile, and is the person's home. */
  readonly home: string;
}

/**
 * Starts the packaged application with a profile of its own, far from the checkout and its cache, with these variables
 * beside a session's own, perhaps with a file, perhaps from another folder than where it was made, and ends it after `use`.
 */
export async function withPackage(
  environment: Readonly<Record<string, string>>,
  use: (page: Page) => Promise<void>,
  files: readonly string[] = [],
  folder = packageFolder(),
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'layerwise-package-'));
  try {
    await startPackage({ environment, files, folder, home }, async ({ page }) => {
      await page.waitForLoadState('load');
      await use(page);
    });
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * Starts the packaged application, and ends it after `use`. Its fuses shut Node's inspector, by which Playwright would
 * start it; Chromium's debugging port is open to it.
 */
export async function startPackage<Result>(
  { environment = {}, files = [], folder = packageFolder(), home }: PackageStart,
  use: (running: RunningPackage) => Promise<Result>,
): Promise<Result> {
  const executable = join(folder, 'layerwise');
  const { switches } = sandboxSwitches(await sandboxFacts(executable), executable);
  const started = performance.timeOrigin + performance.now();
  const child = spawn(
    executable,
    [
      ...switches,
      `--user-data-dir=${join(home, 'profile')}`,
      '--force-device-scale-factor=1',
      '--remote-debugging-port=0',
      ...files,
    ],
    {
      cwd: home,
      env: { ...strangersEnvironment(home), ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('The packaged application has no window.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const result = await use({ page, browser, started });
    await browser.close();
    return result;
  } finally {
    child.kill('SIGKILL');
    await ended(child);
  }
}

/** What a person's session would have: nothing of Layerwise, npm or this test. */
function strangersEnvironment(home: string): Record<string, string> {
  const names = ['PATH', 'DISPLAY', 'XAUTHORITY', 'LANG'];
  const session = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(session), HOME: home };
}

async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  let printed = '';
  if (stderr !== null)
    for await (const piece of stderr.iterator({ destroyOnReturn: false })) {
      printed += String(piece);
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address !== undefined) {
        // Nobody may leave the pipe full.
        stderr.resume();
        return address;
      }
    }
  throw new Error(`The packaged application ended before it had a window:\n${printed}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
