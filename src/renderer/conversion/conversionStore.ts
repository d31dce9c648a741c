import { create } from 'zustand';
import { useEditor } from '../editor/editorStore';

/** Whether the question is open how the network becomes a residual one. */
export const useConversion = create<{ readonly asked: boolean }>(() => ({ asked: false }));

export function askForResidual(): void {
  if (!useEditor.getState().structureLocked) useConversion.setState({ asked: true });
}

export function endConversion(): void {
  useConversion.setState({ asked: false });
}
