import type { ElectronApplication } from '@playwright/test';

/*
 * A person's answers to the operating system's dialogs, which no test can click. They take the place of
 * Electron's `dialog` functions in main, and are installed before the dialog is due.
 */

/** Chooses `path` in the next Open dialogs; null cancels them. */
export async function answerOpenDialog(application: ElectronApplication, path: string | null): Promise<void> {
  await application.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = async () => ({
      canceled: answer === null,
      filePaths: answer === null ? [] : [answer],
    });
  }, path);
}

/** Chooses `path` in the next Save dialogs; null cancels them. */
export async function answerSaveDialog(application: ElectronApplication, path: string | null): Promise<void> {
  await application.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = async () => ({ canceled: answer === null, filePath: answer ?? '' });
  }, path);
}

/** Presses the button called `label` in the next message boxes. Returns a function that tells what they asked. */
export async function answerMessageBox(
  application: ElectronApplication,
  label: string,
): Promise<() => Promise<string[]>> {
  const asked = await application.evaluateHandle(({ dialog }, button) => {
    const messages: string[] = [];
    dialog.showMessageBox = async (
      first: Electron.BaseWindow | Electron.MessageBoxOptions,
      second?: Electron.MessageBoxOptions,
    ) => {
      const options = second ?? first;
      if (!('message' in options)) throw new Error('A message box without a message');
      messages.push(options.message);
      const response = options.buttons?.indexOf(button) ?? -1;
      if (response < 0) throw new Error(`No button "${button}" in: ${options.buttons?.join(', ')}`);
      return { response, checkboxChecked: false };
    };
    return messages;
  }, label);
  return () => asked.jsonValue();
}

/** Cancels the next Save dialogs. Returns a function that tells their titles. */
export async function recordSaveDialogs(application: ElectronApplication): Promise<() => Promise<string[]>> {
  const shown = await application.evaluateHandle(({ dialog }) => {
    const titles: string[] = [];
    dialog.showSaveDialog = async (
      first: Electron.BaseWindow | Electron.SaveDialogOptions,
      second?: Electron.SaveDialogOptions,
    ) => {
      const options = second ?? first;
      titles.push('title' in options ? (options.title ?? '') : '');
      return { canceled: true, filePath: '' };
    };
    return titles;
  });
  return () => shown.jsonValue();
}

/** Takes the place of the programs in which the system shows files and folders; tells which were shown. */
export async function recordShownPaths(application: ElectronApplication): Promise<() => Promise<string[]>> {
  const shown = await application.evaluateHandle(({ shell }) => {
    const paths: string[] = [];
    shell.openPath = async (path) => {
      paths.push(path);
      return '';
    };
    shell.showItemInFolder = (path) => void paths.push(path);
    return paths;
  });
  return () => shown.jsonValue();
}
