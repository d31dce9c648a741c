import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Electron, type ElectronApplication, expect } from '@playwright/test';
import { sandboxFacts, sandboxSwitches } from '../../scripts/launch/sandbox.mjs';
import { answerMessageBox } from './dialogs';
import { electronExecutable } from './electronExecutable';
import { test as base } from './testFolder';

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** How an application is started, besides what every test has. */
interface Launch {
  readonly environment?: Readonly<Record<string, string>>;
  /** A project file on the command line. */
  readonly file?: string;
  /** The settings that a new profile has; tests begin with the network unless they are about the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The settings of tests that are not about the start. */
export const beginWithTheNetwork = { 'starting.startScreen': false, 'starting.reopenTabs': false } as const;

/** Starts the built application with a profile of its own. */
export async function launchApplication(
  electron: Electron,
  userDataFolder: string,
  { environment = {}, file, settings = beginWithTheNetwork }: Launch = {},
): Promise<ElectronApplication> {
  await keepSettings(userDataFolder, settings);
  const { executablePath, args } = await startOf(userDataFolder, file);
  return electron.launch({
    executablePath,
    args: [...args],
    cwd: repositoryRoot,
    env: { ...definedVariables(), ...environment },
  });
}

/** What an earlier start has left is kept. */
async function keepSettings(userDataFolder: string, settings: Launch['settings']): Promise<void> {
  await mkdir(userDataFolder, { recursive: true });
  const file = join(userDataFolder, 'settings.json');
  await writeFile(file, JSON.stringify(settings), { flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}

/**
 * Starts the application once more where it runs already, and waits until that start has handed its file over and
 * ended. Playwright would look for a window in it, and fails in different ways where it is gone before.
 */
export async function startAgain(userDataFolder: string, file: string): Promise<void> {
  const { executablePath, args } = await startOf(userDataFolder, file);
  const started = spawn(executablePath, args, { cwd: repositoryRoot, stdio: 'ignore' });
  await once(started, 'exit');
}

async function startOf(userDataFolder: string, file: string | undefined) {
  const executablePath = electronExecutable();
  const { switches } = sandboxSwitches(await sandboxFacts(executablePath), executablePath);
  const args: readonly string[] = [
    ...[...switches, `--user-data-dir=${userDataFolder}`, '--force-device-scale-factor=1'],
    ...[repositoryRoot, ...(file === undefined ? [] : [file])],
  ];
  return { executablePath, args };
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Ends the application, if the test did not, as a person would who keeps no changes. */
export async function closeApplication(application: ElectronApplication): Promise<void> {
  if (application.windows().length > 0) await answerMessageBox(application, 'Don’t save');
  await application.close();
}

/** Errors in the page's console from now on, uncaught ones and violations of its policy among them. */
export function complaintsOf(application: ElectronApplication): string[] {
  const complaints: string[] = [];
  application.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  application.context().on('weberror', (webError) => complaints.push(webError.error().message));
  return complaints;
}

interface ApplicationFixtures {
  /** Variables for the application besides the test's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly application: ElectronApplication;
  /** Must stay empty. */
  readonly complaints: string[];
  readonly launched: Pick<ApplicationFixtures, 'application' | 'complaints'>;
}

/** Playwright's `test`, with the application started before each test and ended after it; `page` is its window. */
export const test = base.extend<ApplicationFixtures>({
  environment: [{}, { option: true }],
  launched: async ({ playwright, folder, environment }, use) => {
    const application = await launchApplication(playwright._electron, join(folder, 'profile'), {
      environment,
    });
    const complaints = complaintsOf(application);
    await use({ application, complaints });
    await closeApplication(application);
    expect(complaints, 'errors in the page').toEqual([]);
  },
  application: ({ launched }, use) => use(launched.application),
  complaints: ({ launched }, use) => use(launched.complaints),
  page: async ({ application }, use) => {
    const page = await application.firstWindow();
    await page.waitForLoadState('load');
    await use(page);
  },
});
export { expect };
