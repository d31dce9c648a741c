import { Activity, GitCompareArrows, Pause, Play, RefreshCw, Square } from 'lucide-react';
import { useDatasetDialog } from '../../data/datasetDialogStore';
import { restartEngine } from '../../engine/restartEngine';
import { t } from '../../language/t';
import { probeObstacle } from '../../probe/probeReadiness';
import { useProbe } from '../../probe/probeStore';
import { isUnderWay } from '../../training/runPhase';
import { useRun } from '../../training/runStore';
import { continueTraining, trainNetwork } from '../../training/trainingActions';
import { canContinue, trainObstacle } from '../../training/trainReadiness';
import { activeRun } from '../../twin/activeRun';
import { trainAgainstLastRun, trainCounterpart } from '../../twin/twinActions';
import type { CommandGroup } from '../command';
import { firstOf } from '../obstacles';

export const training: CommandGroup = {
  id: 'training',
  label: () => t`Training`,
  commands: [
    {
      id: 'training.train',
      label: () => t`Train, pause, resume`,
      keys: ['Mod+Enter'],
      scope: 'typing',
      icon: Play,
      obstacle: () => (isTraining() ? null : trainObstacle()),
      perform: trainOrPause,
    },
    {
      id: 'training.pause',
      label: () => t`Pause`,
      icon: Pause,
      obstacle: () => (activeRun().getState().status === 'running' ? null : noRun()),
      perform: () => activeRun().getState().pause(),
    },
    {
      id: 'training.stop',
      label: () => t`Stop the run`,
      icon: Square,
      obstacle: () => (isTraining() ? null : noRun()),
      perform: () => activeRun().getState().stop(),
    },
    {
      id: 'training.continue',
      label: () => t`Continue training`,
      words: () => t`more epochs`,
      obstacle: firstOf(underWay, trainObstacle, () =>
        canContinue() ? null : t`The engine holds no weights of this very network: train it first.`,
      ),
      perform: continueTraining,
    },
    {
      id: 'training.twin',
      label: () => t`Train twin`,
      icon: GitCompareArrows,
      words: () => t`compare with shortcuts and without`,
      obstacle: firstOf(underWay, trainObstacle),
      perform: trainCounterpart,
    },
    {
      id: 'training.againstLast',
      label: () => t`Train against the last run`,
      icon: GitCompareArrows,
      obstacle: firstOf(underWay, trainObstacle, () =>
        useRun.getState().run === null ? t`Nothing was trained yet.` : null,
      ),
      perform: trainAgainstLastRun,
    },
    {
      id: 'training.probe',
      label: () => t`Probe the gradient`,
      icon: Activity,
      words: () => t`measure before training`,
      obstacle: probeObstacle,
      perform: () => useProbe.getState().probe(),
    },
    {
      id: 'training.dataset',
      label: () => t`Choose the dataset…`,
      perform: () => useDatasetDialog.getState().show(),
    },
    {
      id: 'training.restartEngine',
      label: () => t`Restart the engine`,
      icon: RefreshCw,
      perform: () => restartEngine(t`The engine was restarted by command.`),
    },
  ],
};

function isTraining(): boolean {
  return isUnderWay(activeRun().getState().status);
}

function underWay(): string | null {
  return isTraining() ? t`A run is under way. Stop it first.` : null;
}

function noRun(): string {
  return t`Nothing is training.`;
}

function trainOrPause(): void {
  const { status, pause, resume } = activeRun().getState();
  if (status === 'paused') resume();
  else if (isUnderWay(status)) pause();
  else trainNetwork();
}
