import * as z from 'zod';
import { configSchema } from '@g6/settings';
import { efficiencySchema, planListSchema, planSchema, specSchema } from '@g6/model';

/** A JSON Schema with the name of the file that it is published under. */
export interface PublishedSchema {
  readonly file: string;
  readonly schema: object;
}

/** The JSON Schemas of everything that users write, for editors to complete and check with. */
export function jsonSchemas(): PublishedSchema[] {
  return [
    publish('spec', specSchema),
    publish('plan', planSchema),
    publish('plans', planListSchema),
    publish('efficiency', efficiencySchema),
    publish('config', configSchema),
  ];
}

function publish(name: string, schema: z.ZodType): PublishedSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // A closed object takes its own keys, and notes that start with `x-`.
      if (jsonSchema.type !== 'object' || jsonSchema.properties === undefined) return;
      jsonSchema.patternProperties = { '^x-': {} };
      jsonSchema.additionalProperties = false;
    },
  });
  return { file: `${name}.schema.json`, schema: json };
}
