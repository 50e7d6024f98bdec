import { isOurs } from './is-ours';

describe('isOurs', () => {
  it('takes a dashboard with our metadata', () => {
    expect(isOurs('{"g6_meta": {"spec_hash": "0123456789abcdef"}, "panels": []}')).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['another dashboard', '{"panels": [], "title": "By hand"}'],
    ['a mention of the key', '{"panels": [], "title": "\\"g6_meta\\""}'],
    ['the key further down', '{"panels": [{"g6_meta": {"spec_hash": "0"}}]}'],
    ['metadata of another kind', '{"g6_meta": {"spec_hash": 1}, "panels": []}'],
    ['metadata that is null', '{"g6_meta": null, "panels": []}'],
    ['a list', '["g6_meta"]'],
    ['a text', '"\\"g6_meta\\""'],
    ['no JSON', '{"g6_meta": {"spec_hash": "0"}, "panels": ['],
    ['no panels', '{"g6_meta": {"spec_hash": "0"}}'],
  ])('takes %s for foreign', (_, text) => {
    expect(isOurs(text)).toBe(false);
  });
});
