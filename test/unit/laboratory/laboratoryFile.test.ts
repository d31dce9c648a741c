import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { LaboratoryFile } from '../../../src/engine/laboratory/laboratoryFile';
import { projectVersion } from '../../../src/network/graph/migrations';
import { expandTrials } from '../../../src/network/laboratory/trials';
import { temporaryFolder } from '../runs/temporaryFolder';
import { experimentWith, resultOf } from './experiments';

const folder = temporaryFolder();
const place = () => join(folder.path, 'laboratory.json');
const experiment = experimentWith({ depths: [1], seeds: [1, 2] });
const more = experimentWith({ depths: [1, 3], seeds: [2, 3] });

it('keeps results for an experiment with more values, and those that the grid has no more', () => {
  const file = LaboratoryFile.begin(place(), experiment);
  for (const { id } of expandTrials(experiment)) file.add(resultOf(id, {}));
  expect([file.open, LaboratoryFile.open(place()).results]).toEqual([[], file.results]);

  const grown = LaboratoryFile.begin(place(), more);
  expect(grown.results.map(({ trial }) => trial)).toEqual(
    expandTrials(experiment).flatMap(({ id, setting }) => (setting.seed === 2 ? [id] : [])),
  );
  expect(grown.open).toHaveLength(expandTrials(more).length - 2);
  expect(LaboratoryFile.begin(place(), experiment).open).toEqual([]);
});

it('takes no results of other training into an experiment', () => {
  LaboratoryFile.begin(place(), experiment);
  const other = { ...experiment, training: { ...experiment.training, epochs: 7 } };
  expect(() => LaboratoryFile.begin(place(), other)).toThrow(AdviceError);
  expect(LaboratoryFile.open(place()).experiment).toEqual(experiment);
});

it('reads what a version without clipping wrote, and says so of one that is newer or cut off', () => {
  LaboratoryFile.begin(place(), experiment);
  const content: { projectVersion: number; experiment: { training: { clipNorm?: number } } } = JSON.parse(
    readFileSync(place(), 'utf8'),
  );
  delete content.experiment.training.clipNorm;
  writeFileSync(place(), JSON.stringify({ ...content, projectVersion: 3 }));
  expect(LaboratoryFile.open(place()).experiment).toEqual(experiment);
  expect(LaboratoryFile.begin(place(), experiment).open).toHaveLength(4);
  writeFileSync(place(), JSON.stringify({ ...content, projectVersion: 3 }));

  writeFileSync(place(), JSON.stringify({ ...content, projectVersion: projectVersion + 1 }));
  expect(() => LaboratoryFile.open(place())).toThrow(/newer/);
  truncateSync(place(), 200);
  expect(() => LaboratoryFile.open(place())).toThrow(/damaged/);
});
