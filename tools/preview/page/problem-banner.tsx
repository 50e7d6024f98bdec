import type { Problem } from '@g6/dashboards';

interface Props {
  readonly problems: readonly Problem[];
  /** Whether the dashboards are those of before the errors. */
  readonly stale: boolean;
}

/** Problems of the inputs, each at its place; errors open, warnings folded. */
export function ProblemBanner({ problems, stale }: Props) {
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors.length;
  const summary = [counted(errors.length, 'error'), counted(warnings, 'warning')].filter(
    (text) => text !== '',
  );
  return (
    <details
      className={errors.length > 0 ? 'problems errors' : 'problems'}
      open={errors.length > 0}
    >
      <summary>
        <span role={errors.length > 0 ? 'alert' : 'status'}>
          {summary.join(', ')}
          {stale && '. The dashboards are as they were before'}
        </span>
      </summary>
      <ol>
        {problems.map(({ file, line, column, severity, message, hint, code }) => (
          <li key={`${file}:${line}:${column}:${code}:${message}`} className={severity}>
            <code>{line > 0 ? `${file}:${line}:${column}` : file}</code> {message}{' '}
            <small>[{code}]</small>
            {hint !== undefined && <p>{hint}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
