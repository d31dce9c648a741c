import { type BrowserWindow, dialog } from 'electron';
import type { FileQuestions } from './projectFiles';

const filters = [
  { name: 'Layerwise projects', extensions: ['layerwise'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks with the operating system's own dialogs, attached to `window`. */
export function fileDialogs(window: BrowserWindow): FileQuestions {
  return {
    async chooseFileToOpen(folder) {
      const options = { title: 'Open project', defaultPath: folder, filters };
      const answer = await dialog.showOpenDialog(window, { ...options, properties: ['openFile'] });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseFileToSave(suggestedPath) {
      const answer = await dialog.showSaveDialog(window, {
        title: 'Save project',
        defaultPath: suggestedPath,
        filters,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async confirmReplacing(name) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: `${name} exists already.`,
        detail: 'Replacing it overwrites the project that it holds.',
        buttons: ['Replace', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },
    async chooseAgainstChangedFile(name) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: `${name} was changed by another program since you opened it.`,
        detail: 'Overwriting it replaces what was written there. Save As keeps both.',
        buttons: ['Overwrite', 'Save as…', 'Cancel'],
        defaultId: 1,
        cancelId: 2,
        noLink: true,
      });
      return (['overwrite', 'saveAs'] as const)[response] ?? null;
    },
  };
}
