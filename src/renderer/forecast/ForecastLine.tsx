import form from '../controls/SettingsPopover.module.css';
import { say } from '../language/say';
import { longForecast, shortForecast } from './describeForecast';
import { useForecast } from './useForecast';

/** What the settings of a run mean for memory and time, in the form of the settings. */
export function ForecastLine() {
  const forecast = useForecast();
  if (forecast === null) return null;
  return (
    <p className={form['total']} title={longForecast(forecast)}>
      {forecast.shortage === null
        ? shortForecast(forecast)
        : `${say(forecast.shortage.message)} ${say(forecast.shortage.advice)}`}
    </p>
  );
}
