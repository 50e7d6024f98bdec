import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NxWorkspace } from '../nx-workspace';
import { RemoteCache } from './remote-cache';

const SLUGS = readdirSync(join(__dirname, '../../../../dashboards/plans')).sort();
const FILE = 'dashboards/generated/bus_health.json';
const BOTH = 'run-many -t generate verify --exclude=dashboards';

describe('a cache that two machines share', () => {
  const origin = new NxWorkspace(SLUGS);
  const clones: NxWorkspace[] = [];
  let cache: RemoteCache;

  beforeAll(async () => {
    cache = await RemoteCache.start();
    origin.commit();
  });
  afterAll(async () => {
    await cache.stop();
    for (const workspace of [origin, ...clones]) workspace.dispose();
  });

  /** Another machine: a clone in a folder of its own, with a local cache that is empty. */
  function machine(): NxWorkspace {
    const clone = new NxWorkspace(origin);
    clones.push(clone);
    return clone;
  }

  const tasks = (...targets: string[]) =>
    SLUGS.flatMap((slug) => targets.map((target) => `${slug}:${target}`)).sort();

  it('is filled by the machine that runs a task first', () => {
    const run = origin.nx(BOTH, cache.writer);
    expect(run).toMatchObject({ status: 0, hits: [] });
    const kept = cache
      .requests()
      .filter(({ method, status }) => method === 'PUT' && status === 202);
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(2 * SLUGS.length);
  });

  it('answers every task of a clone in another folder, with the same bytes', () => {
    const clone = machine();
    expect(clone.root).not.toBe(origin.root);
    expect(clone.generated()).toEqual([]);
    const run = clone.nx(BOTH, cache.writer);
    expect(run.status).toBe(0);
    expect([...run.remoteHits].sort()).toEqual(tasks('generate', 'verify'));
    expect(run.batches).toEqual([]);
    expect(clone.generated()).toEqual(SLUGS.map((slug) => `${slug}.json`));
    for (const name of clone.generated()) {
      const file = `dashboards/generated/${name}`;
      expect(clone.read(file) === origin.read(file)).toBe(true);
    }
  });

  it('answers the generation of all, of some and of the manifest too', () => {
    expect(origin.nx('run dashboards:generate', cache.writer)).toMatchObject({ status: 0 });
    const some = 'run dashboards:generate --slug=bus_health,governance';
    const partial = machine();
    expect(partial.nx(some, cache.writer)).toMatchObject({ status: 0, hits: [] });
    const clone = machine();
    expect(clone.nx(some, cache.reader).remoteHits).toEqual(['dashboards:generate']);
    expect(clone.generated()).toEqual(['bus_health.json', 'governance.json', 'manifest.json']);
    expect(clone.nx('run dashboards:generate', cache.reader).remoteHits).toEqual([
      'dashboards:generate',
    ]);
    expect(clone.generated()).toEqual(
      [...SLUGS.map((slug) => `${slug}.json`), 'manifest.json'].sort(),
    );
    expect(clone.read('dashboards/generated/manifest.json')).toBe(
      origin.read('dashboards/generated/manifest.json'),
    );
  });

  it('runs after an edit of one plan that slug alone, wherever the others were made', () => {
    const clone = machine();
    clone.append('dashboards/plans/governance/plan.yaml', 'tags: [edited]\n');
    const run = clone.nx('run-many -t generate --exclude=dashboards', cache.reader);
    expect(run.status).toBe(0);
    expect([...run.remoteHits].sort()).toEqual(
      tasks('generate').filter((task) => task !== 'governance:generate'),
    );
  });

  it('takes nothing from a machine that may only read', () => {
    const clone = machine();
    clone.append('dashboards/plans/governance/plan.yaml', 'tags: [unseen]\n');
    cache.requests();
    expect(clone.nx('run governance:generate', cache.reader)).toMatchObject({ status: 0 });
    const puts = cache.requests().filter(({ method }) => method === 'PUT');
    expect(puts).not.toEqual([]);
    expect(puts.filter(({ status }) => status !== 403)).toEqual([]);
  });

  it('fails a run with a token that it does not know', () => {
    const env = { ...cache.reader, NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: 'stolen' };
    expect(machine().nx('run bus_health:generate', env).status).toBe(1);
  });

  it('fails a run while it is down, unless it is passed by', () => {
    // A port that only root may listen on, and nobody does.
    const env = { ...cache.reader, NX_SELF_HOSTED_REMOTE_CACHE_SERVER: 'http://127.0.0.1:1' };
    const clone = machine();
    expect(clone.nx('run bus_health:generate', env).status).toBe(1);
    expect(clone.nx('run bus_health:generate --skipRemoteCache', env).status).toBe(0);
  });

  describe('with a damaged entry', () => {
    let hash: string;
    let sound: Buffer;

    beforeAll(() => {
      cache.requests();
      expect(machine().nx('run bus_health:generate', cache.reader).remoteHits).toHaveLength(1);
      [{ hash } = { hash: '' }] = cache.requests();
      sound = cache.read(hash);
    });
    afterEach(() => {
      cache.write(hash, sound);
    });

    it.each([
      ['cut short', () => sound.subarray(0, sound.length / 2)],
      ['empty', () => ''],
      ['another thing altogether', () => '<html>Bad gateway</html>'],
    ])('fails where the entry is %s, and writes no file', (_, damaged) => {
      cache.write(hash, damaged());
      const clone = machine();
      const run = clone.nx('run bus_health:generate', cache.reader);
      expect(run.status).toBe(1);
      expect(run.output).toMatch(/NX {3}Failed to (unpack|read) entry/);
      expect(clone.generated()).toEqual([]);
      expect(clone.nx('run bus_health:generate --skipRemoteCache', cache.reader)).toMatchObject({
        status: 0,
        hits: [],
      });
      expect(clone.read(FILE)).toBe(origin.read(FILE));
    });

    /** A panel whose query always shows that all is well. */
    const poison = (folder: string) => {
      const path = join(folder, FILE);
      writeFileSync(path, readFileSync(path, 'utf8').replace('"expr": "', '"expr": "0 * '));
    };

    it('finds the drift in a dashboard that somebody forged, in the same command', () => {
      cache.forge(hash, sound, poison);
      const clone = machine();
      const run = clone.nx('run-many -t generate verify -p bus_health', cache.reader);
      expect(run.remoteHits).toEqual(['bus_health:generate']);
      expect(run.output).toMatch(/^changed:bus_health:1$/m);
      expect(run.status).toBe(1);
    });

    it('finds it even where the verdict is forged too, once the cache is passed by', () => {
      cache.forge(hash, sound, poison);
      const clone = machine();
      clone.nx('run bus_health:generate', cache.reader);
      cache.requests();
      expect(clone.nx('run bus_health:verify', cache.reader).status).toBe(1);
      const asked = cache.requests().filter(({ method }) => method === 'GET');
      expect(asked).toMatchObject([{ status: 404 }]);
      // Whoever may write to the cache can answer for a task that failed.
      for (const missed of asked) {
        cache.forge(missed.hash, sound, (folder) => {
          writeFileSync(join(folder, 'terminalOutput'), '1 dashboard verified, no drift\n');
        });
      }
      expect(clone.nx('run bus_health:verify', cache.reader)).toMatchObject({
        status: 0,
        remoteHits: ['bus_health:verify'],
      });
      const checked = clone.nx('run bus_health:verify --skipNxCache', cache.reader);
      expect(checked.output).toMatch(/^changed:bus_health:1$/m);
      expect(checked.status).toBe(1);
    });
  });
});
