/** What the desktop prefers, for settings that follow it. */
export function lightPreference(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: light)');
}

export function lessMotionPreference(): MediaQueryList {
  return window.matchMedia('(prefers-reduced-motion: reduce)');
}
