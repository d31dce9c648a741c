import type { Quantity } from './numbers';

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A size in memory with three significant digits and its binary unit: 3.06 KiB, 128 MiB. */
export function bytesQuantity(bytes: number): Quantity {
  let scaled = bytes;
  let step = 0;
  while (scaled >= 999.5 && step < units.length - 1) {
    scaled /= 1024;
    step += 1;
  }
  const decimals = step === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return { digits: scaled.toFixed(decimals), prefix: units[step] ?? 'B' };
}

/** `3.06 KiB` */
export function formatBytes(bytes: number): string {
  const { digits, prefix } = bytesQuantity(bytes);
  return `${digits} ${prefix}`;
}
