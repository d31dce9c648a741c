import { basename, join, resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { curvesCsv } from '../../engine/runs/curves/curvesCsv';
import { scalarCurves } from '../../engine/runs/curves/scalarCurves';
import { tensorBoardEvents } from '../../engine/runs/curves/tensorBoardEvents';
import { openRunFolder } from '../../engine/runs/openRunFolder';
import { type CommandIo, writeLine } from '../commandIo';
import { makeFolder } from '../makeFolder';
import { count } from '../numberText';
import { writeOutput } from '../writeOutput';

export const curveForms = ['csv', 'tensorboard'] as const;

export interface CurvesOptions {
  readonly to: (typeof curveForms)[number];
  readonly out: string;
  /** Sampled steps at most. */
  readonly points: number;
  readonly force: boolean;
}

/** `layerwise curves`: writes what a run measured for other programs to read. */
export function exportCurves(folder: string, options: CurvesOptions, io: CommandIo): void {
  const run = openRunFolder(resolve(folder));
  const curves = scalarCurves(run, options.points);
  if (curves.length === 0)
    throw new AdviceError(
      `The run in ${folder} has measured nothing yet.`,
      'Train it for a few steps first.',
    );
  const out = resolve(options.out);
  if (options.to === 'csv') writeOutput(out, curvesCsv(curves), options.force);
  else {
    const started = new Date(run.record.startedAt);
    // TensorBoard reads every file of a folder whose name has "tfevents" in it, and shows the folder as a run.
    const name = `events.out.tfevents.${Math.floor(started.getTime() / 1000)}.${basename(resolve(folder))}`;
    makeFolder(out);
    writeOutput(join(out, name), tensorBoardEvents(curves, started), options.force);
  }
  const measured = run.telemetry?.stepCount ?? 0;
  const thinned =
    measured > options.points ? `, ${count(options.points)} of ${count(measured)} measured steps` : '';
  writeLine(io.stdout, `${options.out} · ${count(curves.length)} curves${thinned}`);
}
