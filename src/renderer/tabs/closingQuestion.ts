import { create } from 'zustand';

export type ClosingChoice = 'save' | 'discard' | 'cancel';

/** The project that is about to be closed. */
export interface ClosedProject {
  readonly name: string;
  readonly unsaved: boolean;
  readonly training: boolean;
}

interface ClosingQuestion {
  readonly project: ClosedProject;
  readonly answer: (choice: ClosingChoice) => void;
  /** Rises with each question. */
  readonly number: number;
}

/** What is asked before a tab is closed, while it is. */
export const useClosingQuestion = create<{ readonly question: ClosingQuestion | null }>(() => ({
  question: null,
}));

let questions = 0;

/** Asks what becomes of unsaved changes, or of the run under way, before their tab is closed. */
export function askAboutClosing(project: ClosedProject): Promise<ClosingChoice> {
  // One question at a time: the one before is withdrawn.
  useClosingQuestion.getState().question?.answer('cancel');
  questions += 1;
  return new Promise((resolve) => {
    const answer = (choice: ClosingChoice): void => {
      useClosingQuestion.setState({ question: null });
      resolve(choice);
    };
    useClosingQuestion.setState({ question: { project, answer, number: questions } });
  });
}
