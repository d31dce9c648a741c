import { defineConfig } from 'vitest/config';

const pure = { maxWorkers: 2, testTimeout: 30_000 } as const;

/** The engine against native TensorFlow: one process at a time, each with a TensorFlow of its own. */
const native = { pool: 'forks', maxWorkers: 1, testTimeout: 120_000 } as const;

/**
 * `unit`: laws and tables on pure code. `unit-window`: those of the window's code, whose stores live as long as a window,
 * each file in a process of its own. `server`: the built page and engine behind the real server. `parity`: the engine
 * against native TensorFlow. `code`: exported scripts, run in Python. `parity-without-onednn`: layers and gradients once
 * more on TensorFlow's plain kernels, as they run where a build has no oneDNN.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
          setupFiles: ['test/unit/leaveNoTrace.ts'],
          // Hundreds of small files: most of their time went into loading the same code once more for each.
          isolate: false,
          ...pure,
        },
      },
      { test: { name: 'unit-window', include: ['test/unit/renderer/**/*.test.ts'], ...pure } },
      { test: { name: 'server', include: ['test/server/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'parity',
          include: ['test/parity/**/*.test.ts'],
          exclude: ['test/parity/code/**'],
          ...native,
        },
      },
      { test: { name: 'code', include: ['test/parity/code/**/*.test.ts'], ...native } },
      {
        test: {
          name: 'parity-without-onednn',
          include: ['test/parity/{layers,networks}.test.ts'],
          env: { TF_ENABLE_ONEDNN_OPTS: '0' },
          ...native,
        },
      },
    ],
  },
});
