/** What a person is told who asks for what only the engine can do, while there is none. */
export const engineMissing = {
  message: 'The engine is not running, so nothing can be trained.',
  advice: 'Wait until it has started, or restart it.',
} as const;
