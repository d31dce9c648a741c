/** How the two networks are told apart: by colour, and by dashes where colour can't be seen. */
export const sideLooks = [
  { letter: 'A', colour: 'var(--run-a)', dashes: '7 4' },
  { letter: 'B', colour: 'var(--run-b)', dashes: undefined },
] as const;
