/** What tells who a person is and what they work on: none of it may stand in a log or in a report. */
export interface PrivateWords {
  /** The person's home folder; empty where there is none. */
  readonly home: string;
  /** The folder of the program itself, which tells nothing about the person and helps to find a fault. */
  readonly application: string;
  readonly user: string;
  readonly host: string;
  /** Of the projects that are open or were. */
  readonly projects: readonly string[];
  /** Of other machines that the person has named, by name or address. */
  readonly machines: readonly string[];
  readonly tokens: readonly string[];
}

/** A page in a browser knows neither the person nor the machine. */
export const noPrivateWords: PrivateWords = {
  home: '',
  application: '',
  user: '',
  host: '',
  projects: [],
  machines: [],
  tokens: [],
};

/** What stands in place of what was taken out. */
export const placeholders = {
  application: '<layerwise>',
  path: '<path>',
  address: '<address>',
  token: '<token>',
  user: '<user>',
  host: '<host>',
  project: '<project>',
  machine: '<machine>',
} as const;
export type Placeholder = keyof typeof placeholders;
