import { useEffect, useState } from 'react';
import type { Problem } from '../../network/analysis/analysis';
import { findRemedies } from '../../network/remedies/findRemedies';
import type { Remedy } from '../../network/remedies/remedy';
import { useEditor } from '../editor/editorStore';

/** Time without an edit after which remedies are looked for, in milliseconds: longer than between two keystrokes. */
const pause = 120;

interface Found {
  readonly problem: Problem;
  readonly remedies: readonly Remedy[];
}

/** What solves a problem; null while it is looked for, and while a run holds the network. */
export function useRemedies(problem: Problem): readonly Remedy[] | null {
  const locked = useEditor((state) => state.structureLocked);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (locked) return;
    const timer = setTimeout(() => {
      const { history, analysis } = useEditor.getState();
      setFound({ problem, remedies: findRemedies(history.document, analysis, problem) });
    }, pause);
    return () => clearTimeout(timer);
  }, [problem, locked]);
  return locked || found?.problem !== problem ? null : found.remedies;
}
