import { timingSafeEqual } from 'node:crypto';
import type { OwnAddress } from './ownAddress';
import { digestOf, randomText } from './randomText';

/** Browsers that are let in at the same time; one more ends the session of the oldest. */
const sessionLimit = 16;
/** Longer texts are no token of ours, and not worth hashing. */
const tokenLength = 43;

/**
 * Who may use the server: whoever opens the printed address first, in that browser. Its token is good once and is
 * exchanged for a cookie. Tokens and cookies have 256 random bits, are kept as digests, and are compared in constant time.
 */
export class Sessions {
  readonly #cookieName: string;
  readonly #attributes: string;
  #token: Buffer | null = null;
  #sessions: readonly Buffer[] = [];

  /** Cookies don't tell ports of one host apart, so that their name has to. */
  constructor({ scheme }: Pick<OwnAddress, 'scheme'>, port: number) {
    this.#cookieName = `layerwise-${port}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=Strict${scheme === 'https' ? '; Secure' : ''}`;
  }

  /** A new token; one that was not used before is void. */
  issueToken(): string {
    const token = randomText();
    this.#token = digestOf(token);
    return token;
  }

  /** Whether a token is out that nobody has used. */
  get tokenWaits(): boolean {
    return this.#token !== null;
  }

  /** Exchanges the token for the value of a Set-Cookie header; null where it is wrong or was used. */
  redeem(token: string): string | null {
    if (this.#token === null || token.length !== tokenLength) return null;
    if (!timingSafeEqual(digestOf(token), this.#token)) return null;
    this.#token = null;
    const session = randomText();
    this.#sessions = [...this.#sessions, digestOf(session)].slice(-sessionLimit);
    return `${this.#cookieName}=${session}; ${this.#attributes}`;
  }

  /** Whether a request's Cookie header holds a session. */
  knows(cookieHeader: string | undefined): boolean {
    const values = (cookieHeader ?? '').split(';').flatMap((pair) => {
      const [name, value] = pair.trim().split('=', 2);
      return name === this.#cookieName && value?.length === tokenLength ? [digestOf(value)] : [];
    });
    return values.some((value) => this.#sessions.some((session) => timingSafeEqual(session, value)));
  }
}
