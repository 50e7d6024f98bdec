import { useState } from 'react';
import { Menu } from './menu';
import { ALL, type ResolvedVariable } from '../src/dashboard/variables';

interface Props {
  readonly resolved: readonly ResolvedVariable[];
  readonly onChoose: (name: string, values: readonly string[]) => void;
}

/** The variables of a dashboard; that of the datasource is this preview itself. */
export function VariableBar({ resolved, onChoose }: Props) {
  const shown = resolved.filter(({ variable }) => {
    return variable.hide !== 2 && !['datasource', 'constant'].includes(variable.type);
  });
  if (shown.length === 0) return null;
  return (
    <div className="variables" role="group" aria-label="Variables">
      {shown.map((one) => (
        <VariableControl
          key={one.variable.name}
          resolved={one}
          onChoose={(values) => {
            onChoose(one.variable.name, values);
          }}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly resolved: ResolvedVariable;
  readonly onChoose: (values: readonly string[]) => void;
}

function VariableControl({ resolved, onChoose }: ControlProps) {
  const { variable, options, chosen } = resolved;
  const label = variable.label ?? variable.name;
  if (variable.multi === true) return <ManyChoices resolved={resolved} onChoose={onChoose} />;
  return (
    <label className="variable">
      <span>{label}</span>
      {variable.type === 'textbox' || variable.type === 'adhoc' ? (
        <input
          key={chosen[0]}
          defaultValue={chosen[0] ?? ''}
          placeholder={variable.type === 'adhoc' ? 'label="value"' : ''}
          onBlur={({ target }) => {
            if (target.value !== (chosen[0] ?? '')) onChoose([target.value]);
          }}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') currentTarget.blur();
          }}
        />
      ) : (
        <select
          value={chosen[0] ?? ''}
          onChange={({ target }) => {
            onChoose([target.value]);
          }}
        >
          {options.length === 0 && <option value="">no values</option>}
          {options.map(({ text, value }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

/** More options than these have a search. */
const FEW = 12;

function ManyChoices({ resolved, onChoose }: ControlProps) {
  const { variable, options, chosen } = resolved;
  const label = variable.label ?? variable.name;
  const texts = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  const shown = texts.length > 2 ? `${texts.length} chosen` : texts.join(', ');
  const [search, setSearch] = useState('');
  const found = options.filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()));
  const choose = (value: string, isChosen: boolean) => {
    if (value === ALL) onChoose([ALL]);
    else if (isChosen) onChoose([...chosen.filter((one) => one !== ALL), value]);
    else onChoose(chosen.filter((one) => one !== value));
  };
  return (
    <div className="variable">
      <span>{label}</span>
      <Menu label={`${label}: ${shown}`} text={shown === '' ? 'none' : shown}>
        {options.length > FEW && (
          <input
            type="search"
            aria-label={`Search ${label}`}
            placeholder={`Search ${options.length}`}
            value={search}
            onChange={({ target }) => {
              setSearch(target.value);
            }}
          />
        )}
        <ul className="choices">
          {found.map(({ text, value }) => (
            <li key={value}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={({ target }) => {
                    choose(value, target.checked);
                  }}
                />
                {text}
              </label>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}
