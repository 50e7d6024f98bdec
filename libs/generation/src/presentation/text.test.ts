import { samplePanel } from '../../testing/sample-panel';
import { presentText } from './text';

describe('presentText', () => {
  it('shows the content as markdown, without any field', () => {
    expect(presentText(samplePanel('text', { content: '# Alerts' }))).toEqual({
      fieldConfig: { defaults: {}, overrides: [] },
      options: { content: '# Alerts', mode: 'markdown' },
    });
  });

  it('is empty without content', () => {
    expect(presentText(samplePanel('text')).options.content).toBe('');
  });
});
