/** A loss: three decimals, or two digits in scientific form where those would say 0.000. */
export function formatLoss(loss: number): string {
  if (!Number.isFinite(loss)) return Number.isNaN(loss) ? 'NaN' : '∞';
  if (loss >= 1000) return loss.toExponential(1).replace('e+', 'e');
  return loss > 0 && loss < 0.0005 ? loss.toExponential(1).replace('-', '−') : loss.toFixed(3);
}

/** A learning rate in three digits: 0.0497, and 3.2e−5 where zeros would fill the line. */
export function formatLearningRate(rate: number): string {
  if (rate !== 0 && rate < 0.0005) return rate.toExponential(1).replace('-', '−');
  return String(Number(rate.toPrecision(3)));
}

/** A share, 0…1, in percent with its unit: 98.4 %. */
export function formatPercent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)} %`;
}

/** A duration in minutes and seconds, 0:22, with hours where it has them, 1:02:05. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}
