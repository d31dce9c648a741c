import { type BrowserWindow, dialog } from 'electron';
import { t } from './language/t';
import type { FileQuestions } from './projectFiles';

const projects = ['layerwise'];

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
        title: t`Open`,
        defaultPath: folder,
        properties: ['openFile'],
        filters: [
          { name: t`Projects and models`, extensions: [...projects, ...models] },
          { name: t`Layerwise projects`, extensions: projects },
          { name: t`Models of other programs`, extensions: models },
          { name: t`All files`, extensions: ['*'] },
        ],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseFileToSave(suggestedPath) {
      const answer = await dialog.showSaveDialog(window, {
        title: t`Save project`,
        defaultPath: suggestedPath,
        filters: [
          { name: t`Layerwise projects`, extensions: projects },
          { name: t`All files`, extensions: ['*'] },
        ],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async confirmReplacing(name) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: t`${name} exists already.`,
        detail: t`Replacing it overwrites the project that it holds.`,
        buttons: [t`Replace`, t`Cancel`],
        defaultId: 1,
        cancelId: 1,
      });
      return response === 0;
    },
    async chooseAgainstChangedFile(name) {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: t`${name} was changed by another program since you opened it.`,
        detail: t`Overwriting it replaces what was written there. Save As keeps both.`,
        buttons: [t`Overwrite`, t`Save as…`, t`Cancel`],
        defaultId: 1,
        cancelId: 2,
        noLink: true,
      });
      return (['overwrite', 'saveAs'] as const)[response] ?? null;
    },
  };
}
