import type { Device } from '../../protocol/engineMessages';

/** Why a better device does not run, and what would bring it. */
export type Shortfall = Pick<Device, 'note' | 'advice' | 'command'>;
