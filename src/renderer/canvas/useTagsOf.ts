import { useShallow } from 'zustand/react/shallow';
import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import { useEditor } from '../editor/editorStore';
import { errorsFirst, problemsByNode } from '../editor/nodeProblems';
import { seenNetwork } from '../editor/seenNetwork';

const none: readonly LayerNode[] = [];

/** The layers that are tags on a card, in their order. */
export function useTagsOf(card: string): readonly LayerNode[] {
  return useEditor(useShallow(({ history }) => seenNetwork(history.document).tags.get(card) ?? none));
}

/** What is wrong with a card’s own layer or with those that are tags on it, errors first. */
export function useCardProblems(card: string): readonly Problem[] {
  return useEditor(
    useShallow(({ history, analysis }) => {
      const problems = problemsByNode(analysis);
      const tags = seenNetwork(history.document).tags.get(card) ?? none;
      const own = problems.get(card) ?? [];
      return tags.length === 0
        ? own
        : errorsFirst([...own, ...tags.flatMap(({ id }) => problems.get(id) ?? [])]);
    }),
  );
}
