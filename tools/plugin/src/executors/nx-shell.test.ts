import type { Problem } from '@g6/dashboards';
import { explainFolders } from './nx-shell';

const at = { file: 'plans/bus/plan.yaml', line: 1, column: 7 };
const otherFolder: Problem = {
  ...at,
  code: 'slug-folder',
  severity: 'warning',
  message: 'the slug "buses" differs from its folder "bus"',
};
const unknown = (slug: string): Problem => ({
  file: 'slug',
  line: 0,
  column: 0,
  code: 'slug-unknown',
  severity: 'error',
  message: `no plan has the slug "${slug}"`,
});

describe('explainFolders', () => {
  it('blames the name of the folder and not a slug that nobody wrote', () => {
    const explained = explainFolders([otherFolder, unknown('bus')]);
    expect(explained).toMatchObject([{ code: 'slug-folder', severity: 'error' }]);
    expect(explained[0]?.hint).toContain('rename the folder or change the slug');
  });

  it('keeps a slug that is unknown for another reason', () => {
    const codes = explainFolders([otherFolder, unknown('nope')]).map(({ code }) => code);
    expect(codes).toEqual(['slug-folder', 'slug-unknown']);
  });
});
