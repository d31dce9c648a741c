import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../../src/protocol/runMessages';
import { distinctNames } from '../../../../src/renderer/runs/distinctNames';
import { readTags } from '../../../../src/renderer/runs/readTags';
import {
  everyRun,
  experimentsOf,
  filterRuns,
  nameOf,
  type RunColumn,
  type RunFilter,
  tagsOf,
} from '../../../../src/renderer/runs/runFilter';

const run = (folder: string, change: Partial<RunSummary> = {}): RunSummary => ({
  ...{ folder, name: 'LeNet-5', state: 'finished', startedAt: new Date(0).toISOString(), step: 1, bytes: 1 },
  ...{
    notes: { title: '', tags: [], remark: '' },
    notesFault: null,
    experiment: null,
    loss: 1,
    accuracy: 0.5,
  },
  ...change,
});
const runs = [
  run('a', { notes: { title: 'Best so far', tags: ['lecture'], remark: 'Warm-up helped' }, loss: 0.1 }),
  run('b', { name: 'Plain-20', state: 'stopped', loss: null, accuracy: null, step: 30 }),
  run('c', { name: 'ResNet-20', notes: { title: '', tags: ['lecture', 'twin'], remark: '' }, loss: 2 }),
];
const found = (change: Partial<typeof everyRun>) =>
  filterRuns(runs, { ...everyRun, column: 'name', ascending: true, ...change }).map(({ folder }) => folder);

it.each([
  ['name', 'best', ['a']],
  ['network', 'PLAIN', ['b']],
  ['tag', 'twin', ['c']],
  ['notes', 'helped', ['a']],
  ['several words in any place', 'lecture lenet', ['a']],
  ['what is nowhere', 'sigmoid', []],
])('finds runs by %s', (_what, text, expected) => {
  expect(found({ text })).toEqual(expected);
});

it('lists by tag and state together', () => {
  expect(found({ tag: 'lecture' })).toEqual(['a', 'c']);
  expect(found({ tag: 'lecture', state: 'stopped' })).toEqual([]);
  expect(found({ state: 'stopped' })).toEqual(['b']);
  expect(tagsOf(runs)).toEqual(['lecture', 'twin']);
  expect(runs.map(nameOf)).toEqual(['Best so far', 'Plain-20', 'ResNet-20']);
});

it('leaves trials out, lists them too, or those of one experiment alone', () => {
  const all = [...runs, run('d', { experiment: 'why-resnet' }), run('e', { experiment: 'own-1' })];
  const listed = (trials: RunFilter['trials']) =>
    filterRuns(all, { ...everyRun, trials }).map(({ folder }) => folder);
  expect(listed('none')).toEqual(['a', 'b', 'c']);
  expect(listed('all')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(listed({ of: 'own-1' })).toEqual(['e']);
  expect(experimentsOf(all)).toEqual(['own-1', 'why-resnet']);
});

it('tells runs of one name apart by their order in time', () => {
  const at = (folder: string, minute: number) =>
    run(folder, { startedAt: new Date(minute * 60_000).toISOString() });
  expect(distinctNames([at('late', 2), run('other', { name: 'Plain-20' }), at('early', 1)])).toEqual([
    ...['LeNet-5 (2)', 'Plain-20', 'LeNet-5 (1)'],
  ]);
  expect(distinctNames([at('b', 1), at('a', 1)])).toEqual(['LeNet-5 (2)', 'LeNet-5 (1)']);
});

describe('sorted by any column', () => {
  const columns: readonly RunColumn[] = ['name', 'startedAt', 'state', 'step', 'loss', 'accuracy', 'bytes'];
  const number = fc.option(fc.double({ noNaN: true }));
  const listed = fc.array(
    fc.record({ name: fc.string(), step: fc.nat(), bytes: fc.nat(), loss: number, accuracy: number }),
  );

  it('keeps every run, and puts those without a value last', () => {
    fc.assert(
      fc.property(listed, fc.constantFrom(...columns), fc.boolean(), (values, column, ascending) => {
        const all = values.map((value, place) => run(`r${place}`, value));
        const sorted = filterRuns(all, { ...everyRun, column, ascending });
        expect(new Set(sorted)).toEqual(new Set(all));
        const numbers = sorted.map((each) => (column === 'loss' ? each.loss : each.step));
        if (column !== 'loss' && column !== 'step') return;
        const known = numbers.filter((value) => value !== null);
        expect(numbers.slice(0, known.length)).toEqual(known);
        expect(known).toEqual(known.toSorted((one, other) => (ascending ? one - other : other - one)));
      }),
    );
  });
});

it('reads tags as they are typed', () => {
  expect(readTags(' a, b b ,, a,')).toEqual(['a', 'b b']);
  expect(readTags('')).toEqual([]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tags = readTags(text);
      expect(readTags(tags.join(','))).toEqual(tags);
    }),
  );
});
