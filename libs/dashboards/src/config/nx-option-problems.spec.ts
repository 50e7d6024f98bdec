import { renderProblems } from '../problems/render-problems';
import { nxOptionProblems } from './nx-option-problems';

const check = (text: string) =>
  renderProblems(nxOptionProblems({ path: 'nx.json', text }, '@g6/plugin'));

describe('nxOptionProblems', () => {
  it('tells what is wrong in every entry of the plugin, at its place in nx.json', () => {
    const text = `{
  "plugins": [
    "@nx/js",
    { "plugin": "@other/plugin", "options": { "specc": 1 } },
    { "plugin": "@g6/plugin", "options": { "specc": "a.yml", "caps": { "core": 1.5 } } },
    { "plugin": "@g6/plugin", "options": { "plans": 3 } }
  ]
}`;
    expect(check(text)).toMatchInlineSnapshot(`
     "nx.json:5:44: error: unknown key "specc"; known here: project, projectPrefix, spec, efficiency, plans, output, rules, unitInference, datasourceUid, caps, tags, uidPrefix, metaKey, alertPreview, job, interval, generator [unknown-key]
       hint: did you mean "spec"?
     nx.json:5:80: error: expected a whole number, got 1.5 [wrong-type]
     nx.json:6:53: error: "plans" must be a text, got 3 [wrong-type]
       hint: put it in quotes: "3""
    `);
  });

  it.each(['{}', '{ "plugins": ["@g6/plugin"] }', '{ "plugins": [{ "plugin": "@g6/plugin" }] }'])(
    'has nothing to say of %s',
    (text) => {
      expect(check(text)).toBe('');
    },
  );
});
