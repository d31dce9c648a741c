import { useSyncExternalStore } from 'react';

/** In CSS px, which grow with the zoom; the style sheets have the same. */
const narrow = 900;
const low = 520;
const projected = 600;
const slim = 640;

/** Too narrow for panels on both sides of the canvas, such as a window of 1440 px enlarged to 200 %. */
export function isNarrowWindow(): boolean {
  return window.innerWidth <= narrow;
}

/** Too narrow for anything beside what opens over the network, such as a window of 1024 px enlarged to 200 %. */
export function isSlimWindow(): boolean {
  return window.innerWidth <= slim;
}

/** Too low for both the network and its charts, such as a window of 900 px enlarged to 200 %. */
export function isLowWindow(): boolean {
  return window.innerHeight <= low;
}

/** The share of the window's height that charts may take: less in a low one, such as a projector's in lecture mode. */
export function shareForCharts(): number {
  return window.innerHeight <= projected ? 0.4 : 0.6;
}

/** The same, now and whenever the window or its zoom changes. */
export function useLowWindow(): boolean {
  return useSyncExternalStore(onResize, isLowWindow);
}

/** Calls back when the window has another size or zoom; returns the way to stop. */
export function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
