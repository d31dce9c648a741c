/** What a run fails with whose images are nowhere on the engine's machine. */
export function missingDatasetMessage(label: string): string {
  return `${label} is not on this machine yet.`;
}

/** Whether a run failed for want of its images, so that choosing others mends it. */
export function saysDatasetIsMissing(message: string): boolean {
  return message.endsWith(missingDatasetMessage(''));
}
