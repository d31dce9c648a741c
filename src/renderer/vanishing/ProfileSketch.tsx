/** Stops of the gradient scale from the first layer to the last. */
const stops = ['--g-m4', '--g-m4', '--g-m3', '--g-m3', '--g-m2', '--g-m1', '--g-0'] as const;

/** A drawing, not data: bars that fall from the last layer to the first, in the colours of the gradient scale. */
export function ProfileSketch() {
  return (
    <svg width="60" height="42" viewBox="0 0 92 64" aria-hidden="true">
      {stops.map((stop, place) => {
        const height = 8 + 7.5 * place;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the stops never move
            key={place}
            x={2 + 13 * place}
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
