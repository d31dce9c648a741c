import { safeStorage } from 'electron';

/** Keeps a secret text so that only this person can read it back. */
export interface TokenSafe {
  /** False where the system offers nothing of the kind: nothing is kept then. */
  readonly available: boolean;
  seal(text: string): string;
  /** Null where it can't be read back any more. */
  open(sealed: string): string | null;
}

/** The keychain or keyring of the system. Call when the app is ready. */
export function systemTokenSafe(): TokenSafe {
  const available =
    safeStorage.isEncryptionAvailable() &&
    // Without a keyring Chromium encrypts with a password that everybody knows.
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  return {
    available,
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open(sealed) {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
