import { create } from 'zustand';
import type { CodeFormId } from './codeForms';

interface CodeFormState {
  readonly form: CodeFormId;
  choose(form: CodeFormId): void;
}

const formKey = 'layerwise.codeForm';

/** The library that the program is written for, kept from start to start. */
export const useCodeForm = create<CodeFormState>((set) => ({
  form: localStorage.getItem(formKey) === 'keras' ? 'keras' : 'pytorch',
  choose(form) {
    localStorage.setItem(formKey, form);
    set({ form });
  },
}));
