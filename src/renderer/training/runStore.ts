import type { RunCommand } from '../../protocol/engineMessages';
import { engineConnection } from '../engine/engineConnection';
import { perTab } from '../tabs/perTab';
import { useTabs } from '../tabs/tabsStore';
import { createRunStore } from './createRunStore';

/** The run of each tab. The engine has the weights of one: whichever asks it for another run, the others lose theirs. */
export const useRun = perTab((tab) =>
  createRunStore((command) => {
    const sent = engineConnection.send(command);
    if (sent && takesTheEngine(command))
      for (const other of useTabs.getState().tabs)
        if (other !== tab) useRun.of(other).getState().loseWeights();
    return sent;
  }),
);

function takesTheEngine({ type }: RunCommand): boolean {
  return type === 'train' || type === 'trainTwin' || type === 'openRun' || type === 'resumeRun';
}
