import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { keepsCompiled } from './scripts/bench/pythonPeers.mjs';

const pure = { maxWorkers: 2, testTimeout: 30_000 } as const;

/** The engine against native TensorFlow: one process at a time, each with a TensorFlow of its own. */
const native = { pool: 'forks', maxWorkers: 1, testTimeout: 120_000 } as const;

/**
 * One process for many files, which then load the same code, and TensorFlow, once: most of the time of hundreds of small
 * files went into that.
 */
const inOneProcess = { isolate: false } as const;

/** What fills a process's memory, chooses its device for good, or is timed. */
const ofAProcess = [
  'test/parity/bench/**/*.test.ts',
  'test/parity/eager/outOfMemory.test.ts',
  'test/parity/training/{devices,growth}.test.ts',
];

/**
 * `unit`: laws and tables on pure code. `unit-window`: those of the window's code, whose stores live as long as a window,
 * each file in a thread of its own. `server`: the built page and engine behind the real server. `parity`: the engine
 * against native TensorFlow. `parity-alone`: what needs a process of its own. `code`: exported scripts, run in Python.
 * `parity-without-onednn`: layers and gradients once more on TensorFlow's plain kernels, as they run where a build has no
 * oneDNN.
 */
const projects: readonly NonNullable<TestProjectInlineConfiguration['test']>[] = [
  {
    name: 'unit',
    include: ['test/unit/**/*.test.ts'],
    exclude: ['test/unit/renderer/**'],
    setupFiles: ['test/unit/leaveNoTrace.ts'],
    ...pure,
    ...inOneProcess,
  },
  { name: 'unit-window', include: ['test/unit/renderer/**/*.test.ts'], pool: 'threads', ...pure },
  { name: 'server', include: ['test/server/**/*.test.ts'], testTimeout: 30_000 },
  {
    name: 'parity',
    include: ['test/parity/**/*.test.ts'],
    exclude: ['test/parity/code/**', ...ofAProcess],
    ...native,
    ...inOneProcess,
  },
  { name: 'parity-alone', include: ofAProcess, ...native },
  { name: 'code', include: ['test/parity/code/**/*.test.ts'], env: keepsCompiled, ...native },
  {
    name: 'parity-without-onednn',
    include: ['test/parity/{layers,networks}.test.ts'],
    env: { TF_ENABLE_ONEDNN_OPTS: '0' },
    ...native,
    ...inOneProcess,
  },
];

export default defineConfig({
  test: {
    // One project after the other: a process is kept for the next file only where that is of the same project.
    projects: projects.map((test, groupOrder) => ({ test: { ...test, sequence: { groupOrder } } })),
  },
});
