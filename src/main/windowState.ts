import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { readWholeFile } from '../engine/runs/readWholeFile';
import { writeAside } from '../engine/runs/writeAside';

const pixels = z.number().int().min(-1_000_000).max(1_000_000);
const windowStateSchema = z.strictObject({
  /** While it is neither maximised nor in full screen. */
  place: z.strictObject({
    x: pixels,
    y: pixels,
    width: pixels.positive(),
    height: pixels.positive(),
  }),
  maximised: z.boolean(),
  fullScreen: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const fileLimit = 64 * 1024;
/** How long a window stays where it is before that is written down, in ms: a drag is written once. */
const settlesAfter = 500;

/** How the window was left; null where none was yet, or something else wrote the file. */
export function readWindowState(file: string): WindowState | null {
  try {
    return (
      windowStateSchema.safeParse(JSON.parse(readWholeFile(file, fileLimit).toString('utf8'))).data ?? null
    );
  } catch {
    return null;
  }
}

/** Writes down where the window lies whenever it has come to rest there, and when it closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (window.isDestroyed() || window.isMinimized()) return;
    const state: WindowState = {
      place: window.getNormalBounds(),
      maximised: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeAside(file, `${JSON.stringify(state)}\n`);
    } catch (error) {
      // No reason to keep someone from working: the next window opens where the last but one did.
      console.error('The place of the window could not be written down.', error);
    }
  };
  const writeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, settlesAfter);
  };
  window.on('resize', writeSoon);
  window.on('move', writeSoon);
  window.on('maximize', writeSoon);
  window.on('unmaximize', writeSoon);
  window.on('enter-full-screen', writeSoon);
  window.on('leave-full-screen', writeSoon);
  window.on('close', write);
}
