/** Stops of the gradient scale from the first layer to the last. */
const bars = [
  { layer: 1, stop: '--g-m4' },
  { layer: 2, stop: '--g-m4' },
  { layer: 3, stop: '--g-m3' },
  { layer: 4, stop: '--g-m3' },
  { layer: 5, stop: '--g-m2' },
  { layer: 6, stop: '--g-m1' },
  { layer: 7, stop: '--g-0' },
] as const;

/** A drawing, not data: bars that fall from the last layer to the first, in the colours of the gradient scale. */
export function ProfileSketch() {
  return (
    <svg width="60" height="42" viewBox="0 0 92 64" aria-hidden="true">
      {bars.map(({ layer, stop }) => {
        const height = 0.5 + 7.5 * layer;
        return (
          <rect
            key={layer}
            x={13 * layer - 11}
            y={60 - height}
            width="9"
            height={height}
            rx="2"
            fill={`var(${stop})`}
          />
        );
      })}
      <path d="M0 62.5H92" stroke="var(--line-2)" />
    </svg>
  );
}
