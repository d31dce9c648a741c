import { type BrowserWindow, dialog } from 'electron';
import { exportFormats } from '../protocol/exportedFiles';
import type { WhereToExport } from './exportFile';
import { say, t } from './language/t';

/** Asks with the operating system's own dialog, attached to `window`. */
export function askWhereToExport(window: BrowserWindow): WhereToExport {
  return async (suggestedPath, format) => {
    const answer = await dialog.showSaveDialog(window, {
      title: t`Export`,
      defaultPath: suggestedPath,
      filters: [{ name: say(exportFormats[format].label), extensions: [format] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
}
