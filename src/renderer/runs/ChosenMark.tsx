import { plotColours, seriesColour } from '../../network/laboratory/plot/plotColours';
import { pointMark } from '../../network/laboratory/plot/plotMarks';
import { PlotPicture } from '../laboratory/PlotPicture';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';

const size = 14;

/** The mark by which the curves of a chosen run are told from others: `number` is its place among those, from 0. */
export function ChosenMark({ number }: { number: number }) {
  const colours = plotColours(useTheme((state) => state.theme));
  const marks = [pointMark(size / 2, size / 2, number, seriesColour(colours, number))];
  const title = t`Curve ${number + 1}`;
  return <PlotPicture plot={{ title, width: size, height: size, background: colours.background, marks }} />;
}
