import { useState } from 'react';
import type { ValueAxis } from './valueAxis';

/** The axis as an object that stays the same for as long as it reads the same: axes are drawn anew only where they change. */
export function useSteadyAxis(axis: ValueAxis): ValueAxis {
  const [steady, setSteady] = useState(axis);
  if (reading(steady) === reading(axis)) return steady;
  setSteady(axis);
  return axis;
}

function reading({ scale, domain, ticks }: ValueAxis): string {
  return [scale, ...domain, ...ticks].join(' ');
}
