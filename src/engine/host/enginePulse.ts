/** An engine that was silent this long hangs, as far as anyone can tell. */
const silenceLimit = 5_000;
/** The first sign of life may take longer: a cold disk holds it up. */
const firstSilenceLimit = 20_000;

/** A look that comes so late says that the watching process was held up itself, as by a suspended machine. */
const lateLook = 3_000;

/** Tells from the engine's heartbeats whether it hangs. All times in milliseconds of one monotonic clock. */
export class EnginePulse {
  #lastSign: number;
  #lastLook: number;
  #limit = firstSilenceLimit;
  #silent = false;

  constructor(startedAt: number) {
    this.#lastSign = startedAt;
    this.#lastLook = startedAt;
  }

  /** Notes a sign of life; true where it ends a silence. */
  beat(now: number): boolean {
    const awakes = this.#silent;
    this.#lastSign = now;
    this.#limit = silenceLimit;
    this.#silent = false;
    return awakes;
  }

  /** Whole seconds of silence, once it is too long; otherwise null. To be called every second. */
  silentSeconds(now: number): number | null {
    if (now - this.#lastLook >= lateLook) this.#lastSign = Math.max(this.#lastSign, now - 1_000);
    this.#lastLook = now;
    const silence = now - this.#lastSign;
    this.#silent = silence >= this.#limit;
    return this.#silent ? Math.floor(silence / 1_000) : null;
  }
}
