import { NxWorkspace } from './nx-workspace';

interface Manifest {
  readonly dashboards: { readonly slug: string; readonly panel_count: number }[];
}

const BUS = 'dashboards/generated/bus_health.json';
const STREAM = 'dashboards/generated/bus_stream.json';
const GOVERNANCE = 'dashboards/generated/governance.json';
const MANIFEST = 'dashboards/generated/manifest.json';

describe('generation by the real Nx', () => {
  const workspace = new NxWorkspace(['bus_health', 'bus_stream', 'governance']);
  afterAll(() => {
    workspace.dispose();
  });

  const succeed = (command: string, env?: Record<string, string>) => {
    const run = workspace.nx(`run ${command}`, env);
    expect(run).toMatchObject({ status: 0 });
    // The plugin is loaded prebuilt: nothing may compile it on the way.
    expect(run.output).not.toMatch(/ts-node|swc|deprecat/i);
    return run;
  };
  const panelCounts = () => {
    const { dashboards } = JSON.parse(workspace.read(MANIFEST)) as Manifest;
    return Object.fromEntries(dashboards.map(({ slug, panel_count }) => [slug, panel_count]));
  };

  describe('of one plan', () => {
    let text: string;

    it('writes that dashboard and nothing else', () => {
      const { output, hits } = succeed('bus_health:generate');
      expect(output).toContain('bus_health: generated');
      expect(hits).toEqual([]);
      expect(workspace.generated()).toEqual(['bus_health.json']);
      text = workspace.read(BUS);
    });

    it('is answered from the cache when repeated', () => {
      expect(succeed('bus_health:generate').hits).toEqual(['bus_health:generate']);
      expect(workspace.read(BUS)).toBe(text);
    });

    it('brings a deleted file back byte for byte, from the cache', () => {
      workspace.remove(BUS);
      expect(succeed('bus_health:generate').hits).toEqual(['bus_health:generate']);
      expect(workspace.read(BUS)).toBe(text);
      expect(workspace.generated()).toEqual(['bus_health.json']);
    });

    it('misses the cache where the environment asks for another layout', () => {
      const dense = { G6_DASHBOARD_DENSE: '1' };
      succeed('governance:generate');
      const normal = workspace.read(GOVERNANCE);
      expect(succeed('governance:generate', dense).hits).toEqual([]);
      expect(workspace.read(GOVERNANCE)).not.toBe(normal);
      expect(succeed('governance:generate').hits).toEqual(['governance:generate']);
      expect(workspace.read(GOVERNANCE)).toBe(normal);
      workspace.remove(GOVERNANCE);
    });

    it('fails where the folder has another name than the slug, and names both', () => {
      workspace.write('dashboards/plans/bus/plan.yaml', 'slug: buses\nfamilies: [bus]\n');
      for (const project of ['bus', 'dashboards']) {
        const { status, output } = workspace.nx(`run ${project}:generate`);
        expect(status).toBe(1);
        expect(output).toContain('the slug "buses" differs from its folder "bus"');
        expect(output).toContain('rename the folder or change the slug');
        expect(output).toContain('1 error; nothing was written');
      }
      expect(workspace.generated()).toEqual(['bus_health.json']);
      workspace.remove('dashboards/plans/bus');
    });
  });

  describe('of the aggregate project with --slug', () => {
    it('writes that slug and a manifest that counts no panels of the others', () => {
      workspace.remove(BUS);
      const { output } = succeed('dashboards:generate --slug=bus_health');
      expect(output).toContain('1 dashboard and the manifest generated');
      expect(workspace.generated()).toEqual(['bus_health.json', 'manifest.json']);
      expect(panelCounts()).toMatchObject({ bus_stream: 0, governance: 0 });
      expect(panelCounts()['bus_health']).toBeGreaterThan(0);
    });

    it('is answered from the cache when repeated, and brings deleted files back', () => {
      const files = [BUS, MANIFEST].map((file) => workspace.read(file));
      workspace.remove('dashboards/generated');
      const { hits } = succeed('dashboards:generate --slug=bus_health');
      expect(hits).toEqual(['dashboards:generate']);
      expect([BUS, MANIFEST].map((file) => workspace.read(file))).toEqual(files);
      expect(workspace.generated()).toEqual(['bus_health.json', 'manifest.json']);
    });

    it('takes several slugs, and brings all of them back', () => {
      expect(succeed('dashboards:generate --slug=bus_stream,governance').hits).toEqual([]);
      const names = ['bus_health.json', 'bus_stream.json', 'governance.json', 'manifest.json'];
      expect(workspace.generated()).toEqual(names);
      const text = workspace.read(STREAM);
      workspace.remove(STREAM);
      const { hits } = succeed('dashboards:generate --slug=bus_stream,governance');
      expect(hits).toEqual(['dashboards:generate']);
      expect(workspace.read(STREAM)).toBe(text);
    });

    it('leaves the file of another slug alone when an older entry is restored', () => {
      const plan = 'dashboards/plans/bus_stream/plan.yaml';
      const before = workspace.read(plan);
      workspace.edit(plan, /^title: .*$/m, 'title: Renamed');
      succeed('bus_stream:generate');
      const renamed = workspace.read(STREAM);
      expect(renamed).toContain('"title": "Renamed"');
      expect(succeed('dashboards:generate --slug=bus_health').hits).toEqual([]);
      expect(workspace.read(STREAM)).toBe(renamed);
      workspace.write(plan, before);
      workspace.remove(BUS);
      const { hits } = succeed('dashboards:generate --slug=bus_health');
      expect(hits).toEqual(['dashboards:generate']);
      expect(workspace.exists(BUS)).toBe(true);
      expect(workspace.read(STREAM)).toBe(renamed);
    });

    it.each([
      ['bus_helth', 'no plan has the slug "bus_helth"', 'did you mean "bus_health"?'],
      ['bus_health,', 'no plan has the slug ""', 'bus_health, bus_stream, governance'],
      ['*', 'no plan has the slug "*"', 'bus_health, bus_stream, governance'],
    ])('refuses --slug=%s and writes nothing', (slug, message, hint) => {
      const before = workspace
        .generated()
        .map((name) => workspace.read(`dashboards/generated/${name}`));
      const { status, output } = workspace.nx(`run dashboards:generate --slug=${slug}`);
      expect(status).toBe(1);
      expect(output).toContain(message);
      expect(output).toContain(hint);
      expect(output).toContain('nothing was written');
      expect(
        workspace.generated().map((name) => workspace.read(`dashboards/generated/${name}`)),
      ).toEqual(before);
    });
  });

  describe('of the aggregate project without --slug', () => {
    const HAND_MADE = 'dashboards/generated/hand_made.json';

    it('writes every dashboard and the whole manifest, and leaves files of other origin alone', () => {
      workspace.write(HAND_MADE, '{"title": "By hand"}\n');
      expect(succeed('dashboards:generate').hits).toEqual([]);
      expect(Object.values(panelCounts())).not.toContain(0);
      expect(workspace.read(HAND_MADE)).toBe('{"title": "By hand"}\n');
    });

    it('restores its own files only', () => {
      const stream = workspace.read(STREAM);
      workspace.remove(STREAM);
      workspace.write(HAND_MADE, '{"title": "By hand, later"}\n');
      expect(succeed('dashboards:generate').hits).toEqual(['dashboards:generate']);
      expect(workspace.read(STREAM)).toBe(stream);
      expect(workspace.read(HAND_MADE)).toBe('{"title": "By hand, later"}\n');
      workspace.remove(HAND_MADE);
      expect(succeed('dashboards:generate').hits).toEqual(['dashboards:generate']);
      expect(workspace.exists(HAND_MADE)).toBe(false);
    });

    it('removes the file of a deleted plan, although the cache knows the state without it', () => {
      workspace.write('dashboards/plans/passing/plan.yaml', 'slug: passing\nfamilies: [bus]\n');
      succeed('dashboards:generate');
      expect(workspace.generated()).toContain('passing.json');
      workspace.remove('dashboards/plans/passing');
      const { output, hits } = succeed('dashboards:generate');
      expect(hits).toEqual([]);
      expect(output).toContain('passing: removed, no plan asks for it');
      expect(workspace.generated()).not.toContain('passing.json');
      expect(succeed('dashboards:generate').hits).toEqual(['dashboards:generate']);
    });
  });

  it('writes the manifest alone with the target of that name', () => {
    workspace.remove('dashboards/generated');
    succeed('dashboards:manifest');
    expect(workspace.generated()).toEqual(['manifest.json']);
    expect(Object.values(panelCounts())).not.toContain(0);
  });
});
