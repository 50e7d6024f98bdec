import * as z from 'zod';
import { closedObject, wholeNumber } from '@g6/yaml';
import type { RawConfig } from './config';
import { describeSetting } from './describe-setting';
import { patternOf, type Field } from './setting';
import { SETTING_ENTRIES } from './settings';

/** The schema of a configuration, the same in `nx.json` and in `g6.config.yaml`. */
export const configSchema = closedObject(
  Object.fromEntries(
    SETTING_ENTRIES.map(([key, setting]) => [key, written(setting, describeSetting(setting))]),
  ),
).describe('The settings of a workspace.') as z.ZodType<RawConfig>;

function written(field: Field, description: string): z.ZodType {
  return schemaOf(field).optional().describe(description);
}

function schemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'path':
      return z.string().min(1, 'wrong-value: a path must not be empty');
    case 'module':
      return z.string().min(1, 'wrong-value: the name of a module must not be empty');
    case 'text':
      return textSchema(field);
    case 'choice':
      return z.enum(field.choices);
    case 'switch':
      return z.boolean();
    case 'count':
      return wholeNumber().min(0, `wrong-value: ${field.refusal}`);
    case 'list':
      return z.array(textSchema(field));
    case 'group':
      return closedObject(
        Object.fromEntries(
          Object.entries(field.fields).map(([key, inner]) => [
            key,
            written(inner, describeSetting(inner)),
          ]),
        ),
      );
  }
}

function textSchema(field: { readonly pattern?: RegExp; readonly refusal?: string }): z.ZodType {
  const refusal = `wrong-value: ${field.refusal ?? ''}`;
  if (field.pattern) return z.string().regex(field.pattern, refusal);
  return patternOf(field) ? z.string().min(1, refusal) : z.string();
}
