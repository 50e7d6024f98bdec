import { capitalized, describeDefault, type Setting, settingsWith } from '@g6/settings';
import type { Property } from './option-properties';

/** Nx has no values of more kinds among the options of an executor. */
const TYPES = {
  path: 'string',
  module: 'string',
  text: 'string',
  choice: 'string',
  switch: 'boolean',
  count: 'number',
  list: 'array',
  group: 'object',
} as const satisfies Record<Setting['kind'], string>;

/** A setting as an option of an executor. */
export function settingProperty(setting: Setting): Property {
  const isPath = setting.kind === 'path';
  const hasDefault = 'default' in setting && setting.default !== undefined;
  // A path with a default is always given; a choice says its own default.
  const saysDefault = !(isPath && hasDefault) && setting.kind !== 'choice';
  const byDefault = saysDefault ? describeDefault(setting) : undefined;
  const description = [
    capitalized(setting.meaning),
    isPath ? ', from the workspace root' : '',
    byDefault === undefined ? '' : `; default ${byDefault}`,
    ". Set it in the plugin's options in nx.json",
    isPath ? ', which the inputs and outputs of the target follow' : '',
    '.',
  ];
  return {
    type: TYPES[setting.kind],
    ...(setting.kind === 'choice' ? { enum: setting.choices, default: setting.default } : {}),
    description: description.join(''),
  };
}

/** The option that takes the settings without options of their own. */
export function otherSettings(): Property {
  const names = settingsWith('executors', 'settings').join(', ');
  return { type: 'object', description: `Other settings of nx.json: ${names}.` };
}
