import { type BrowserWindow, dialog } from 'electron';
import type { FileQuestions } from './projectFiles';

const allFiles = { name: 'All files', extensions: ['*'] };
const filters = [{ name: 'Layerwise projects', extensions: ['layerwise'] }, allFiles];

/** Dialogs know a file's last ending only. */
function afterLastDot(ending: string): string {
  return ending.slice(ending.lastIndexOf('.') + 1);
}

/** Asks with the operating system's own dialogs, attached to `window`. */
export function fileDialogs(window: BrowserWindow): FileQuestions {
  return {
    async chooseFileToOpen(folder) {
      const { importForms } = await import('../engine/importing/importForms');
      const endings = importForms.flatMap((form) => form.endings.map(afterLastDot));
      const models = [...new Set(endings)];
      const answer = await dialog.showOpenDialog(window, {
        title: 'Open',
        defaultPath: folder,
        properties: ['openFile'],
        filters: [
          { name: 'Projects and models', extensions: ['layerwise', ...models] },
          { name: 'Layerwise projects', extensions: ['layerwise'] },
          { name: 'Models of other programs', extensions: models },
          allFiles,
        ],
      });
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
