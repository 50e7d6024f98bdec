import { useState } from 'react';
import type { DataOrigin } from '../src/protocol';
import { Icon } from './icon';
import { Menu } from './menu';
import { describeWindow, isTime, QUICK_RANGES, type TimeWindow, zoomedOut } from './time-window';

interface Props {
  readonly title: string;
  readonly data: DataOrigin | undefined;
  readonly connected: boolean;
  readonly window: TimeWindow;
  readonly refresh: string;
  readonly theme: 'light' | 'dark';
  readonly onWindow: (window: TimeWindow) => void;
  readonly onRefresh: (refresh: string) => void;
  readonly onReload: () => void;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
}

/** How often data is read again, in the notation of dashboards. */
const REFRESHES = ['', '5s', '10s', '30s', '1m', '5m', '15m'];

/** The line above a dashboard. */
export function TopBar(props: Props) {
  const { title, window, refresh, theme } = props;
  const refreshes = REFRESHES.includes(refresh) ? REFRESHES : [...REFRESHES, refresh];
  return (
    <header className="top">
      <h1>{title}</h1>
      <Origin {...props} />
      <div className="controls">
        <TimePicker window={window} onWindow={props.onWindow} />
        <button
          type="button"
          title="Zoom out (z)"
          aria-label="Zoom out"
          onClick={() => {
            props.onWindow(zoomedOut(window));
          }}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          title="Read the data again (r)"
          aria-label="Refresh"
          onClick={props.onReload}
        >
          <Icon name="refresh" />
        </button>
        <select
          aria-label="Refresh interval"
          value={refresh}
          onChange={({ target }) => {
            props.onRefresh(target.value);
          }}
        >
          {refreshes.map((interval) => (
            <option key={interval} value={interval}>
              {interval === '' ? 'Off' : interval}
            </option>
          ))}
        </select>
        <button
          type="button"
          title="Light or dark (t)"
          aria-label={`Use the ${theme === 'dark' ? 'light' : 'dark'} theme`}
          onClick={props.onTheme}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button type="button" title="Keys (?)" aria-label="Keys" onClick={props.onHelp}>
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

function Origin({ data, connected }: Pick<Props, 'data' | 'connected'>) {
  const live = data?.kind === 'prometheus';
  return (
    <p className="origin" role="status">
      {!connected && <b className="chip bad">Server gone; showing what it last said</b>}
      {data && (
        <span className={`chip ${live ? 'good' : ''}`}>
          {live ? `Live: ${data.host ?? ''}` : 'Synthetic data'}
        </span>
      )}
      <span className="chip quiet" title="Grafana draws some panels in other ways">
        Preview, not Grafana
      </span>
    </p>
  );
}

function TimePicker({ window, onWindow }: Pick<Props, 'window' | 'onWindow'>) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const shown = { from: from === '' ? window.from : from, to: to === '' ? window.to : to };
  const isValid = isTime(shown.from) && isTime(shown.to);
  return (
    <Menu
      label={`Time range: ${describeWindow(window)}`}
      text={describeWindow(window)}
      className="time"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isValid) onWindow(shown);
        }}
      >
        <label>
          From
          <input
            value={shown.from}
            onChange={({ target }) => {
              setFrom(target.value);
            }}
          />
        </label>
        <label>
          To
          <input
            value={shown.to}
            onChange={({ target }) => {
              setTo(target.value);
            }}
          />
        </label>
        <button type="submit" disabled={!isValid}>
          Apply
        </button>
        {!isValid && <p className="hint">Write now-6h or 2026-01-31 12:00.</p>}
      </form>
      <ul>
        {QUICK_RANGES.map((range) => (
          <li key={range.from}>
            <button
              type="button"
              aria-pressed={range.from === window.from && range.to === window.to}
              onClick={() => {
                setFrom('');
                setTo('');
                onWindow({ from: range.from, to: range.to });
              }}
            >
              {range.text}
            </button>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
