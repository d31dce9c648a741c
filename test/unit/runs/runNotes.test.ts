import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { RunLock } from '../../../src/engine/runs/runLock';
import { notesName, readRunNotes, writeRunNotes } from '../../../src/engine/runs/runNotes';
import { describeRuns, RunsDesk } from '../../../src/engine/runs/runsDesk';
import { trashRuns } from '../../../src/main/trashRuns';
import { type EngineEventOf, engineEventSchema } from '../../../src/protocol/engineMessages';
import type { RunsEvent } from '../../../src/protocol/keptRunMessages';
import { temporaryFolder } from './temporaryFolder';
import { recordOfRun, writeRun } from './writtenRun';

const runs = temporaryFolder();
const notes = { title: 'Best so far', tags: ['lecture', 'ReLU'], remark: 'Warm-up helped.\nTry 0.02.' };
const none = { title: '', tags: [], remark: '' };

function deskOf() {
  const told: RunsEvent[] = [];
  const desk = new RunsDesk(runs.path, (event) => told.push(event));
  return { desk, told };
}

function last<Type extends RunsEvent['type']>(told: readonly RunsEvent[], type: Type): EngineEventOf<Type> {
  const found = told.findLast((event): event is EngineEventOf<Type> => event.type === type);
  if (found === undefined) throw new Error(`No ${type} was told.`);
  return found;
}

it('keeps notes with the run, whole, and lists them with its loss and accuracy', () => {
  writeRun(join(runs.path, 'one'));
  const { desk, told } = deskOf();
  desk.handle({ type: 'annotateRun', folder: 'one', notes });
  const [run] = last(told, 'runs').runs;
  expect(run).toMatchObject({ folder: 'one', notes, notesFault: null, step: 20 });
  expect(run?.loss).toBeTypeOf('number');
  expect(run?.accuracy).toBeTypeOf('number');
  expect(readRunNotes(join(runs.path, 'one')).notes).toEqual(notes);
  expect(readdirSync(join(runs.path, 'one')).filter((name) => name.includes('partial'))).toEqual([]);
});

it.each([
  ['cut off', '{"format": "layerwise-run-no'],
  ['of another program', '{"format": "diary"}'],
  ['of a newer Layerwise', JSON.stringify({ format: 'layerwise-run-notes', version: 2, ...notes })],
  [
    'with a tag that is no text',
    JSON.stringify({ format: 'layerwise-run-notes', version: 1, ...notes, tags: [1] }),
  ],
  ['empty', ''],
])('lists a run whose notes are %s without them, and says so', (_what, text) => {
  const folder = join(runs.path, 'one');
  writeRun(folder);
  writeFileSync(join(folder, notesName), text);
  const [run] = describeRuns(runs.path).runs;
  expect(run?.notes).toEqual(none);
  expect(run?.notesFault).toContain('notes.json is damaged');
  writeRunNotes(folder, notes);
  expect(readRunNotes(folder)).toEqual({ notes, fault: null });
});

it('says of a run that is gone that it is', () => {
  const { desk, told } = deskOf();
  desk.handle({ type: 'annotateRun', folder: 'gone', notes });
  expect(last(told, 'runsFailed').message).toContain('no run gone');
});

it('moves runs into a folder beside them and back, but none that is in use', () => {
  for (const name of ['one', 'two']) writeRun(join(runs.path, name));
  const { desk, told } = deskOf();
  const lock = RunLock.acquire(join(runs.path, 'two'));
  desk.handle({ type: 'trashRuns', folders: ['one', 'two'] });
  expect(last(told, 'runsFailed').message).toContain('The run two is in use');
  expect(last(told, 'runs').runs).toHaveLength(2);
  lock.release();
  desk.handle({ type: 'trashRuns', folders: ['one', 'two'] });
  expect(last(told, 'runsTrashed').place).toBe(join(runs.path, '.trash'));
  expect(last(told, 'runs').runs).toEqual([]);
  desk.handle({ type: 'restoreRuns', folders: ['two'] });
  expect(last(told, 'runs').runs.map(({ folder }) => folder)).toEqual(['two']);
});

