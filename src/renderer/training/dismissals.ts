import { create } from 'zustand';

/** What a notice is about: the state itself, or words that stand for any state that would say the same. */
export type NoticeSubject = object | string;

interface Dismissals {
  /** Subjects whose notices a person has closed. */
  readonly dismissed: ReadonlySet<NoticeSubject>;
  dismiss(subject: NoticeSubject): void;
  /** Lets the subject's notice be seen again. */
  recall(subject: NoticeSubject): void;
}

export const useDismissals = create<Dismissals>((set) => ({
  dismissed: new Set(),
  dismiss: (subject) => set(({ dismissed }) => ({ dismissed: new Set([...dismissed, subject]) })),
  recall: (subject) =>
    set(({ dismissed }) => ({ dismissed: new Set([...dismissed].filter((other) => other !== subject)) })),
}));
