import type { StoreApi } from 'zustand';
import type { Run } from '../training/run';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { useTwinRun } from '../twin/twinStore';

/** The other run of a pair, which `others` holds; null where the run of the canvas stands alone. */
export function runBeside(others: StoreApi<RunState>): Run | null {
  return useRun.getState().twinId === useTwinRun.getState().run?.id ? others.getState().run : null;
}
