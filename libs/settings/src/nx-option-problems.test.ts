import { renderProblems } from '@g6/problems';
import { nxOptionProblems } from './nx-option-problems';
import { SETTINGS } from './settings';

const check = (text: string) =>
  renderProblems(nxOptionProblems({ path: 'nx.json', text }, '@g6/plugin')).replace(
    Object.keys(SETTINGS).join(', '),
    '<every setting>',
  );

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
     "nx.json:5:44: error: unknown key "specc" [unknown-key]
       hint: did you mean "spec"?
     nx.json:5:80: error: expected a whole number, got 1.5 [wrong-type]
     nx.json:6:53: error: "plans" must be a text, got 3 [wrong-type]
       hint: put it in quotes: "3""
    `);
  });

  it('tells what two entries share that each would overwrite', () => {
    const text = `{
  "plugins": [
    "@g6/plugin",
    { "plugin": "@g6/plugin", "options": { "project": "billing", "plans": "./dashboards/plans/" } },
    { "plugin": "@g6/plugin", "options": { "project": "billing", "plans": "b/plans", "output": "b/out", "rules": "b/rules" } }
  ]
}`;
    expect(check(text)).toMatchInlineSnapshot(`
     "nx.json:4:5: error: without "output" this entry has the default "dashboards/generated", as the entry of @g6/plugin at 3:5 has [option-overlap]
       hint: give each entry its own "output"
     nx.json:4:5: error: without "rules" this entry has the default "dashboards/rules", as the entry of @g6/plugin at 3:5 has [option-overlap]
       hint: give each entry its own "rules"
     nx.json:4:75: error: "plans" is "./dashboards/plans/", as the entry of @g6/plugin at 3:5 has [option-overlap]
       hint: give each entry its own "plans"
     nx.json:5:55: error: "project" is "billing", as the entry of @g6/plugin at 4:5 has [option-overlap]
       hint: give each entry its own "project""
    `);
  });

  it('lets entries share the spec, and whatever else they only read', () => {
    const entry = (name: string) => ({
      plugin: '@g6/plugin',
      options: {
        project: name,
        plans: `${name}/plans`,
        output: `${name}/out`,
        rules: `${name}/rules`,
      },
    });
    expect(check(JSON.stringify({ plugins: [entry('a'), entry('b')] }))).toBe('');
  });

  it.each(['{}', '{ "plugins": ["@g6/plugin"] }', '{ "plugins": [{ "plugin": "@g6/plugin" }] }'])(
    'has nothing to say of %s',
    (text) => {
      expect(check(text)).toBe('');
    },
  );
});
