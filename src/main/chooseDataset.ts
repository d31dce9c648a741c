import { type BrowserWindow, dialog } from 'electron';

const filters = [
  { name: 'Datasets', extensions: ['gz', 'tgz', 'bin', 'npz', 'npy'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks for a dataset with the operating system's own dialog; null where none was chosen. */
export async function chooseDataset(window: BrowserWindow, what: 'file' | 'folder'): Promise<string | null> {
  const answer =
    what === 'file'
      ? await dialog.showOpenDialog(window, { title: 'Choose a dataset', filters, properties: ['openFile'] })
      : await dialog.showOpenDialog(window, {
          title: 'Choose a folder of images',
          properties: ['openDirectory'],
        });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
