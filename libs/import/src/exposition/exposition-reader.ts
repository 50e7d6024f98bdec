import { type Position, type Problem, withoutStackTraces } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import type { FoundMetric } from '../found-metric';
import { ProblemList } from '../problem-list';
import { type Declaration, joinFamilies } from './join-families';
import { UnreadableLine } from './line-cursor';
import { parseComment } from './parse-comment';
import { parseSample } from './parse-sample';
import { SeriesTally } from './series-tally';

/** How an exposition is to be read. */
export interface ExpositionOptions {
  /** Default: OpenMetrics if the text ends with `# EOF` or names a unit. */
  readonly format?: 'text' | 'openmetrics';
}

/** The metrics of an exposition, in the order in which it first speaks of them. */
export interface ExpositionReading {
  readonly metrics: readonly FoundMetric[];
  readonly problems: readonly Problem[];
  /** How many sample lines were read. */
  readonly samples: number;
}

/** The longest text that is read, in code units. */
export const LONGEST_EXPOSITION = 64 * 1024 * 1024;
/** The longest line that is read. */
const LONGEST_LINE = 1024 * 1024;

/** Reads a whole exposition; see {@link ExpositionReader}. */
export function readExposition(
  source: SourceFile,
  options: ExpositionOptions = {},
): ExpositionReading {
  const reader = new ExpositionReader(source.path, options);
  reader.push(source.text);
  return reader.finish();
}

/**
 * Reads the text format of Prometheus (0.0.4, with the quoted names of Prometheus 3) or OpenMetrics
 * 1.0, in chunks that may end anywhere. A line that cannot be read is a problem, and is left out.
 */
export class ExpositionReader {
  private readonly list = new ProblemList();
  private readonly declarations = new Map<string, Declaration>();
  private readonly tallies = new Map<string, SeriesTally>();
  /** The line that is not complete yet, and how long it is. */
  private pending: string[] = [];
  private pendingLength = 0;
  private length = 0;
  private line = 0;
  private samples = 0;
  private state: 'reading' | 'ended' | 'stopped' = 'reading';
  private openMetrics = false;
  private begun = false;

  constructor(
    private readonly file: string,
    private readonly options: ExpositionOptions = {},
  ) {}

  /** Takes the next part of the text. */
  push(chunk: string): void {
    if (this.state === 'stopped') return;
    this.length += chunk.length;
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      this.hold(chunk.slice(from, to));
      this.endLine();
      if (this.stopped) return;
      from = to + 1;
    }
    this.hold(chunk.slice(from));
    if (this.length > LONGEST_EXPOSITION) {
      const message = 'an exposition has at most 64 MiB; the rest is not read';
      this.stop({ code: 'import-limit', message });
    }
  }

  /** Ends the text and gives what was read. */
  finish(): ExpositionReading {
    if (this.pendingLength > 0 && !this.stopped) this.endLine();
    const { declarations, tallies, samples } = this;
    const openMetrics = this.options.format
      ? this.options.format === 'openmetrics'
      : this.openMetrics;
    if (this.options.format === 'openmetrics' && this.state === 'reading') {
      const message = 'the text ends without "# EOF"; it may have been cut off';
      this.list.add(this.at(0), { code: 'import-unreadable', message });
    }
    const metrics = joinFamilies({ declarations, tallies, openMetrics }, this.list);
    return { metrics, problems: this.list.problems, samples };
  }

  private get stopped(): boolean {
    return this.state === 'stopped';
  }

  /** Keeps a part of a line; a line that is too long is forgotten as it grows. */
  private hold(part: string): void {
    this.pendingLength += part.length;
    if (this.pendingLength > LONGEST_LINE) this.pending = [];
    else if (part !== '') this.pending.push(part);
  }

  private endLine(): void {
    this.line += 1;
    const tooLong = this.pendingLength > LONGEST_LINE;
    const text = this.pending.length === 1 ? (this.pending[0] ?? '') : this.pending.join('');
    this.pending = [];
    this.pendingLength = 0;
    if (tooLong) {
      const message = 'the line is longer than 1 MiB';
      this.list.add(this.at(0), { code: 'import-unreadable', message });
      return;
    }
    withoutStackTraces(() => {
      this.readLine(text);
    });
  }

  private readLine(text: string): void {
    let line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (this.line === 1 && line.startsWith('\uFEFF')) line = line.slice(1);
    const first = /[^ \t]/.exec(line);
    if (!first) return;
    if (!this.begun && first[0] === '<') {
      this.stop({
        code: 'import-unreadable',
        message: 'this is a web page, not an exposition of metrics',
        hint: 'the metrics of most programs are at the path /metrics',
      });
      return;
    }
    this.begun = true;
    if (this.state === 'ended') {
      const message = 'nothing may follow "# EOF"; the rest is not read';
      this.stop({ code: 'import-unreadable', message, severity: 'warning' });
      return;
    }
    try {
      if (first[0] === '#') this.readComment(line);
      else this.readSample(line, first.index);
    } catch (error) {
      if (!(error instanceof UnreadableLine)) throw error;
      const { offset, message } = error;
      this.list.add(this.at(offset), { code: 'import-unreadable', message });
    }
  }

  private readSample(line: string, start: number): void {
    const { name, labels, native } = parseSample(line);
    this.samples += 1;
    let tally = this.tallies.get(name);
    if (!tally) this.tallies.set(name, (tally = new SeriesTally(name, this.at(start))));
    tally.add(labels, native);
  }

  private readComment(line: string): void {
    const metadata = parseComment(line);
    if (metadata.says === 'nothing') return;
    if (metadata.says === 'end') {
      this.openMetrics = true;
      this.state = 'ended';
      return;
    }
    const { name } = metadata;
    let declaration = this.declarations.get(name);
    if (!declaration) {
      this.declarations.set(name, (declaration = { name, place: this.at(line.indexOf('#')) }));
    }
    if (metadata.says === 'type') {
      this.declare(declaration, 'type', metadata.type);
      return;
    }
    if (metadata.says === 'unit') this.openMetrics = true;
    // An empty text says nothing, as exporters without help print it.
    if (metadata.text.trim() !== '') this.declare(declaration, metadata.says, metadata.text);
  }

  /** Keeps what is said first of a name; a second line may repeat it. */
  private declare<Key extends 'type' | 'help' | 'unit'>(
    declaration: Declaration,
    key: Key,
    value: NonNullable<Declaration[Key]>,
  ): void {
    const known: string | undefined = declaration[key];
    if (known === undefined) declaration[key] = value;
    else if (known !== value) {
      const { name, place } = declaration;
      const message = `the ${key} of "${name}" is given again as "${value.slice(0, 60)}"; line ${place.line} and below say "${known.slice(0, 60)}"`;
      this.list.add(this.at(0), { code: 'import-conflict', message });
    }
  }

  private stop(fault: {
    code: 'import-limit' | 'import-unreadable';
    message: string;
    hint?: string;
    severity?: 'warning';
  }): void {
    this.list.add(this.at(0), { severity: 'error', ...fault });
    this.state = 'stopped';
    this.pending = [];
  }

  private at(offset: number): Position {
    return { file: this.file, line: Math.max(this.line, 1), column: offset + 1 };
  }
}
