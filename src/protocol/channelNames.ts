import type { WindowCall } from './windowChannels';

/**
 * Names of the IPC channels between main and the preload script. They stand apart from the schemas so that the
 * preload script, which is one small file, does not carry zod along.
 */
export const channelNames = {
  call: (call: WindowCall) => `layerwise:${call}` as const,
  engineStatus: 'layerwise:engine-status',
  enginePort: 'layerwise:engine-port',
  menuCommand: 'layerwise:menu-command',
  installation: 'layerwise:installation',
  importProgress: 'layerwise:import-progress',
  /** Not among the names that the page can have the preload script call. */
  droppedFile: 'layerwise-dropped-file',
} as const;
