import { Pause, Play, Spline, ZoomIn, ZoomOut } from 'lucide-react';
import { spanInView } from '../../charts/spansInView';
import { lastStepOnAxis } from '../../charts/stepAxis';
import { type StepSpan, showSteps, stepSpanNow } from '../../charts/stepView';
import { moveBy, zoomBy } from '../../charts/zoomSteps';
import { useDock } from '../../dock/dockStore';
import { usePlayback } from '../../gradients/flow/playback';
import { t } from '../../language/t';
import { lossScaleSetting, smoothingSetting } from '../../settings/groups/charts';
import type { ChoiceSetting } from '../../settings/setting';
import { changeSetting } from '../../settings/settingsStore';
import { spokenOptions } from '../../settings/spokenOptions';
import { useRun } from '../../training/runStore';
import type { Command, CommandGroup } from '../command';

/** What the buttons beside the charts do; where none is in view, the curves of the run come into view. */
export const charts: CommandGroup = {
  id: 'charts',
  label: () => t`Charts`,
  commands: [
    onSteps({
      id: 'charts.fewerSteps',
      label: () => t`Look closer at the curves: fewer steps`,
      words: () => t`Zoom the charts`,
      icon: ZoomIn,
      repeats: true,
      obstacle: noCurves,
      act: (span) => zoomBy(span, 0.5),
    }),
    onSteps({
      id: 'charts.moreSteps',
      label: () => t`More steps of the curves`,
      words: () => t`Zoom the charts`,
      icon: ZoomOut,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (span) => zoomBy(span, 2),
    }),
    onSteps({
      id: 'charts.earlierSteps',
      label: () => t`Earlier steps of the curves`,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (span) => moveBy(span, -0.5),
    }),
    onSteps({
      id: 'charts.laterSteps',
      label: () => t`Later steps of the curves`,
      repeats: true,
      obstacle: nothingNarrowed,
      act: (span) => moveBy(span, 0.5),
    }),
    onSteps({
      id: 'charts.wholeRun',
      label: () => t`Curves of the whole run`,
      words: () => t`Reset zoom of the charts`,
      obstacle: nothingNarrowed,
      act: (span) => showSteps(span, null),
    }),
    ...choices(smoothingSetting, (option) => t`Smoothing of curves: ${option}`),
    ...choices(lossScaleSetting, (option) => t`Scale of the loss: ${option}`),
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

function onSteps({
  act,
  ...command
}: Omit<Command, 'perform' | 'scope'> & { act: (span: StepSpan) => void }): Command {
  return {
    ...command,
    // Charts are looked at in views, too.
    scope: 'window',
    perform: () => {
      const span = spanNow();
      if (span === null) return;
      if (spanInView() === null) useDock.getState().showTab('loss');
      act(span);
    },
  };
}

/** A command for each value of a setting of the charts. */
function choices<Value extends string>(
  setting: ChoiceSetting<Value>,
  label: (option: string) => string,
): readonly Command[] {
  return setting.options.map(({ value }) => ({
    id: `${setting.id}.${value}`,
    label: () => label(spokenOptions(setting).find((option) => option.value === value)?.label ?? value),
    scope: 'window',
    icon: Spline,
    perform: () => changeSetting<ChoiceSetting>(setting, value),
  }));
}

/** The steps of the charts in view, or else of the run that was trained; a probe has none. */
function spanNow(): StepSpan | null {
  const { run } = useRun.getState();
  return spanInView() ?? (run?.probe === null ? stepSpanNow(run.id, lastStepOnAxis(run)) : null);
}

function noCurves(): string | null {
  return spanNow() === null ? t`Nothing was trained yet.` : null;
}

function nothingNarrowed(): string | null {
  const span = spanNow();
  if (span === null) return noCurves();
  return span.narrowed ? null : t`The whole run is shown.`;
}
