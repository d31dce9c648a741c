import {
  Activity,
  FlaskConical,
  FolderOpen,
  GitCompareArrows,
  Pause,
  Play,
  RefreshCw,
  Square,
} from 'lucide-react';
import { useDatasetDialog } from '../../data/datasetDialogStore';
import { isEngineElsewhere } from '../../engine/engineElsewhere';
import { restartEngine } from '../../engine/restartEngine';
import { newExperiment } from '../../laboratory/draftExperiment';
import { useLaboratory } from '../../laboratory/laboratoryStore';
import { t } from '../../language/t';
import { probeObstacle } from '../../probe/probeReadiness';
import { useProbe } from '../../probe/probeStore';
import { addRun } from '../../runs/runActions';
import { isUnderWay } from '../../training/runPhase';
import { useRun } from '../../training/runStore';
import { continueTraining, trainNetwork } from '../../training/trainingActions';
import { canContinue, trainObstacle } from '../../training/trainReadiness';
import { activeRun } from '../../twin/activeRun';
import { keepTwin, trainAgainstLastRun, trainCounterpart } from '../../twin/twinActions';
import { twinNow } from '../../twin/twinStore';
import { watchVanishing } from '../../vanishing/watchVanishing';
import { useOpenView } from '../../views/openView';
import type { CommandGroup } from '../command';
import { firstOf, lockedByRun } from '../obstacles';

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
      id: 'training.keepTwin',
      label: () => t`Keep the twin in place of the network`,
      obstacle: firstOf(lockedByRun, noTwin),
      perform: () => {
        const twin = twinNow();
        if (twin !== null) keepTwin(twin);
      },
    },
    {
      id: 'training.example',
      label: () => t`Watch a gradient vanish`,
      words: () => t`Trains twenty plain layers on handwritten digits`,
      obstacle: underWay,
      perform: () => void watchVanishing(),
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
      id: 'training.newExperiment',
      label: () => t`New experiment`,
      scope: 'window',
      icon: FlaskConical,
      words: () => t`Laboratory`,
      perform: () => {
        useLaboratory.getState().draw(newExperiment());
        useOpenView.getState().show('laboratory');
      },
    },
    {
      id: 'training.openRun',
      label: () => t`Open a run’s folder…`,
      icon: FolderOpen,
      obstacle: firstOf(underWay, () =>
        isEngineElsewhere()
          ? t`Training runs on another machine, whose folders are out of reach here.`
          : null,
      ),
      perform: () => void addRun(),
    },
    {
      id: 'training.restartEngine',
      label: () => t`Restart the engine`,
      icon: RefreshCw,
      perform: () => restartEngine(t`The engine was restarted by command.`),
    },
  ],
};

function noTwin(): string | null {
  return twinNow() === null ? t`No twin was trained beside the last run.` : null;
}

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
