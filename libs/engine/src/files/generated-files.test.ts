import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { orphansIn } from './generated-files';
import { OutputFolder } from './output-folder';

const OURS = JSON.stringify({ g6_meta: { spec_hash: '0123456789abcdef' }, panels: [] });

describe('orphansIn', () => {
  const folder = useTempFolder();
  const at = (name: string) => join(folder(), name);

  it('are files of ours for which no slug asks, in order', () => {
    for (const slug of ['zebra', 'wanted', 'ant']) writeFileSync(at(`${slug}.json`), OURS);
    expect(orphansIn(new OutputFolder(folder()), [{ slug: 'wanted' }])).toEqual([
      'ant.json',
      'zebra.json',
    ]);
  });

  it('are never foreign files, links, folders, leftovers or the manifest', () => {
    writeFileSync(at('foreign.json'), '{"panels": [], "title": "By hand"}');
    writeFileSync(at('mentions.json'), '{"panels": [], "title": "\\"g6_meta\\" {}"}');
    writeFileSync(at('other.json'), '{"panels": [], "g6_meta": {}}');
    writeFileSync(at('broken.json'), OURS.slice(0, -1));
    writeFileSync(at('null.json'), 'null');
    writeFileSync(at('manifest.json'), OURS);
    writeFileSync(at('notes.txt'), OURS);
    writeFileSync(at('.a.json.0123456789abcdef.tmp'), OURS);
    mkdirSync(at('folder.json'));
    symlinkSync(at('manifest.json'), at('link.json'));
    expect(orphansIn(new OutputFolder(folder()), [])).toEqual([]);
  });
});
