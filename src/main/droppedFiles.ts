import type { IpcMain, WebFrameMain } from 'electron';
import { z } from 'zod';
import { channelNames } from '../protocol/channelNames';

const pathSchema = z.string().min(1);

/** Opens the file that was dropped on the page, whose path the preload script has from Electron and not from the page. */
export function receiveDroppedFiles(
  ipcMain: Pick<IpcMain, 'on'>,
  isOwn: (frame: WebFrameMain | null) => boolean,
  open: (path: string) => void,
): void {
  ipcMain.on(channelNames.droppedFile, (event, path: unknown) => {
    const parsed = pathSchema.safeParse(path);
    if (isOwn(event.senderFrame) && parsed.success) open(parsed.data);
  });
}
