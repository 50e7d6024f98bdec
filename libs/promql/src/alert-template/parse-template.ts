import { addAll, didYouMean } from '@g6/problems';
import { lexTemplate, OPERAND_STARTS, type TemplateToken, type TokenKind } from './lex-template';
import { ParseStop, TemplateCursor } from './template-cursor';
import { TEMPLATE_FUNCTIONS, TEMPLATE_VARIABLES } from './template-functions';
import {
  isPlainDot,
  type TemplateFault,
  type TemplateNode,
  type TemplateOperand,
  type TemplatePipeline,
} from './template-tree';

/** A template as Prometheus parses it, or the first fault. */
export type TemplateReading =
  | { readonly nodes: readonly TemplateNode[]; readonly fault?: never }
  | { readonly fault: TemplateFault };

/** Parses a template by the rules of Go's `text/template/parse`, with Prometheus' functions. */
export function parseTemplate(text: string): TemplateReading {
  try {
    return { nodes: new TemplateParser(lexTemplate(text)).parse() };
  } catch (error) {
    if (error instanceof ParseStop) return { fault: error.fault };
    throw error;
  }
}

const KEYWORDS = new Set([
  'if',
  'with',
  'range',
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'template',
]);

/** How a list of nodes ends. */
interface ListEnd {
  readonly nodes: TemplateNode[];
  readonly by: 'end' | 'else' | 'end of text';
  readonly from: number;
}

class TemplateParser extends TemplateCursor {
  private variables = ['$', ...TEMPLATE_VARIABLES];
  private ranges = 0;

  parse(): TemplateNode[] {
    const list = this.parseList(true);
    if (list.by !== 'end of text') this.stop(`unexpected {{ ${list.by} }}`, list.from);
    return list.nodes;
  }

  /** Reads text and actions up to `end`, `else` or the end of the text. */
  private parseList(top = false): ListEnd {
    const nodes: TemplateNode[] = [];
    for (;;) {
      const token = this.next();
      if (token.kind === 'end of text') return { nodes, by: 'end of text', from: token.from };
      if (token.kind === 'text') continue;
      const word = this.peekWord();
      if (word === 'end' || word === 'else') {
        this.nextInside();
        return { nodes, by: word, from: token.from };
      }
      const node = this.parseAction(word, token, top);
      if (node) nodes.push(node);
    }
  }

  private parseAction(
    word: string | undefined,
    open: TemplateToken,
    top: boolean,
  ): TemplateNode | undefined {
    if (word === undefined || !KEYWORDS.has(word)) {
      return { kind: 'action', pipeline: this.parsePipeline('an action') };
    }
    const keyword = this.nextInside();
    if (word === 'break' || word === 'continue') {
      this.expectClose(word);
      if (this.ranges === 0) this.stop(`{{ ${word} }} stands outside {{ range }}`, keyword.from);
      return undefined;
    }
    if (word === 'template') return this.parseCall();
    if (word === 'block') return this.parseDefinition('block', open);
    if (word === 'define') {
      if (!top) this.stop('{{ define }} stands only outside other actions', keyword.from);
      return this.parseDefinition('define', open);
    }
    return this.nested(() => this.parseControl(word as 'if' | 'with' | 'range', open));
  }

  private parseControl(kind: 'if' | 'with' | 'range', open: TemplateToken): TemplateNode {
    const scope = this.variables.length;
    const pipeline = this.parsePipeline(kind);
    if (kind === 'range') this.ranges += 1;
    const first = this.parseList();
    if (kind === 'range') this.ranges -= 1;
    const otherwise = first.by === 'else' ? this.parseElse(kind, open) : [];
    if (first.by === 'end') this.expectClose('end');
    if (first.by === 'end of text') this.unclosed(kind, open);
    this.variables.length = scope;
    return { kind, pipeline, body: first.nodes, otherwise };
  }

  private parseElse(kind: 'if' | 'with' | 'range', open: TemplateToken): TemplateNode[] {
    const word = this.peekWord();
    // `else if` shares the `end` of its `if`, and so does `else with` since Go 1.23.
    if (word === kind && kind !== 'range') {
      this.nextInside();
      return [this.nested(() => this.parseControl(kind, open))];
    }
    this.expectClose('else');
    const list = this.parseList();
    if (list.by === 'else') this.stop(`{{ ${kind} }} has a second {{ else }}`, list.from);
    if (list.by === 'end of text') this.unclosed(kind, open);
    this.expectClose('end');
    return list.nodes;
  }

  private parseDefinition(kind: 'define' | 'block', open: TemplateToken): TemplateNode {
    this.expectName(kind);
    const pipeline = kind === 'block' ? this.parsePipeline('block') : [];
    if (kind === 'define') this.expectClose('define');
    const [variables, ranges] = [this.variables, this.ranges];
    // A template that is called sees no variable but its own data.
    this.variables = ['$'];
    this.ranges = 0;
    const list = this.parseList();
    if (list.by === 'else') this.stop('unexpected {{ else }}', list.from);
    if (list.by === 'end of text') this.unclosed(kind, open);
    this.expectClose('end');
    this.variables = variables;
    this.ranges = ranges;
    return { kind: 'define', pipeline, body: list.nodes };
  }