it('moves none where one can’t be', () => {
  for (const name of ['one', 'two']) writeRun(join(runs.path, name));
  mkdirSync(join(runs.path, '.trash', 'two', 'already there'), { recursive: true });
  const { desk, told } = deskOf();
  desk.handle({ type: 'trashRuns', folders: ['one', 'two'] });
  expect(last(told, 'runsFailed').message).toContain('.trash');
  expect(last(told, 'runs').runs).toHaveLength(2);
});

it('takes the system’s trash, and the folder beside the runs where there is none', async () => {
  for (const name of ['one', 'two']) writeRun(join(runs.path, name));
  const trashed: string[] = [];
  const done = await trashRuns(runs.path, ['one'], async (path) => void trashed.push(path));
  expect(done).toEqual({ status: 'done', value: { place: null } });
  expect(trashed).toEqual([join(runs.path, 'one')]);
  const aside = await trashRuns(runs.path, ['two'], () => Promise.reject(new Error('no trash')));
  expect(aside).toEqual({ status: 'done', value: { place: join(runs.path, '.trash') } });
  expect(existsSync(join(runs.path, '.trash', 'two', 'run.json'))).toBe(true);
  const lock = RunLock.acquire(join(runs.path, 'one'));
  expect(await trashRuns(runs.path, ['one'], () => Promise.resolve())).toMatchObject({ status: 'failed' });
  lock.release();
});

it('reads one run a turn, so that a run under way has its steps in between', async () => {
  for (const name of ['one', 'two']) writeRun(join(runs.path, name));
  const { desk, told } = deskOf();
  desk.handle({ type: 'readRuns', folders: ['one', 'two'] });
  await nextTurn();
  expect(told).toHaveLength(1);
  await nextTurn();
  expect(told).toHaveLength(2);
});

it('gives curves that the protocol knows, and says what is no run', async () => {
  writeRun(join(runs.path, 'one'));
  mkdirSync(join(runs.path, 'other'));
  const { desk, told } = deskOf();
  desk.handle({ type: 'readRuns', folders: ['one', 'other'] });
  await expect.poll(() => told.some(({ type }) => type === 'runsFailed'), { timeout: 10_000 }).toBe(true);
  const curves = last(told, 'runCurves');
  expect(engineEventSchema.safeParse(curves).error).toBeUndefined();
  expect([...curves.steps]).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(curves.losses.every(Number.isFinite)).toBe(true);
  expect(last(told, 'runsFailed').message).toContain('is not a run folder');
});

it('tells of a run that was thrown away before its turn by the list', async () => {
  writeRun(join(runs.path, 'one'));
  const { desk, told } = deskOf();
  desk.handle({ type: 'readRuns', folders: ['gone', 'one'] });
  await expect.poll(() => told.map(({ type }) => type), { timeout: 10_000 }).toEqual(['runCurves', 'runs']);
  expect(last(told, 'runs').runs.map(({ folder }) => folder)).toEqual(['one']);
});

it('tells trials of the laboratory from other runs, a twin’s two among those', () => {
  for (const [name, group] of [
    ['why-resnet-plain-n1-s1', 'why-resnet'],
    ['2026-01-01-plain-20', 'twin-0a1b'],
    ['2026-01-01-lenet-5', undefined],
  ] as const)
    writeRun(join(runs.path, name), undefined, { ...recordOfRun(), group });
  const listed = describeRuns(runs.path).runs.map(({ folder, experiment }) => [folder, experiment]);
  expect(Object.fromEntries(listed)).toEqual({
    'why-resnet-plain-n1-s1': 'why-resnet',
    '2026-01-01-plain-20': null,
    '2026-01-01-lenet-5': null,
  });
});
