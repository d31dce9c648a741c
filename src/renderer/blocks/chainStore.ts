import { create } from 'zustand';
import { useEditor } from '../editor/editorStore';

/** The block of which a chain is being asked for, or null. */
export const useChain = create<{ readonly block: string | null }>(() => ({ block: null }));

export function askForChain(block: string): void {
  if (!useEditor.getState().structureLocked) useChain.setState({ block });
}

export function endChain(): void {
  useChain.setState({ block: null });
}
