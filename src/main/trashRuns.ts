import { AdviceError } from '../engine/adviceError';
import { discardableRun, moveToTrashFolder } from '../engine/runs/trashedRuns';
import type { AnswerOf } from '../protocol/windowChannels';

/**
 * Moves runs to the trash of the system by `trash`, which rejects where there is none; those go into the trash folder
 * beside the runs, which the answer names.
 */
export async function trashRuns(
  runsFolder: string,
  names: readonly string[],
  trash: (path: string) => Promise<void>,
): Promise<AnswerOf<'trashRuns'>> {
  try {
    const paths = names.map((name) => discardableRun(runsFolder, name));
    for (const [place, path] of paths.entries())
      if (!(await succeeds(trash(path))))
        return { status: 'done', value: { place: moveToTrashFolder(runsFolder, names.slice(place)) } };
    return { status: 'done', value: { place: null } };
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return { status: 'failed', problem: { message: error.message, advice: error.advice } };
  }
}

function succeeds(action: Promise<void>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}
