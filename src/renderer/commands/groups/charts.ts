import { Pause, Play, ZoomIn, ZoomOut } from 'lucide-react';
import { wholeRun } from '../../charts/stepView';
import { moveSteps, shownSteps, showWholeRun, zoomSteps } from '../../charts/stepZoom';
import { useDock } from '../../dock/dockStore';
import { usePlayback } from '../../gradients/flow/playback';
import { t } from '../../language/t';
import type { Run } from '../../training/run';
import { useRun } from '../../training/runStore';
import type { Command, CommandGroup } from '../command';

/** What the buttons beside the charts do; the chart comes into view. */
export const charts: CommandGroup = {
  id: 'charts',
  label: () => t`Charts`,
  commands: [
    onCurves({
      id: 'charts.fewerSteps',
      label: () => t`Look closer at the curves: fewer steps`,
      icon: ZoomIn,
      repeats: true,
      obstacle: noCurves,
      act: (run) => zoomSteps(run, 0.5),
    }),
    onCurves({
      id: 'charts.moreSteps',
      label: () => t`More steps of the curves`,
      icon: ZoomOut,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (run) => zoomSteps(run, 2),
    }),
    onCurves({
      id: 'charts.earlierSteps',
      label: () => t`Earlier steps of the curves`,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (run) => moveSteps(run, -0.5),
    }),
    onCurves({
      id: 'charts.laterSteps',
      label: () => t`Later steps of the curves`,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (run) => moveSteps(run, 0.5),
    }),
    onCurves({
      id: 'charts.wholeRun',
      label: () => t`Curves of the whole run`,
      obstacle: nothingNarrowed,
      act: showWholeRun,
    }),
    {
      id: 'charts.play',
      label: () => t`Play the steps`,
      icon: Play,
      words: () => t`watch the run again`,
      obstacle: () => ((useRun.getState().run?.log.length ?? 0) < 2 ? t`Nothing was trained yet.` : null),
      perform: () => {
        useDock.getState().showTab('gradients');
        usePlayback.getState().play();
      },
    },
    {
      id: 'charts.pausePlaying',
      label: () => t`Pause playing the steps`,
      icon: Pause,
      obstacle: () => (usePlayback.getState().playing ? null : t`No steps are being played.`),
      perform: () => usePlayback.getState().pause(),
    },
    {
      id: 'charts.lastStep',
      label: () => t`Back to the last step`,
      words: () => t`Back to live`,
      obstacle: () => (useRun.getState().scrubbedStep === null ? t`The last step is shown.` : null),
      perform: () => useRun.getState().scrub(null),
    },
  ],
};

function onCurves({ act, ...command }: Omit<Command, 'perform'> & { act: (run: Run) => void }): Command {
  return {
    ...command,
    perform: () => {
      const run = trainedRun();
      if (run === null) return;
      useDock.getState().showTab('loss');
      act(run);
    },
  };
}

/** The run that the curves are of; a probe has none. */
function trainedRun(): Run | null {
  const { run } = useRun.getState();
  return run?.probe === null ? run : null;
}

function noCurves(): string | null {
  return trainedRun() === null ? t`Nothing was trained yet.` : null;
}

function nothingNarrowed(): string | null {
  const run = trainedRun();
  if (run === null) return noCurves();
  const [shown, whole] = [shownSteps(run), wholeRun(run)];
  return shown.first === whole.first && shown.last === whole.last ? t`The whole run is shown.` : null;
}
