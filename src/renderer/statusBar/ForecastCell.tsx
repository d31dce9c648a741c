import { longForecast, shortForecast } from '../forecast/describeForecast';
import { useForecast } from '../forecast/useForecast';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { StatusCell } from './StatusCell';

/** Memory and time of the next run, while none is under way. */
export function ForecastCell() {
  const forecast = useForecast();
  const underWay = useRun((state) => isUnderWay(state.status));
  if (forecast === null || underWay) return null;
  return (
    <StatusCell
      side="right"
      optional
      name={t`To train`}
      value={shortForecast(forecast)}
      title={longForecast(forecast)}
    />
  );
}
