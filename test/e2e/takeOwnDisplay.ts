/** Gives each of the test processes that run side by side one of the virtual displays that were started for them. */
export function takeOwnDisplay(): void {
  const displays = process.env['LAYERWISE_DISPLAYS']?.split(' ') ?? [];
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % displays.length];
  if (display === undefined) return;
  process.env['DISPLAY'] = display;
  delete process.env['XAUTHORITY'];
}
