import { useState } from 'react';

export type Parsed<Value> = { readonly value: Value } | { readonly problem: string };

interface Draft {
  readonly text: string;
  readonly problem: string | null;
  /** What the document shows for this draft; when it shows something else, the draft has been overtaken. */
  readonly shown: string;
}

export interface DraftField {
  readonly text: string;
  /** What is wrong with the text, as a sentence; null where it was applied. */
  readonly problem: string | null;
  type(text: string): void;
  /** The field has lost focus: a valid text takes its tidy form, an invalid one stays. */
  leave(): void;
}

/**
 * Text of a form field that is applied as one types. What can't be applied stays in the box, with the reason,
 * until it is put right or the document's value changes otherwise.
 */
export function useDraft<Value>(
  shown: string,
  parse: (text: string) => Parsed<Value>,
  format: (value: Value) => string,
  apply: (value: Value) => void,
): DraftField {
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft !== null && draft.shown === shown ? draft : null;
  return {
    text: current?.text ?? shown,
    problem: current?.problem ?? null,
    type(text) {
      const parsed = parse(text);
      if ('problem' in parsed) return setDraft({ text, problem: parsed.problem, shown });
      setDraft({ text, problem: null, shown: format(parsed.value) });
      apply(parsed.value);
    },
    leave() {
      if (current?.problem === null) setDraft(null);
    },
  };
}
