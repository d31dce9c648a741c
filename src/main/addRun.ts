import { type BrowserWindow, dialog } from 'electron';
import { AdviceError } from '../engine/adviceError';
import { linkRun } from '../engine/runs/linkRun';
import type { AnswerOf } from '../protocol/windowChannels';
import { t } from './language/t';

/** Asks for the folder of a run that lies elsewhere, and puts it among the runs. */
export async function addRun(window: BrowserWindow, runsFolder: string): Promise<AnswerOf<'addRun'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t`Choose the folder of a run`,
    properties: ['openDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return { status: 'cancelled' };
  try {
    return { status: 'done', value: linkRun(runsFolder, folder) };
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return { status: 'failed', problem: { message: error.message, advice: error.advice } };
  }
}
