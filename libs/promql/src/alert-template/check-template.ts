import { didYouMean } from '@g6/problems';
import { parseTemplate } from './parse-template';
import type {
  TemplateFault,
  TemplateNode,
  TemplateOperand,
  TemplatePipeline,
} from './template-tree';

/** A label of the alert that a template reads. */
export interface TemplateLabel {
  readonly label: string;
  /** Offset in the template. */
  readonly from: number;
}

/** The faults of a template, and the labels that it reads. */
export interface CheckedTemplate {
  readonly faults: readonly TemplateFault[];
  readonly labels: readonly TemplateLabel[];
}

/** Checks a label or an annotation of an alert: its syntax, its names and the fields it reads. */
export function checkTemplate(text: string): CheckedTemplate {
  if (!text.includes('{{')) return { faults: [], labels: [] };
  const reading = parseTemplate(text);
  if (reading.fault) return { faults: [reading.fault], labels: [] };
  const reader = new FieldReader();
  reader.readNodes(reading.nodes, 'data', 'data');
  return reader;
}

/** The types of values whose fields are known. */
type DataType = 'data' | 'labels' | 'value' | 'text' | 'sample' | 'samples' | 'unknown';

const DATA_FIELDS: Record<string, DataType> = {
  Labels: 'labels',
  ExternalLabels: 'unknown',
  ExternalURL: 'text',
  Value: 'value',
};
const SAMPLE_FIELDS: Record<string, DataType> = { Labels: 'unknown', Value: 'value' };
const VARIABLE_TYPES: Record<string, DataType> = {
  $labels: 'labels',
  $externalURL: 'text',
  $value: 'value',
};
const FUNCTION_TYPES: Record<string, DataType> = {
  query: 'samples',
  sortByLabel: 'samples',
  first: 'sample',
};

class FieldReader implements CheckedTemplate {
  readonly faults: TemplateFault[] = [];
  readonly labels: TemplateLabel[] = [];

  /** Reads nodes in which `.` and `$` have these types. */
  readNodes(nodes: readonly TemplateNode[], dot: DataType, root: DataType): void {
    for (const node of nodes) {
      const type = this.readPipeline(node.pipeline, dot, root);
      if (node.kind === 'action') continue;
      if (node.kind === 'define') this.readNodes(node.body, 'unknown', 'unknown');
      else {
        const item = type === 'samples' ? 'sample' : 'unknown';
        const inner = node.kind === 'if' ? dot : node.kind === 'with' ? type : item;
        this.readNodes(node.body, inner, root);
        this.readNodes(node.otherwise, dot, root);
      }
    }
  }

  private readPipeline(pipeline: TemplatePipeline, dot: DataType, root: DataType): DataType {
    let result: DataType = 'unknown';
    for (const [position, command] of pipeline.entries()) {
      const types = command.map((operand) => this.readOperand(operand, dot, root));
      const [first, labels, name] = command;
      if (first?.kind === 'word' && first.text === 'index' && types[1] === 'labels' && labels) {
        if (name?.text.startsWith('"')) this.addLabel(name.text.slice(1, -1), name.from);
      }
      result =
        first?.kind === 'word'
          ? (FUNCTION_TYPES[first.text] ?? 'unknown')
          : (types[0] ?? 'unknown');
      if (first && first.kind !== 'word' && (command.length > 1 || position > 0)) {
        const message = `"${first.text}" is not a function, so it takes no argument`;
        this.faults.push({ message, from: first.from });
      }
    }
    return result;
  }

  private readOperand(operand: TemplateOperand, dot: DataType, root: DataType): DataType {
    let type = this.typeOf(operand, dot, root);
    for (const { name, from } of operand.fields) type = this.readField(type, name, from);
    return type;
  }

  private typeOf(
    { kind, text, pipeline }: TemplateOperand,
    dot: DataType,
    root: DataType,
  ): DataType {
    if (kind === 'dot') return dot;
    if (kind === 'variable') return text === '$' ? root : (VARIABLE_TYPES[text] ?? 'unknown');
    return pipeline ? this.readPipeline(pipeline, dot, root) : 'unknown';
  }

  private readField(type: DataType, name: string, from: number): DataType {
    switch (type) {
      case 'data':
        return this.knownField(DATA_FIELDS, name, from, 'the data of an alert');
      case 'sample':
        return this.knownField(SAMPLE_FIELDS, name, from, 'a sample');
      case 'labels':
        this.addLabel(name, from);
        return 'text';
      case 'value':
      case 'text':
        this.faults.push({
          message: `${type === 'value' ? 'a number' : 'a text'} has no field "${name}"`,
          from,
        });
        return 'unknown';
      default:
        return 'unknown';
    }
  }

  private knownField(
    fields: Record<string, DataType>,
    name: string,
    from: number,
    owner: string,
  ): DataType {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (type !== undefined) return type;
    const names = Object.keys(fields);
    const hint =
      didYouMean(name, names) ?? `it has ${names.map((field) => `.${field}`).join(', ')}`;
    this.faults.push({ message: `${owner} has no field "${name}"`, hint, from });
    return 'unknown';
  }

  private addLabel(label: string, from: number): void {
    this.labels.push({ label, from });
  }
}
