import { isJsonObject, type JsonObject } from '@g6/generation';
import { readYaml } from '@g6/yaml';
import { DASHBOARD_FORMS, type FormBasis } from './forms/dashboard-forms';
import { readPanelNotes } from './forms/panel-notes';
import { placeOfFault } from './json-fault';

/** A notation of files: how a text becomes a document. */
interface Notation {
  readonly extensions: readonly string[];
  readonly name: string;
  readonly parse: (text: string) => Parsed;
}

/** The value of a text, or where the text is wrong, as ` at line 3, column 7`. */
type Parsed = { readonly value: unknown } | { readonly faultAt: string };

const NOTATIONS: readonly [Notation, ...Notation[]] = [
  { name: 'JSON', extensions: ['.json'], parse: parseJson },
  { name: 'YAML', extensions: ['.yaml', '.yml'], parse: parseYaml },
];

/** The ends of the names of files that may hold a dashboard. */
export const DASHBOARD_EXTENSIONS: readonly string[] = NOTATIONS.flatMap(
  ({ extensions }) => extensions,
);

/** Far more levels than any dashboard has; a file with more would overflow the stack later. */
const DEEPEST_LEVEL = 200;
/** How deep forms may stand in each other: a text in a resource in a resource. */
const MOST_FORMS = 3;

/** A file that may hold a dashboard. */
export interface FormText {
  /** The name of the file, whose end says how it is written. */
  readonly name: string;
  readonly text: string;
  /** The text of the file beside it with the metadata of panels. */
  readonly notes?: string | undefined;
}

/** A dashboard in classic form with the name of its own, or why there is none. */
export type FormReading =
  { readonly classic: JsonObject; readonly form: string } | { readonly fault: string };

/** Reads a dashboard of any form into the classic one. */
export function readForm({ name, text, notes }: FormText, metaKey: string): FormReading {
  const notation = NOTATIONS.find(({ extensions }) => extensions.some((end) => name.endsWith(end)));
  if (!notation) {
    return { fault: 'its name does not end in .json, .yaml or .yml' };
  }
  const parsed = notation.parse(text);
  if ('faultAt' in parsed) return { fault: `it is not ${notation.name}${parsed.faultAt}` };
  if (!isJsonObject(parsed.value)) return { fault: `it is not a ${notation.name} object` };
  return readDocument(parsed.value, {
    metaKey,
    notes: notes === undefined ? undefined : readPanelNotes(notes),
    depth: 0,
  });
}

function readDocument(
  document: unknown,
  { depth, ...basis }: Pick<FormBasis, 'metaKey' | 'notes'> & { readonly depth: number },
): FormReading {
  if (!isJsonObject(document)) return { fault: 'it is not a JSON object' };
  if (isDeep(document, DEEPEST_LEVEL)) {
    return { fault: `it is nested more than ${DEEPEST_LEVEL} levels deep` };
  }
  const form = depth > MOST_FORMS ? undefined : DASHBOARD_FORMS.find((one) => one.isForm(document));
  if (!form) return { fault: 'it has no list of panels' };
  const read = (value: unknown) => readDocument(value, { ...basis, depth: depth + 1 });
  const reading = form.read(document, {
    ...basis,
    read,
    readText: (inner) => {
      if (typeof inner !== 'string') return { fault: 'it has no text of JSON' };
      try {
        return read(JSON.parse(inner));
      } catch {
        return { fault: `the text in it is not JSON${placeOfFault(inner)}` };
      }
    },
  });
  return 'fault' in reading ? reading : { ...reading, form: form.name };
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { faultAt: placeOfFault(text) };
  }
}

function parseYaml(text: string): Parsed {
  const { file, problems } = readYaml({ path: '', text });
  const [first] = problems;
  if (file && !first) return { value: file.value };
  return {
    faultAt: first && first.line > 0 ? ` at line ${first.line}, column ${first.column}` : '',
  };
}
