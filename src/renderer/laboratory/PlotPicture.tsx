import type { Plot, PlotMark } from '../../network/laboratory/plot/plotMarks';
import { say } from '../language/say';

/** A plot as it is exported, drawn in the page. */
export function PlotPicture({ plot }: { plot: Plot }) {
  const { title, width, height, marks } = plot;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={say(title)}>
      {[...marks.entries()].map(([place, mark]) => (
        <Mark key={place} mark={mark} />
      ))}
    </svg>
  );
}

function Mark({ mark }: { mark: PlotMark }) {
  if (mark.type === 'path')
    return (
      <path
        d={mark.d}
        stroke={mark.stroke}
        strokeWidth={mark.width}
        strokeLinejoin="round"
        strokeDasharray={mark.dash ?? undefined}
        fill={mark.fill}
      >
        {mark.tip !== null && <title>{say(mark.tip)}</title>}
      </path>
    );
  const { x, y, fill, anchor, size, bold, turn } = mark;
  return (
    <text
      x={x}
      y={y}
      fill={fill}
      textAnchor={anchor}
      fontSize={size}
      fontWeight={bold ? 620 : 420}
      transform={turn === 0 ? undefined : `rotate(${turn} ${x} ${y})`}
    >
      {say(mark.text)}
    </text>
  );
}
