import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { counterpartOf } from '../../../../src/network/twin/counterpart';
import { offeredPresets } from '../../../../src/renderer/laboratory/offeredPresets';
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
const run = (
  document: typeof plain,
  verdicts: LessonRun['verdicts'],
  samples = 30,
  firstLoss: number | null = 50,
): LessonRun => ({
  network: networkFacts(document),
  ...{ samples, verdicts, firstLoss },
});

const start: LessonWorld = {
  ...{ run: null, twin: null, bareLoss: null, frontSelected: false, tab: null, scrubbedStep: null },
  laboratory: { shown: null, running: false, drafting: false },
};

/** What the person does at each step, and what the window is like then; one step upon the other. */
const doings: Readonly<Record<string, (before: LessonWorld) => LessonWorld>> = {
  train: (before) => ({
    ...before,
    run: run(plain, ['vanishing'], 30, 27_800),
    bareLoss: 27_800,
    tab: 'gradients',
  }),
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
    laboratory: { ...before.laboratory, shown: 'why-before-relu-small' },
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
  ['he', run(byHe, [], 30, 30_000), 'the gradient shrinks as much as before'],
  ['he', run(byHe, [], 30, null), 'its gradient is not known'],
  ['he', run(byHe, [], 3), 'it has hardly trained'],
  ['he', run(counterpart.document, []), 'shortcuts cured it'],
  ['batch-norm', run(vanishingExample({ batchNorm: true }), ['vanishing']), 'a gradient vanishes'],
  ['batch-norm', run(plain, []), 'there is no batch norm'],
  ['train', run(counterpart.document, []), 'the network has shortcuts'],
  ['train', run(plain, null, 0), 'nothing was measured'],
])('does not count %s as done where %j: %s', (id, with_, _why) => {
  expect(step(id).isDone({ ...start, bareLoss: 27_800, run: with_ })).toBe(false);
});

it('speaks of an experiment that there is, and uses few words', () => {
  expect(offeredPresets.map(({ id }) => id)).toContain('why-before-relu-small');
  expect(offeredPresets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Why ResNet?', 'Why before the ReLU?']),
  );
  for (const { text } of lessonSteps)
    expect(text.match(/[.:!?](?=\s|$)/g)?.filter((mark) => mark !== ':').length).toBeLessThanOrEqual(2);
  expect(new Set(lessonSteps.map(({ id }) => id)).size).toBe(lessonSteps.length);
});

describe('says what the numbers show, and no more', () => {
  const he = step('he');
  const world: LessonWorld = { ...start, bareLoss: 27_800 };

  it('of He weights, with both factors, and that a gradient still vanishes where it does', () => {
    expect(he.seen({ ...world, run: run(byHe, []) })).toMatch(
      /50× smaller than the last.*27,800× smaller before/,
    );
    expect(he.seen({ ...world, run: run(byHe, []) })).not.toContain('still');
    expect(he.seen({ ...world, run: run(byHe, ['vanishing']) })).toContain(
      'still finds a vanishing gradient',
    );
    expect(he.seen(world)).not.toMatch(/\d/);
  });

  it('of shortcuts, with both factors', () => {
    const sides = {
      run: run(plain, ['vanishing'], 30, 27_800),
      twin: run(counterpart.document, [], 30, 0.5),
    };
    expect(step('compare').seen({ ...world, ...sides })).toMatch(
      /2.0× larger than the last with shortcuts.*27,800× smaller than the last without/,
    );
  });

  it('of batch norm no health that a later verdict denies', () => {
    const norm = vanishingExample({ batchNorm: true });
    expect(step('batch-norm').seen({ ...world, run: run(norm, []) })).toContain('No vanishing gradient');
    expect(step('batch-norm').seen({ ...world, run: run(norm, ['vanishing']) })).not.toContain(
      'No vanishing',
    );
  });
});
