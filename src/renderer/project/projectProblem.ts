import { create } from 'zustand';
import type { LayerProblem } from '../../network/layers/defineLayer';

/** What went wrong with a project file, for the dialog that says so. */
export interface ProjectProblem extends LayerProblem {
  /** What was tried: `The project could not be opened`. */
  readonly title: string;
  /** Lines of a program that makes a file which can be opened. */
  readonly recipe?: readonly string[];
}

interface ProjectProblemState {
  readonly problem: ProjectProblem | null;
  show(problem: ProjectProblem): void;
  dismiss(): void;
}

export const useProjectProblem = create<ProjectProblemState>((set) => ({
  problem: null,
  show: (problem) => set({ problem }),
  dismiss: () => set({ problem: null }),
}));
