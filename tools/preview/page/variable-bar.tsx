import { Menu } from './menu';
import { ALL, type ResolvedVariable } from './variables';

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
      {variable.type === 'textbox' ? (
        <input
          defaultValue={chosen[0] ?? ''}
          onBlur={({ target }) => {
            onChoose([target.value]);
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

function ManyChoices({ resolved, onChoose }: ControlProps) {
  const { variable, options, chosen } = resolved;
  const label = variable.label ?? variable.name;
  const texts = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  const shown = texts.length > 2 ? `${texts.length} chosen` : texts.join(', ');
  const choose = (value: string, isChosen: boolean) => {
    if (value === ALL) onChoose([ALL]);
    else if (isChosen) onChoose([...chosen.filter((one) => one !== ALL), value]);
    else onChoose(chosen.filter((one) => one !== value));
  };
  return (
    <div className="variable">
      <span>{label}</span>
      <Menu label={`${label}: ${shown}`} text={shown === '' ? 'none' : shown}>
        <ul className="choices">
          {options.map(({ text, value }) => (
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
