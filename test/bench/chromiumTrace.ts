import { readFile, rm } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';

/** What Chromium's processes recorded of themselves while `act` ran, as the text of a trace file. */
export async function recordTrace(
  application: ElectronApplication,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<string> {
  await application.evaluate(
    ({ contentTracing }, included) => contentTracing.startRecording({ included_categories: [...included] }),
    categories,
  );
  let path: string;
  try {
    await act();
  } finally {
    path = await application.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  }
  const recording = await readFile(path, 'utf8');
  await rm(path);
  return recording;
}
