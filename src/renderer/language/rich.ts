import { createElement, Fragment, type ReactNode } from 'react';
import { patternOf } from '../../language/pattern';
import { translation } from './translation';

/** A text with elements in it, rich`Press ${<kbd>/</kbd>} to search`: the language decides on their order. */
export function rich(parts: TemplateStringsArray, ...elements: readonly ReactNode[]): ReactNode {
  const pattern = patternOf(parts);
  const text = translation.language === 'en' ? pattern : translation.t(pattern, { skipInterpolation: true });
  const pieces = text
    .split(/\{\{(\d+)\}\}/)
    .map((piece, place) => (place % 2 === 0 ? piece : elements[Number(piece)]));
  return createElement(Fragment, null, ...pieces);
}
