// @ts-check
/**
 * Whether a window can be shown: always outside Linux, there with an X11 or Wayland display.
 *
 * @param {NodeJS.Platform | string} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {boolean}
 */
export function hasDisplay(platform, environment) {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

export const noDisplay =
  'There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set), so Layerwise is served to a browser instead.';