  private parseCall(): TemplateNode {
    this.expectName('template');
    if (this.peekInside().kind !== 'close') {
      return { kind: 'action', pipeline: this.parsePipeline('template') };
    }
    this.nextInside();
    return { kind: 'action', pipeline: [] };
  }

  /** Reads declarations and commands up to the end of the action, or a closing parenthesis. */
  private parsePipeline(context: string, end: TokenKind = 'close'): TemplatePipeline {
    const declared = this.parseDeclarations(context);
    const commands: TemplateOperand[][] = [];
    for (;;) {
      const token = this.peekInside();
      if (token.kind === end) {
        this.nextInside();
        break;
      }
      if (!OPERAND_STARTS.has(token.kind)) this.unexpected(token);
      commands.push(this.parseCommand());
    }
    this.checkCommands(commands, context);
    addAll(this.variables, declared);
    return commands;
  }

  private checkCommands(commands: readonly TemplateOperand[][], context: string): void {
    const place = this.tokens[this.position - 1]?.from ?? 0;
    if (commands.length === 0) this.stop(`${context} lacks a value`, place);
    for (const [operand] of commands.slice(1)) {
      if (operand && (operand.kind === 'literal' || isPlainDot(operand))) {
        this.stop(
          `${operand.text} is not a function, so nothing can be piped into it`,
          operand.from,
        );
      }
    }
  }

  /** Reads `$x :=`, `$x =`, and in a range `$i, $x :=`; gives the variables that it defines. */
  private parseDeclarations(context: string): string[] {
    const declared: string[] = [];
    for (;;) {
      const start = this.position;
      const variable = this.peekInside();
      if (variable.kind !== 'variable') return declared;
      this.nextInside();
      const next = this.peekInside();
      if (next.kind === ':=' || next.kind === '=') {
        this.nextInside();
        if (next.kind === '=') this.checkVariable(variable);
        return [...declared, variable.text];
      }
      if (next.kind !== 'char' || next.text !== ',') {
        this.position = start;
        return declared;
      }
      this.nextInside();
      declared.push(variable.text);
      const another = this.peekInside().kind === 'variable';
      if (context !== 'range' || declared.length > 1 || !another) this.unexpected(next);
    }
  }

  private parseCommand(): TemplateOperand[] {
    const operands: TemplateOperand[] = [];
    for (;;) {
      if (!OPERAND_STARTS.has(this.peekInside().kind)) {
        const token = this.peekInside();
        if (token.kind === '|') this.nextInside();
        else if (token.kind !== 'close' && token.kind !== ')') this.unexpected(token);
        return operands;
      }
      operands.push(this.parseOperand());
      const after = this.peek();
      if (OPERAND_STARTS.has(after.kind)) this.unexpected(after);
    }
  }

  private parseOperand(): TemplateOperand {
    const term = this.parseTerm();
    const fields = [...term.fields];
    for (let token = this.peek(); token.kind === 'field'; token = this.peek()) {
      if (term.kind === 'literal' || isPlainDot(term)) this.unexpected(token);
      this.next();
      fields.push({ name: token.text.slice(1), from: token.from });
    }
    return { ...term, fields };
  }

  private parseTerm(): TemplateOperand {
    const { kind, text, from } = this.nextInside();
    const of = (as: TemplateOperand['kind']): TemplateOperand => ({
      kind: as,
      text,
      fields: [],
      from,
    });
    switch (kind) {
      case 'variable':
        this.checkVariable({ kind, text, from });
        return of('variable');
      case '.':
        return of('dot');
      case 'field':
        return { ...of('dot'), fields: [{ name: text.slice(1), from }] };
      case '(':
        return {
          ...of('pipeline'),
          pipeline: this.nested(() => this.parsePipeline('a pair of parentheses', ')')),
        };
      case 'word':
        return this.checkWord(text, from) ? of('literal') : of('word');
      default:
        this.checkLiteral({ kind, text, from });
        return of('literal');
    }
  }

  /** Refuses words that are no function; true for a constant. */
  private checkWord(text: string, from: number): boolean {
    if (text === 'true' || text === 'false' || text === 'nil') return true;
    if (KEYWORDS.has(text)) this.stop(`unexpected {{ ${text} }}`, from);
    if (TEMPLATE_FUNCTIONS.includes(text)) return false;
    this.stop(
      `Prometheus has no template function "${text}"`,
      from,
      didYouMean(text, TEMPLATE_FUNCTIONS),
    );
  }

  private checkVariable({ text, from }: TemplateToken): void {
    // Go does not ask for a variable that is only assigned to; to read one, it has to be there.
    if (this.variables.includes(text)) return;
    const hint = didYouMean(text, this.variables);
    this.stop(`the template has no variable "${text}"`, from, hint);
  }
}
