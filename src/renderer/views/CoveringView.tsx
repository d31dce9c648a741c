import type { ReactNode } from 'react';
import { useLeavingByEscape } from './useLeavingByEscape';
import { useViewFocus } from './useViewFocus';

interface CoveringViewProps {
  label: string;
  className: string | undefined;
  children: ReactNode;
}

/** A view over the network: it has the focus and the keys while it is open, and Escape leads back. */
export function CoveringView({ label, className, children }: CoveringViewProps) {
  const place = useViewFocus();
  useLeavingByEscape();
  return (
    <section
      ref={place}
      className={className}
      aria-label={label}
      tabIndex={-1}
      data-region="view"
      data-keeps-keys="true"
    >
      {children}
    </section>
  );
}
