/** What the command line ends with. A command that was interrupted ends with its signal's code instead. */
export const exitCode = {
  success: 0,
  /** The run started and did not get to its end. */
  failure: 1,
  /** Wrong usage, or input that can't be used. */
  wrongInput: 2,
} as const;
