import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY, RepositoryCopy, type CommandResult } from '../testing/repository-copy';

const PROJECTS = ['libs', 'tools'].flatMap((kind) => readdirSync(join(REPOSITORY, kind)));
const TARGETS = ['test', 'lint', 'typecheck'];

/** Libraries that the PromQL library may import, and projects that depend on it. */
const BELOW = ['problems', 'yaml'];
const ABOVE = ['model', 'generation', 'rules', 'lint', 'engine', 'cli', 'plugin', 'repository'];

const CHECK_YAML = `nx run-many -p yaml -t ${TARGETS.join(' ')} --output-style=static`;
const edit = (library: string) => `echo 'export const EDITED = 1;' >> libs/${library}/src/index.ts`;
const UNDO = 'git checkout --quiet .';
const affected = (target: string) => `nx show projects --affected --with-target=${target} --json`;

const COMMANDS = {
  ...Object.fromEntries(
    TARGETS.map((target) => [target, `nx show projects --with-target=${target} --json`]),
  ),
  editPromQl: edit('promql'),
  affectedByPromQl: affected('test'),
  undo: UNDO,
  first: CHECK_YAML,
  second: CHECK_YAML,
  editPromQlAgain: edit('promql'),
  afterPromQl: CHECK_YAML,
  undoAgain: UNDO,
  editProblems: edit('problems'),
  afterProblems: CHECK_YAML,
};

describe('the targets of the workspace', () => {
  const results = new Map<string, CommandResult>();
  const projectsIn = (name: string) => JSON.parse(results.get(name)?.output ?? '') as string[];

  beforeAll(async () => {
    const copy = new RepositoryCopy();
    try {
      const all = await copy.run(Object.values(COMMANDS));
      Object.keys(COMMANDS).forEach((name, index) => results.set(name, all[index]!));
    } finally {
      copy.remove();
    }
  });

  /** Returns the tasks of a run, cached and not cached. */
  function tasksOf(name: string) {
    const { status, output } = results.get(name)!;
    const headings = [...output.matchAll(/^> nx run yaml:(\S+)(.*)$/gm)];
    const named = (cached: boolean) =>
      headings
        .filter(([, , from]) => from?.includes('cache') === cached)
        .map(([, task]) => task)
        .sort();
    return { status, cached: named(true), ran: named(false) };
  }

  it.each(TARGETS)('include %s in every library and tool', (target) => {
    const projects = projectsIn(target);
    expect(PROJECTS.filter((name) => !projects.includes(name))).toEqual([]);
  });

  it('affected by an edit of a library are its own and those of its dependents', () => {
    const projects = projectsIn('affectedByPromQl');
    expect(projects).toEqual(expect.arrayContaining(['promql', ...ABOVE]));
    expect(projects.filter((name) => BELOW.includes(name))).toEqual([]);
  });

  const sorted = [...TARGETS].sort();

  it('run once and are cached the second time', () => {
    expect(tasksOf('first')).toEqual({ status: 0, cached: [], ran: sorted });
    expect(tasksOf('second')).toEqual({ status: 0, cached: sorted, ran: [] });
  });

  it('stay cached after an edit of a library that the project does not depend on', () => {
    expect(tasksOf('afterPromQl')).toEqual({ status: 0, cached: sorted, ran: [] });
  });

  it('run again after an edit of a library that the project depends on', () => {
    expect(tasksOf('afterProblems')).toEqual({ status: 0, cached: [], ran: sorted });
  });
});
