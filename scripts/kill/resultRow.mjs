// @ts-check

/**
 * A campaign's result as a row of the table in docs/runs.md.
 *
 * @param {string} command
 * @param {import('./campaign.mjs').CampaignResult} result
 */
export function resultRow(command, { kills, moments, beforeStart, atStep, runs, compared }) {
  const where = Object.entries(moments)
    .filter(([, count]) => count > 0)
    .map(([moment, count]) => `${count} ${moment}`)
    .join(', ');
  const steps = atStep.length === 0 ? '' : `, from step ${Math.min(...atStep)} to ${Math.max(...atStep)}`;
  const early = beforeStart === 0 ? '' : `, ${beforeStart} before anything was written`;
  return `| \`${command}\` | ${kills}: ${where}${steps}${early} | ${runs} | ${compared.toLocaleString('en')} |`;
}
