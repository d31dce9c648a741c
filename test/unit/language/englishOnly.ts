/** Folders and files whose words stay English, each with the reason. */
export const englishOnly: Readonly<Record<string, string>> = {
  'src/cli/': 'The command line speaks English, whatever the window speaks.',
  'src/server/': 'What “layerwise serve” prints, and answers to programs that no page shows.',
  'src/network/code/': 'Comments in generated programs, which are read and shared like other code.',
};
