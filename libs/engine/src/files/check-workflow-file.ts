import { isJsonObject } from '@g6/generation';
import { CHECK_WORKFLOW, checkScript, checkWorkflow, packageManagerAmong } from '../scaffold';
import { kindOfPath } from './read-inputs';
import { readText } from './read-text';
import type { TextToWrite } from './write-texts';

/** Without a `package.json` there is nothing to install but the command line. */
const ALONE = {
  cache: undefined,
  setup: [],
  install: 'npm install --global @g6/dashboards',
  exec: '',
};

/**
 * The workflow that checks the dashboards of the present folder; none if there is a file of its name.
 * `options` are those that name the inputs, as the command line takes them.
 */
export function checkWorkflowFile(options: readonly string[]): TextToWrite[] {
  if (kindOfPath(CHECK_WORKFLOW) !== 'nothing') return [];
  const exists = (file: string) => kindOfPath(file) !== 'nothing';
  const manager = exists('package.json') ? packageManagerAmong(exists, namesManager()) : ALONE;
  const script = checkScript(manager.exec, options);
  return [{ path: CHECK_WORKFLOW, text: checkWorkflow({ ...manager, script }) }];
}

function namesManager(): boolean {
  try {
    const manifest: unknown = JSON.parse(readText('package.json').text ?? '');
    return isJsonObject(manifest) && typeof manifest['packageManager'] === 'string';
  } catch {
    return false;
  }
}
