/** A size as people read it: "16 MiB", "16.4 MiB". Rounded up, so that a size over a limit reads so. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil((bytes / 2 ** 20) * 10) / 10} MiB`;
}
