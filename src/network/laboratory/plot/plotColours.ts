import { type PictureTheme, pictureColours } from '../../drawing/pictureColours';

export interface PlotColours {
  readonly background: string;
  readonly text: string;
  readonly quiet: string;
  readonly grid: string;
  /** Of lines, in their order: the first is plain or the lone one, the second residual. */
  readonly series: readonly string[];
}

/** The window's colours of pictures; lines take those of layer categories, which are apart in both themes. */
export function plotColours(theme: PictureTheme): PlotColours {
  const { card, text, quietText, cardLine, category, block } = pictureColours[theme];
  return {
    ...{ background: card, text, quiet: quietText, grid: cardLine },
    series: [
      category.convolution,
      category.merge,
      category.pooling,
      category.shape,
      category.normalization,
      category.activation,
      block,
      category.core,
    ],
  };
}

/** Lines beyond the colours begin anew, dashed. */
export function seriesColour({ series }: PlotColours, number: number): string {
  return series[number % series.length] ?? '';
}

export function seriesDash({ series }: PlotColours, number: number): string | null {
  return number < series.length ? null : '5 4';
}
