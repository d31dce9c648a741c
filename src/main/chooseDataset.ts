import { type BrowserWindow, dialog } from 'electron';
import { t } from './language/t';

const endings = ['gz', 'tgz', 'bin', 'npz', 'npy'];

/** Asks for a dataset with the operating system's own dialog; null where none was chosen. */
export async function chooseDataset(window: BrowserWindow, what: 'file' | 'folder'): Promise<string | null> {
  const answer =
    what === 'file'
      ? await dialog.showOpenDialog(window, {
          title: t`Choose a dataset`,
          filters: [
            { name: t`Datasets`, extensions: endings },
            { name: t`All files`, extensions: ['*'] },
          ],
          properties: ['openFile'],
        })
      : await dialog.showOpenDialog(window, {
          title: t`Choose a folder of images`,
          properties: ['openDirectory'],
        });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
