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
  'There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): run this from a desktop session or through "ssh -X", give it a virtual display with "xvfb-run -a npm start", or train without a window by "npx layerwise train lenet-5 --dataset mnist".';
