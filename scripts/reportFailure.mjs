// @ts-check
/**
 * Runs a script's main function; a failure becomes its message on standard error and exit code 1. The stack is shown
 * with LAYERWISE_DEBUG set.
 *
 * @param {() => Promise<void>} main
 */
export async function reportFailure(main) {
  try {
    await main();
  } catch (error) {
    const detail =
      error instanceof Error ? (process.env['LAYERWISE_DEBUG'] ? error.stack : error.message) : error;
    process.stderr.write(`${detail}\n`);
    process.exitCode = 1;
  }
}
