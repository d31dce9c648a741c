import { create } from 'zustand';
import { useEditor } from '../editor/editorStore';

/** Whether the person is being asked about a new head. */
export const useHead = create<{ readonly asked: boolean }>(() => ({ asked: false }));

export function askForHead(): void {
  if (!useEditor.getState().structureLocked) useHead.setState({ asked: true });
}

export function endHead(): void {
  useHead.setState({ asked: false });
}
