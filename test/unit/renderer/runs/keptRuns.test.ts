import { afterEach, expect, it, vi } from 'vitest';
import type { RunSummary } from '../../../../src/protocol/runMessages';

const stored = new Map<string, string>();

/** The store as a page has it that was just loaded. */
async function newPage() {
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  return (await import('../../../../src/renderer/runs/keptRunsStore')).useKeptRuns;
}

afterEach(() => {
  vi.unstubAllGlobals();
  stored.clear();
});

const summary = (folder: string, state: RunSummary['state']): RunSummary => ({
  ...{ folder, state, name: 'LeNet-5', startedAt: new Date(0).toISOString(), step: 1, bytes: 1 },
  ...{
    notes: { title: '', tags: [], remark: '' },
    notesFault: null,
    experiment: null,
    loss: null,
    accuracy: null,
  },
});
const kept = (...runs: RunSummary[]) => ({ folder: 'runs', runs, bytes: 1 });

it('offers the latest run where it was cut off, once for a page', async () => {
  const page = await newPage();
  page.getState().receive(kept(summary('b', 'interrupted'), summary('a', 'finished')));
  expect(page.getState().offered?.folder).toBe('b');
  page.getState().declineOffer();
  page.getState().receive(kept(summary('b', 'interrupted')));
  expect(page.getState().offered).toBeNull();
});

it('offers no trial of the laboratory, which goes on with it', async () => {
  const page = await newPage();
  page.getState().receive(kept({ ...summary('b', 'interrupted'), experiment: 'why-resnet' }));
  expect(page.getState().offered).toBeNull();
});

it('offers no run that ended, that another process has, or that was declined on an earlier page', async () => {
  for (const state of ['finished', 'stopped', 'diverged', 'training'] as const) {
    const page = await newPage();
    page.getState().receive(kept(summary('b', state), summary('a', 'interrupted')));
    expect(page.getState().offered).toBeNull();
  }
  const declining = await newPage();
  declining.getState().receive(kept(summary('b', 'interrupted')));
  declining.getState().declineOffer();
  const later = await newPage();
  later.getState().receive(kept(summary('b', 'interrupted')));
  expect(later.getState().offered).toBeNull();
  const evenLater = await newPage();
  evenLater.getState().receive(kept(summary('c', 'interrupted')));
  expect(evenLater.getState().offered?.folder).toBe('c');
});
