import { afterAll, vi } from 'vitest';

// Files of tests share a process: what one puts in place of globals, variables and clocks ends with it.
afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
