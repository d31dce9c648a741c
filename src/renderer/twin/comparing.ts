import { useDock } from '../dock/dockStore';
import { type Twin, useTwin } from './twinStore';

/** The twin, while both networks are to be seen side by side; null where the canvas is. */
export function useComparing(): Twin | null {
  const twin = useTwin();
  const open = useDock(({ tab, collapsed }) => tab === 'compare' && !collapsed);
  return open ? twin : null;
}
