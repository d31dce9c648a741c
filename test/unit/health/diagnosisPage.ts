import { healthThresholds } from '../../../src/network/health/healthThresholds';
import { healthRules } from '../../../src/network/health/rules/healthRules';
import { measuredDepths, measuredTable } from '../../parity/probe/measuredTable';

/** docs/diagnosis.md: the rules by which Layerwise judges, as they are. */
export function diagnosisPage(): string {
  const rules = healthRules.map(
    ({ title, kind, sign, source }) => `| ${title} (\`${kind}\`) | ${sign} | ${source} |`,
  );
  const thresholds = Object.entries(healthThresholds).map(
    ([name, value]) =>
      `| \`${name}\` | ${typeof value === 'number' ? rounded(value) : `${value.low} to ${value.high}`} |`,
  );
  const measured = measuredTable.map(
    ({ name, ratios }) =>
      `| ${name} | ${measuredDepths.map((depth) => ratioText(ratios[depth])).join(' | ')} |`,
  );
  return `# What Layerwise says of a network's health, and by what

Each verdict gives its evidence in numbers, its cause in a sentence, the layers, and remedies: edits or settings that can be undone. It is said where these signs are seen, and not otherwise. Norms are geometric means over the latest ${healthThresholds.settledSnapshots} measured steps, or over the seeds and batches of a probe.

| Verdict | Sign | Source |
| --- | --- | --- |
${rules.join('\n')}

Where a value is not finite, nothing else is concluded from the rest.

## Thresholds

They stand in one place, \`src/network/health/healthThresholds.ts\`, and \`diagnose\` takes others in their stead. No two sources agree on absolute levels, so a rule takes a ratio and a level together where it can. Norms and ratios are in decades (log₁₀).

| Threshold | Value |
| --- | --- |
${thresholds.join('\n')}

## What the verdicts must agree with

‖∂L/∂a‖ of the first activation over that of the last, at the first weights, for networks of depth 6n + 2 with 16, 32 and 64 channels whose activation stands behind the addition, on noise with random labels (PyTorch 2.13). \`npx vitest run --project parity test/parity/probe\` holds the engine to it, within a factor of 3.

| Network | ${measuredDepths.map((depth) => `${depth} layers`).join(' | ')} |
| --- | ${measuredDepths.map(() => '---:').join(' | ')} |
${measured.join('\n')}

- **ReLU with Glorot's weights vanishes** in a plain network, by about 1.5 decades every ten layers: each ReLU passes half of the variance. Shortcuts keep the gradient level with the same weights; He's weights do so without.
- **A sigmoid vanishes with shortcuts too** where it follows the addition: its slope is at most ¼, and every unit multiplies by that. Shortcuts are not offered there; ReLU is, with Glorot's weights where there are shortcuts, since He's make the gradient grow.
- **With batch norm a plain network does not vanish.** Its activation gradients grow towards the input (Yang et al. 2019), while the weights under the norm are free of scale. That is told as a note, never as an explosion. Such a network can degrade all the same: that is said where a shallower one was seen to train better.
- **He's weights with shortcuts and no norm explode with depth.** Batch norm, branches that start at 0, or clipping help.
- A network that has learned its data has small gradients in all layers. Nothing vanishes in it.
`;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

function ratioText(ratio: number): string {
  if (ratio === 0) return '0 (underflow)';
  return ratio < 0.01 || ratio >= 1e4
    ? ratio.toExponential(1).replace('e+', 'e').replace('-', '−')
    : String(ratio);
}
