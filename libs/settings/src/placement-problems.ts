import type { Problem } from '@g6/problems';
import type { RawValue, YamlFile } from '@g6/yaml';
import type { RawConfig } from './config';
import {
  inputPlaces,
  misplacedOutputs,
  PLACEMENT_HINT,
  type Misplacement,
} from './output-placement';

/**
 * Finds outputs of configurations that lie outside their workspace, or in the way of the plans and
 * the spec of any of them. The configurations must be well formed.
 */
export function placementProblems(
  file: YamlFile,
  configurations: readonly RawValue[],
  workspace?: string,
): Problem[] {
  const inputs = configurations.flatMap((one) => inputPlaces(writtenIn(one)));
  return configurations.flatMap((one) =>
    misplacedOutputs(writtenIn(one), inputs, workspace).map((found) =>
      placementProblem(file, one, found),
    ),
  );
}

function placementProblem(
  file: YamlFile,
  configuration: RawValue,
  { key, path, reason }: Misplacement,
): Problem {
  const own = configuration.at(key);
  const written = own.value !== undefined;
  return {
    ...file.locate(written ? own.path : configuration.path),
    code: 'output-misplaced',
    severity: 'error',
    message: `${written ? `"${key}" is` : `without "${key}" it has the default`} "${path}", which ${reason}`,
    hint: PLACEMENT_HINT,
  };
}

function writtenIn({ value }: RawValue): RawConfig {
  return value ?? {};
}
