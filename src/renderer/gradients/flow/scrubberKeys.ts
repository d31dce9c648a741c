/** Measured steps that Page Up and Page Down go by are a tenth of all, and those of arrows with Shift so many. */
const stride = 10;

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The sample to show after a key; null where the key means nothing here. */
export function sampleAfterKey({ key, shiftKey }: Key, sample: number, samples: number): number | null {
  const arrow = shiftKey ? stride : 1;
  const page = Math.max(1, Math.round(samples / 10));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -arrow,
    ArrowDown: -arrow,
    ArrowRight: arrow,
    ArrowUp: arrow,
    PageDown: -page,
    PageUp: page,
    Home: -samples,
    End: samples,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(samples - 1, Math.max(0, sample + step));
}
