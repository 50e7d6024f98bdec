import * as z from 'zod';
import { configSchema } from '@g6/settings';
import { printedSchema, reportShapes } from './report-schemas';
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

/** A JSON Schema of what a command prints with `--json`. */
export interface ReportSchema extends PublishedSchema {
  /** The command line that prints it. */
  readonly command: string;
  /** The schema of a run whose input has no errors, and so can be acted on. */
  readonly sound: object;
}

/** The JSON Schemas of everything that commands print with `--json`. */
export function reportSchemas(): ReportSchema[] {
  return reportShapes().map((report) => ({
    file: `${report.name}-report.schema.json`,
    command: report.command,
    schema: z.toJSONSchema(printedSchema(report), { target: 'draft-7' }),
    sound: z.toJSONSchema(report.schema, { target: 'draft-7' }),
  }));
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
