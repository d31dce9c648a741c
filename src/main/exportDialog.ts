import { type BrowserWindow, dialog } from 'electron';
import { exportFormats } from '../protocol/exportedFiles';
import type { WhereToExport } from './exportFile';

/** Asks with the operating system's own dialog, attached to `window`. */
export function askWhereToExport(window: BrowserWindow): WhereToExport {
  return async (suggestedPath, format) => {
    const answer = await dialog.showSaveDialog(window, {
      title: 'Export',
      defaultPath: suggestedPath,
      filters: [{ name: exportFormats[format].label, extensions: [format] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
}
