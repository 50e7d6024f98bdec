import { newPlan, type PlanContext, type PlanRequest } from './new-plan';

const SPEC = `version: 1
families:
  http:
    metrics:
      - {name: a_total, type: counter, panels: [{title: A, promql: up}]}
  jobs:
    metrics:
      - {name: b_total, type: counter, panels: [{title: A, promql: up}]}
  empty:
`;
const AROUND: PlanContext = {
  path: 'plans/web/plan.yaml',
  schema: '../plan.schema.json',
  spec: [{ path: 'spec.yml', text: SPEC }],
  plans: [{ path: 'plans/old/plan.yaml', text: 'slug: old\nfamilies: [http]\n', folder: 'old' }],
};

function planned(request: Partial<PlanRequest>, around: Partial<PlanContext> = {}) {
  const all = { slug: 'web', families: ['http'], ...request };
  const { text, problems } = newPlan(all, { ...AROUND, ...around });
  return {
    text,
    codes: problems.map(({ code }) => code),
    said: problems.map(({ message, hint }) => [message, hint].filter(Boolean).join('; ')),
  };
}

describe('newPlan', () => {
  it('writes a plan that an editor checks, without what is left to defaults', () => {
    const { text, codes } = planned({});
    expect(codes).toEqual([]);
    expect(text).toBe(
      '# yaml-language-server: $schema=../plan.schema.json\nslug: web\nfamilies: [http]\n',
    );
  });

  it('writes title, tags and description, quoted where they need it', () => {
    const request = { title: 'Web: all', tags: ['on', 'web'], description: 'Is it up?' };
    expect(planned({ ...request, families: ['http', 'empty'] }, { schema: undefined }).text).toBe(
      'slug: web\ntitle: "Web: all"\nfamilies: [http, empty]\ntags: [on, web]\ndescription: Is it up?\n',
    );
  });

  it.each([
    ['http', 'title: HTTP\n'],
    ['jvm_gc', 'title: JVM GC\n'],
    ['shop_api_v2', 'title: Shop API V2\n'],
    ['grpc_server', 'title: gRPC Server\n'],
    ['shop_orders', ''],
  ])('spells abbreviations of the slug %s as people do', (slug, title) => {
    const { text } = planned({ slug }, { schema: undefined });
    expect(text).toBe(`slug: ${slug}\n${title}families: [http]\n`);
  });

  it('adds variables for labels that the metrics have', () => {
    const { text } = planned({ variables: ['job', 'instance'] }, { schema: undefined });
    expect(text).toBe('slug: web\nfamilies: [http]\nvariables: [job, instance]\n');
    expect(planned({ variables: ['jobb'] }).codes).toEqual(['label-unknown']);
  });

  it.each<[string, Partial<PlanRequest>, string]>([
    ['a slug that is taken', { slug: 'old' }, 'slug-duplicate'],
    ['a slug that is no slug', { slug: 'Web-1' }, 'slug-form'],
    ['a slug that the workspace needs itself', { slug: 'manifest' }, 'slug-reserved'],
    ['a family that is unknown', { families: ['htp'] }, 'plan-family-unknown'],
    ['a family that stands twice', { families: ['http', 'http'] }, 'plan-family-duplicate'],
    ['no family', { families: [] }, 'wrong-value'],
    ['families that cannot share a dashboard', { families: ['http', 'jobs'] }, 'panel-duplicate'],
  ])('refuses %s', (_what, request, code) => {
    const { text, codes } = planned(request);
    expect(text).toBeUndefined();
    expect(codes).toEqual([code]);
  });

  it('refuses a slug whose project would have the name of another one, and names both files', () => {
    const taken = {
      name: 'board-web',
      file: 'plans/web/plan.yaml',
      owner: 'apps/board/project.json',
      option: 'projectPrefix',
    } as const;
    const { text, codes, said } = planned({}, { taken });
    expect(text).toBeUndefined();
    expect(codes).toEqual(['project-name-taken']);
    expect(said).toEqual([
      expect.stringMatching(
        /^its project cannot have the name "board-web", which the one of apps.board.project.json has/,
      ),
    ]);
    expect(planned({ slug: 'manifest' }, { taken }).codes).toEqual(['slug-reserved']);
  });

  it('names the family that was meant, and where the slug is taken', () => {
    expect(planned({ families: ['htp'] }).said).toEqual([
      'the spec has no family "htp"; did you mean "http"?',
    ]);
    expect(planned({ slug: 'old' }).said).toEqual([
      'the slug "old" is already taken at plans/old/plan.yaml:1:7',
    ]);
  });

  it('passes over what is wrong with other plans, and not over a spec that is unusable', () => {
    const plans = [{ path: 'plans/bad/plan.yaml', text: 'slug: [\n' }];
    expect(planned({}, { plans }).text).toBeDefined();
    const spec = [{ path: 'spec.yml', text: 'version: 2\nfamilies:\n' }];
    expect(planned({}, { spec }).text).toBeUndefined();
  });
});
