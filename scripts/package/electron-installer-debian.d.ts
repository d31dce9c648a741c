declare module 'electron-installer-debian' {
  interface Installation {
    /** Folder of the application. */
    readonly src: string;
    /** Folder that the deb is put into. */
    readonly dest: string;
    /** As Debian calls it. */
    readonly arch: string;
    /** Fields of the deb and of the menu's entry. */
    readonly options: Readonly<Record<string, unknown>>;
  }
  export default function installer(installation: Installation): Promise<{ packagePaths: string[] }>;
}
