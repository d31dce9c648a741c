import type { StepSpan } from './stepView';

const shown = new Set<() => StepSpan>();

/** Charts over these steps are in view; returns the way to say that they are gone. */
export function showSpan(span: () => StepSpan): () => void {
  shown.add(span);
  return () => shown.delete(span);
}

/** The steps of the charts that came into view last; null where none are. */
export function spanInView(): StepSpan | null {
  return [...shown].at(-1)?.() ?? null;
}
