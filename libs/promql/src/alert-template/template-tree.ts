/** A reason why Prometheus would refuse a template or could not expand it. */
export interface TemplateFault {
  readonly message: string;
  readonly hint?: string;
  /** Offset in the template. */
  readonly from: number;
}

/** An operand with the fields that are read from it: `$labels.bus`, `.Value`, `(query "x").y`. */
export interface TemplateOperand {
  readonly kind: 'variable' | 'dot' | 'word' | 'literal' | 'pipeline';
  readonly text: string;
  readonly fields: readonly { readonly name: string; readonly from: number }[];
  readonly from: number;
  /** The commands in parentheses. */
  readonly pipeline?: TemplatePipeline;
}

/** Commands that hand their results on; each is the list of its operands. */
export type TemplatePipeline = readonly (readonly TemplateOperand[])[];

/** A part of a template that matters to checks. */
export type TemplateNode =
  | { readonly kind: 'action'; readonly pipeline: TemplatePipeline }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipeline: TemplatePipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | {
      readonly kind: 'define';
      /** Handed to the body as its dot; empty for a plain definition. */
      readonly pipeline: TemplatePipeline;
      readonly body: readonly TemplateNode[];
    };

/** Whether an operand is `.` alone. */
export function isPlainDot({ kind, fields }: TemplateOperand): boolean {
  return kind === 'dot' && fields.length === 0;
}
