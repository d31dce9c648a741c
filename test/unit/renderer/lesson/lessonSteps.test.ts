import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { presets } from '../../../../src/network/laboratory/presets';
import { counterpartOf } from '../../../../src/network/twin/counterpart';
import { lessonSteps } from '../../../../src/renderer/lesson/lessonSteps';
import { type LessonRun, type LessonWorld, networkFacts } from '../../../../src/renderer/lesson/lessonWorld';
import { vanishingExample } from '../../../../src/renderer/vanishing/vanishingExample';

const plain = vanishingExample();
const counterpart = counterpartOf(plain, analyse(plain));
if ('problem' in counterpart) throw new Error(counterpart.problem.message);
const byHe = {
  ...plain,
  nodes: plain.nodes.map((node) =>
    node.config['initialiser'] === undefined
      ? node
      : { ...node, config: { ...node.config, initialiser: 'heNormal' } },
  ),
};
const run = (document: typeof plain, verdicts: LessonRun['verdicts'], samples = 30): LessonRun => ({
  network: networkFacts(document),
  ...{ samples, verdicts },
});

const start: LessonWorld = {
  ...{ run: null, twin: null, frontSelected: false, tab: null, scrubbedStep: null },
  laboratory: { shown: null, running: false, drafting: false },
};

/** What the person does at each step, and what the window is like then; one step upon the other. */
const doings: Readonly<Record<string, (before: LessonWorld) => LessonWorld>> = {
  train: (before) => ({ ...before, run: run(plain, ['vanishing']), tab: 'gradients' }),
  cards: (before) => ({ ...before, frontSelected: true }),
  verdict: (before) => ({ ...before, tab: 'diagnosis' }),
  compare: (before) => ({
    ...before,
    twin: run(counterpart.document, []),
    ...{ tab: 'compare', frontSelected: false },
  }),
  scrub: (before) => ({ ...before, scrubbedStep: 10 }),
  he: (before) => ({ ...before, run: run(byHe, []), twin: null, tab: 'diagnosis', scrubbedStep: null }),
  'batch-norm': (before) => ({ ...before, run: run(vanishingExample({ batchNorm: true }), []) }),
  'before-relu': (before) => ({
    ...before,
    laboratory: { ...before.laboratory, shown: 'why-before-relu' },
  }),
  own: (before) => ({ ...before, laboratory: { ...before.laboratory, drafting: true } }),
};

describe('done one after the other', () => {
  let world = start;
  const worlds = lessonSteps.map((step) => {
    const before = world;
    world = doings[step.id]?.(before) ?? before;
    return { step, before, after: world };
  });

  it.each(worlds.map((each) => [each.step.id, each] as const))(
    'the step %s is not done beforehand, and is afterwards',
    (_id, { step, before, after }) => {
      expect(step.isDone(before)).toBe(false);
      expect(step.isDone(after)).toBe(true);
    },
  );

  it.each(worlds.map((each) => [each.step.id, each] as const))(
    'the step %s is not done at the start',
    (_id, { step }) => {
      expect(step.isDone(start)).toBe(false);
    },
  );
});

const step = (id: string) => {
  const found = lessonSteps.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No step ${id}.`);
  return found;
};

it.each([
  ['he', run(byHe, ['vanishing']), 'the numbers still show a vanishing gradient'],
  ['he', run(byHe, null), 'it was not judged yet'],
  ['he', run(byHe, [], 3), 'it has hardly trained'],
  ['he', run(counterpart.document, []), 'shortcuts cured it'],
  ['batch-norm', run(vanishingExample({ batchNorm: true }), ['vanishing']), 'a gradient vanishes'],
  ['batch-norm', run(plain, []), 'there is no batch norm'],
  ['train', run(counterpart.document, []), 'the network has shortcuts'],
  ['train', run(plain, null, 0), 'nothing was measured'],
])('does not count %s as done where %j: %s', (id, with_, _why) => {
  expect(step(id).isDone({ ...start, run: with_ })).toBe(false);
});

it('speaks of an experiment that there is, and uses few words', () => {
  expect(presets.map(({ id }) => id)).toContain('why-before-relu');
  expect(presets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Why ResNet?', 'Why before the ReLU?']),
  );
  for (const { text } of lessonSteps)
    expect(text.match(/[.:!?](?=\s|$)/g)?.filter((mark) => mark !== ':').length).toBeLessThanOrEqual(2);
  expect(new Set(lessonSteps.map(({ id }) => id)).size).toBe(lessonSteps.length);
});
