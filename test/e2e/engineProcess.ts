import type { ElectronApplication } from '@playwright/test';
import { expect } from './launchApplication';

/** The process id of the engine that runs now, as the operating system knows it. */
export async function engineProcessId(application: ElectronApplication): Promise<number> {
  const find = (): Promise<number | undefined> =>
    application.evaluate(
      ({ app }) => app.getAppMetrics().find((process) => process.name === 'Layerwise engine')?.pid,
    );
  await expect.poll(find, { message: 'the engine runs' }).toBeDefined();
  const pid = await find();
  if (pid === undefined) throw new Error('The engine ended while it was looked for');
  return pid;
}

/** Whether a process is there, stopped ones included. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends the application's main process as a crash or a power cut would: no handler of it runs. */
export async function killApplication(application: ElectronApplication): Promise<void> {
  const { pid } = application.process();
  if (pid === undefined) throw new Error('The application has no process.');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
}
