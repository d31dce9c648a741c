import type { EditorState } from '../editor/editorStore';
import { portraitOf } from './portrait';

/** The list of recent projects shows the network as it was opened or saved. */
export function portray(
  path: string,
  { history, analysis }: Pick<EditorState, 'history' | 'analysis'>,
): void {
  const portrait = portraitOf(history.document, analysis);
  void window.layerwise.call('portrayProject', { path, portrait });
}
