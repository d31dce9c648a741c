import { afterEach, expect, it, vi } from 'vitest';

const stored = new Map<string, string>();

/** The lesson as a page has it that was just loaded. */
async function newPage() {
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  const { lessonSteps } = await import('../../../../src/renderer/lesson/lessonSteps');
  const { useLesson } = await import('../../../../src/renderer/lesson/lessonStore');
  return { lesson: useLesson.getState, steps: lessonSteps.length };
}

afterEach(() => {
  vi.unstubAllGlobals();
  stored.clear();
});

it('goes on where it was left, in this window and the next', async () => {
  const { lesson } = await newPage();
  lesson().start();
  lesson().next();
  lesson().next();
  lesson().leave();
  expect(lesson().open).toBe(false);
  lesson().start();
  expect(lesson()).toMatchObject({ open: true, step: 2 });
  const later = await newPage();
  expect(later.lesson()).toMatchObject({ open: false, step: 2 });
  later.lesson().back();
  expect(later.lesson().step).toBe(1);
});

it('keeps a step done until the next, and begins anew behind the last', async () => {
  const { lesson, steps } = await newPage();
  lesson().start();
  lesson().reach();
  lesson().next();
  expect(lesson()).toMatchObject({ step: 1, reached: false });
  for (let step = 1; step < steps; step += 1) lesson().next();
  expect(lesson()).toMatchObject({ open: false, step: 0 });
});

it.each(['x', '-1', '99', '1.5', ''])('begins at the first step where "%s" was stored', async (text) => {
  stored.set('layerwise.lessonStep', text);
  const { lesson } = await newPage();
  expect(lesson().step).toBe(0);
});
