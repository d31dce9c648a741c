/** Layers, with the gradient running back through them. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M4.2 15.6C1.2 10 4.5 3.2 10.2 3.2c3.5 0 5.6 2.2 6 4.6"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
      <rect x="5.2" y="6.6" width="9.6" height="2.6" rx="1" fill="var(--fg)" opacity=".95" />
      <rect x="5.2" y="10.7" width="9.6" height="2.6" rx="1" fill="var(--fg)" opacity=".62" />
      <rect x="5.2" y="14.8" width="9.6" height="2.6" rx="1" fill="var(--fg)" opacity=".34" />
      <path
        d="M14.5 6.3l1.8 1.9 1.9-1.8"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
