import { useDock } from '../dock/dockStore';

/** Shows the canvas, which a comparison covers, beside the diagnosis. */
export function leaveComparison(): void {
  const { tab, showTab } = useDock.getState();
  if (tab === 'compare') showTab('diagnosis');
}
