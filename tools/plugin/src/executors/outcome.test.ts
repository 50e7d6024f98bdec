import type { Problem } from '@g6/dashboards';
import { refused, warnings } from './outcome';

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

describe('refused', () => {
  it('blames the name of the folder and not a slug that nobody wrote', () => {
    const { success, output } = refused([otherFolder, unknown('bus')]);
    expect(success).toBe(false);
    expect(output).toContain('the slug "buses" differs from its folder "bus"');
    expect(output).toContain('rename the folder or change the slug');
    expect(output).not.toContain('no plan has the slug');
    expect(output).toContain('1 error; nothing was written');
  });

  it('keeps a slug that is unknown for another reason', () => {
    const { output } = refused([otherFolder, unknown('nope')]);
    expect(output).toContain('no plan has the slug "nope"');
  });
});

describe('warnings', () => {
  it('are told above what the run did, and left to the refusal where there is one', () => {
    expect(warnings([])).toBe('');
    expect(warnings([otherFolder])).toContain('differs from its folder');
    expect(warnings([otherFolder, unknown('nope')])).toBe('');
  });
});
