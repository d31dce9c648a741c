import { useOpenView } from '../views/openView';
import { useUsing } from './usingStore';

/** Shows the use of a run's network: of the one that is named, or of that which is nearest at hand. */
export function openUsing(folder?: string): void {
  useOpenView.getState().show('use');
  useUsing.getState().takeUp(folder);
}

/** Shows it, or goes back to the network. */
export function toggleUsing(): void {
  if (useOpenView.getState().view === 'use') useOpenView.getState().close();
  else openUsing();
}
