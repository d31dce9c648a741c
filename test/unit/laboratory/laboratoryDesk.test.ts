import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { LaboratoryDesk } from '../../../src/engine/laboratory/laboratoryDesk';
import { LaboratoryFile } from '../../../src/engine/laboratory/laboratoryFile';
import { JobQueue } from '../../../src/engine/train/jobQueue';
import { expandTrials } from '../../../src/network/laboratory/trials';
import { type EngineEvent, engineEventSchema } from '../../../src/protocol/engineMessages';
import { temporaryFolder } from '../runs/temporaryFolder';
import { writeRun } from '../runs/writtenRun';
import { experimentWith, resultOf } from './experiments';

const runs = temporaryFolder();
const experiment = experimentWith({ variants: ['plain'], depths: [1], seeds: [1, 2] });

it('says which trials have numbers but no run any more', () => {
  mkdirSync(join(runs.path, 'experiments'));
  const file = LaboratoryFile.begin(join(runs.path, 'experiments', `${experiment.id}.json`), experiment);
  const trials = expandTrials(experiment).map(({ id }) => id);
  for (const trial of trials) {
    writeRun(join(runs.path, trial));
    file.add(resultOf(trial, {}));
  }
  const told: EngineEvent[] = [];
  const desk = new LaboratoryDesk({
    queue: new JobQueue(() => {}),
    datasets: new DatasetShelf(),
    options: { runsFolder: runs.path },
    send: (event) => told.push(event),
  });
  desk.handle({ type: 'openExperiment', experiment: experiment.id });
  rmSync(join(runs.path, trials[0] ?? ''), { recursive: true });
  desk.handle({ type: 'openExperiment', experiment: experiment.id });
  expect(told).toMatchObject([{ withoutRun: [] }, { withoutRun: [trials[0]] }]);
  for (const event of told) expect(engineEventSchema.safeParse(event).error).toBeUndefined();
});
