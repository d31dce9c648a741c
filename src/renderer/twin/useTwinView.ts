import { useMemo } from 'react';
import { depthLayers } from '../../network/twin/depthLayers';
import { compareGradients, type GradientComparison, type TwinLayer } from '../../network/twin/twinGradient';
import { lastStepOnAxis } from '../charts/stepAxis';
import { useChartPaint } from '../charts/useChartPaint';
import { depthNorms, type MeasuredLayer, measuredLayers } from '../gradients/flow/gradientProfile';
import { analysisOf } from '../training/analysisOf';
import type { Run } from '../training/run';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { type Twin, useTwin, useTwinRun } from './twinStore';

/** One of two networks that are compared, at the step that the window shows. */
export interface ComparedSide {
  readonly name: string;
  readonly run: Run;
  /** Layers with weights on the way through the network, by depth. */
  readonly layers: readonly MeasuredLayer[];
  /** Place of the shown step in the run's log; −1 where nothing was measured. */
  readonly sample: number;
}

/** Two runs that are compared, at one step. */
export interface TwinView {
  readonly twin: Twin;
  readonly sides: readonly [ComparedSide, ComparedSide];
  readonly gradients: GradientComparison;
  /** The measured step that is shown; 0 before the first that both have measured. */
  readonly step: number;
  /** The last step that both have measured. */
  readonly measured: number;
  /** The step at the right end of the charts. */
  readonly lastStep: number;
  /** Moves when more was measured, and not with the shown step. */
  readonly received: number;
}

const repaintMilliseconds = 250;

/** Null until both runs have started. */
export function useTwinView(): TwinView | null {
  const twin = useTwin();
  const run = useRun((state) => state.run);
  const other = useTwinRun((state) => state.run);
  const scrubbedStep = useRun((state) => state.scrubbedStep);
  const chartPaint = useChartPaint(repaintMilliseconds);
  // The twin's last step comes behind the run's.
  const endPaint = useTwinRun((state) => (isUnderWay(state.status) ? 0 : state.paint));
  const paint = chartPaint + endPaint;
  return useMemo(
    () =>
      twin === null || run === null || other === null
        ? null
        : viewOf(twin, [run, other], scrubbedStep, paint),
    [twin, run, other, scrubbedStep, paint],
  );
}

/** The runs' logs grow in place: `paint` says when they are to be read anew. */
function viewOf(
  twin: Twin,
  [run, other]: readonly [Run, Run],
  scrubbedStep: number | null,
  _paint: number,
): TwinView {
  const lastOf = ({ log }: Run) => (log.length === 0 ? 0 : log.steps.at(log.length - 1));
  const measured = Math.min(lastOf(run), lastOf(other));
  const wanted = Math.min(scrubbedStep ?? measured, measured);
  const sides = [sideAt(run, wanted), sideAt(other, wanted)] as const;
  const [one, two] = sides;
  return {
    twin,
    sides,
    gradients: compareGradients(normsOf(one), normsOf(two)),
    step: one.sample < 0 ? 0 : run.log.steps.at(one.sample),
    measured,
    lastStep: Math.max(lastStepOnAxis(run), lastStepOnAxis(other)),
    received: run.log.received + other.log.received,
  };
}

function sideAt(run: Run, step: number): ComparedSide {
  return { name: run.document.name, run, layers: layersByDepth(run), sample: run.log.sampleAt(step) };
}

function normsOf({ run, layers, sample }: ComparedSide): readonly TwinLayer[] {
  if (sample < 0) return [];
  const norms = depthNorms(run, layers, sample);
  return layers.flatMap(({ id }, place) => {
    const norm = norms[place];
    return norm === undefined ? [] : [{ id, ...norm }];
  });
}

const known = new WeakMap<Run['log'], readonly MeasuredLayer[]>();

/** The layers of which the network has one for each depth. */
function layersByDepth(run: Run): readonly MeasuredLayer[] {
  const before = known.get(run.log);
  if (before !== undefined) return before;
  const measured = new Map(measuredLayers(run).map((layer) => [layer.id, layer]));
  const layers = depthLayers(run.document, analysisOf(run.document)).flatMap(
    ({ id }) => measured.get(id) ?? [],
  );
  // Before the first step it isn't known which layers a gradient reaches.
  if (run.log.length > 0) known.set(run.log, layers);
  return layers;
}
