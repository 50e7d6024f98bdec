import { PLAN, reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const plan = (content: string) => reportOf({ 'plans/bus/plan.yaml': content });
const list = (content: string) => reportOf({ 'plans.yml': content }, { plan: 'plans.yml' });

describe('a file that looks like a plan', () => {
  it('is named if it lies where no plan is read', () => {
    const files = {
      'plans/plan.yaml': 'slug: top\nfamilies: [bus]\n',
      'plans/sse/plan.yml': 'slug: sse\nfamilies: [bus]\n',
      'plans/api/plan.json': '{}',
      'plans/team/bus/plan.yaml': 'slug: bus\nfamilies: [bus]\n',
      'plans/bus/notes.yaml': 'anything',
    };
    expect(reportOf(files)).toMatchInlineSnapshot(`
     "plans/api/plan.json: error: is not read: a plan is <slug>/plan.yaml, directly below plans [plan-misplaced]
       hint: rename or move it, or give it another name if it is not a plan
     plans/plan.yaml: error: is not read: a plan is <slug>/plan.yaml, directly below plans [plan-misplaced]
       hint: rename or move it, or give it another name if it is not a plan
     plans/sse/plan.yml: error: is not read: a plan is <slug>/plan.yaml, directly below plans [plan-misplaced]
       hint: rename or move it, or give it another name if it is not a plan
     plans/team/bus/plan.yaml: error: is not read: a plan is <slug>/plan.yaml, directly below plans [plan-misplaced]
       hint: rename or move it, or give it another name if it is not a plan
     4 errors"
    `);
  });
});

describe('a plan', () => {
  it('has a slug and families', () => {
    expect(plan('title: Bus\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:1:1: error: the key "families" is missing here [missing-key]
     plans/bus/plan.yaml:1:1: error: the key "slug" is missing here [missing-key]
     2 errors"
    `);
    expect(plan('slug:\nfamilies:\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:1:6: error: "slug" must be a text, got an empty value [wrong-type]
       hint: give it a value, or remove it
     plans/bus/plan.yaml:2:10: error: "families" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     2 errors"
    `);
    expect(plan('slug: bus\nfamilies: []\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:2:11: error: a plan lists at least one family [wrong-value]
     1 error"
    `);
    expect(plan('slug: bus\nfamilies: bus\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:2:11: error: "families" must be a list, got "bus" [wrong-type]
       hint: write a list of one: [bus]
     1 error"
    `);
    expect(plan('')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:1:1: error: the file is empty; it must hold a mapping [wrong-type]
     1 error"
    `);
  });

  it('has a slug of lower-case letters, digits and underscores, 37 at most', () => {
    const slugs = [
      'Bus',
      '1bus',
      'bus-health',
      'bus/../x',
      '../bus',
      '_bus',
      'bus ',
      `b${'u'.repeat(37)}`,
    ];
    expect(
      list(
        `dashboards:\n${slugs.map((slug) => `  - {slug: "${slug}", families: [bus]}\n`).join('')}`,
      ),
    ).toMatchInlineSnapshot(`
     "plans.yml:2:12: error: the slug "Bus" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:3:12: error: the slug "1bus" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:4:12: error: the slug "bus-health" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:5:12: error: the slug "bus/../x" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:6:12: error: the slug "../bus" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:7:12: error: the slug "_bus" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:8:12: error: the slug "bus " must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     plans.yml:9:12: error: the slug "buuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu" must match [a-z][a-z0-9_]* and have at most 37 characters [slug-form]
     8 errors"
    `);
    expect(list(`dashboards: [{slug: b${'u'.repeat(36)}, families: [bus]}]\n`)).toBe('no problems');
  });

  it('leaves the slugs that the workspace needs', () => {
    expect(
      list(text`
        dashboards:
          - {slug: dashboards, families: [bus]}
          - {slug: manifest, families: [bus]}
      `),
    ).toMatchInlineSnapshot(`
     "plans.yml:2:12: error: the slug "dashboards" is reserved; choose another [slug-reserved]
     plans.yml:3:12: error: the slug "manifest" is reserved; choose another [slug-reserved]
     2 errors"
    `);
  });

  it('has a slug of its own', () => {
    expect(
      list(text`
        dashboards:
          - {slug: bus, families: [bus]}
          - {slug: other, families: [bus]}
          - {slug: bus, families: [bus]}
      `),
    ).toMatchInlineSnapshot(`
     "plans.yml:4:12: error: the slug "bus" is already taken at plans.yml:2:12 [slug-duplicate]
     1 error"
    `);
    expect(reportOf({ 'plans/a/plan.yaml': PLAN, 'plans/bus/plan.yaml': PLAN }))
      .toMatchInlineSnapshot(`
     "plans/a/plan.yaml:1:7: warning: the slug "bus" differs from its folder "a", after which Nx names the project [slug-folder]
     plans/bus/plan.yaml:1:7: error: the slug "bus" is already taken at plans/a/plan.yaml:1:7 [slug-duplicate]
     1 error, 1 warning"
    `);
  });

  it('lists families of the spec, each once', () => {
    expect(plan('slug: bus\nfamilies: [bus, bsu, nowhere, bus, 5, ""]\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:2:17: error: the spec has no family "bsu" [plan-family-unknown]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:2:22: error: the spec has no family "nowhere" [plan-family-unknown]
       hint: the spec has bus
     plans/bus/plan.yaml:2:31: error: the family "bus" stands twice in this plan [plan-family-duplicate]
     plans/bus/plan.yaml:2:36: error: item 5 of "families" must be a text, got 5 [wrong-type]
       hint: put it in quotes: "5"
     plans/bus/plan.yaml:2:39: error: a family name must not be empty [wrong-value]
     5 errors"
    `);
  });

  it('has no unknown keys, notes aside', () => {
    expect(plan('slug: bus\nfamilies: [bus]\nfolders: a\ntime: {form: now-1h}\nx-note: 1\n'))
      .toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:1: error: unknown key "folders" [unknown-key]
       hint: did you mean "folder"?
     plans/bus/plan.yaml:4:8: error: unknown key "form"; known here: from, to [unknown-key]
       hint: did you mean "from"?
     2 errors"
    `);
  });

  it('has values of the right type', () => {
    expect(
      plan(text`
        slug: bus
        families: [bus]
        title: 5
        description: [a]
        tags: bus
        time: now-6h
        refresh: 30
        folder: ""
      `),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:8: error: "title" must be a text, got 5 [wrong-type]
       hint: put it in quotes: "5"
     plans/bus/plan.yaml:4:14: error: "description" must be a text, got a list [wrong-type]
     plans/bus/plan.yaml:5:7: error: "tags" must be a list, got "bus" [wrong-type]
       hint: write a list of one: [bus]
     plans/bus/plan.yaml:6:7: error: "time" must be a mapping, got "now-6h" [wrong-type]
     plans/bus/plan.yaml:7:10: error: "refresh" must be a text, got 30 [wrong-type]
       hint: put it in quotes: "30"
     plans/bus/plan.yaml:8:9: error: "" is not a folder in Grafana; write its title [wrong-value]
     plans/bus/plan.yaml:8:9: error: "folder" must not be empty [wrong-value]
     7 errors"
    `);
    expect(plan('slug: bus\nfamilies: [bus]\ntitle: ""\ntags: ["", 1]\ntime: {from: "", to: }\n'))
      .toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:8: error: a title must not be empty [wrong-value]
     plans/bus/plan.yaml:4:8: error: a tag must not be empty [wrong-value]
     plans/bus/plan.yaml:4:12: error: item 2 of "tags" must be a text, got 1 [wrong-type]
       hint: put it in quotes: "1"
     plans/bus/plan.yaml:5:14: error: "" is not a time that Grafana reads; write for example now-6h, now-1d/d, 2026-01-31T08:00:00Z or milliseconds since 1970 [wrong-value]
     plans/bus/plan.yaml:5:22: error: "to" must be a text, got an empty value [wrong-type]
       hint: give it a value, or remove it
     5 errors"
    `);
  });

  it('has a range, a title and tags that Grafana takes', () => {
    const values = [
      'time: {from: yesterday, to: tomorrow}',
      'time: {from: now, to: now-6h}',
      'time: {to: now-6h}',
      'title: "  "',
      `title: ${'t'.repeat(5001)}`,
      `tags: [${'ö'.repeat(26)}, " "]`,
      'refresh: 999ms',
      'folder: ../../etc',
    ];
    const plans = values.map(
      (value, index) => `  - slug: p${index}\n    families: [bus]\n    ${value}\n`,
    );
    expect(list(`dashboards:\n${plans.join('')}`)).toMatchInlineSnapshot(`
     "plans.yml:4:18: error: "yesterday" is not a time that Grafana reads; write for example now-6h, now-1d/d, 2026-01-31T08:00:00Z or milliseconds since 1970 [wrong-value]
     plans.yml:4:33: error: "tomorrow" is not a time that Grafana reads; write for example now-6h, now-1d/d, 2026-01-31T08:00:00Z or milliseconds since 1970 [wrong-value]
     plans.yml:7:11: error: the range must end after it begins; "from" comes first, "to" last [wrong-value]
     plans.yml:10:11: error: the range must end after it begins; "from" comes first, "to" last [wrong-value]
     plans.yml:13:12: error: a title must not be blank, got "  " [wrong-value]
     plans.yml:16:12: error: a title has at most 5000 characters, got "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt…" [wrong-value]
     plans.yml:19:12: error: Grafana takes tags of at most 50 bytes, got "öööööööööööööööööööööööööö" [wrong-value]
     plans.yml:19:40: error: a tag must not be blank, got " " [wrong-value]
     plans.yml:22:14: error: "999ms" is too short to refresh a dashboard; write 1s or more [wrong-value]
     plans.yml:25:13: error: "../../etc" is not a folder in Grafana; write its title [wrong-value]
     10 errors"
    `);
    const sound =
      'time: {from: 2026-01-01, to: 2026-01-02T00:00:00Z}\ntags: [größe]\nrefresh: 1s\nfolder: G6 / Buses\n';
    expect(plan(`slug: bus\nfamilies: [bus]\n${sound}`)).toBe('no problems');
  });

  it('reloads at an interval that Grafana knows, or never', () => {
    expect(plan('slug: bus\nfamilies: [bus]\nrefresh: often\n')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:10: error: "often" is not a refresh interval; write for example 30s or 5m, or "" to turn it off [wrong-value]
     1 error"
    `);
    expect(plan('slug: bus\nfamilies: [bus]\nrefresh: ""\n')).toBe('no problems');
  });

  it('is warned about where its folder has another name', () => {
    expect(reportOf({ 'plans/bus/plan.yaml': 'slug: bus_b\nfamilies: [bus]\n' }))
      .toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:1:7: warning: the slug "bus_b" differs from its folder "bus", after which Nx names the project [slug-folder]
     1 warning"
    `);
  });
});

describe('a file of plans', () => {
  it('is a list under dashboards, with one plan at least', () => {
    expect(list('dashboards: []\n')).toMatchInlineSnapshot(`
     "plans.yml:1:13: error: a file of plans lists at least one dashboard [wrong-value]
     1 error"
    `);
    expect(list('dashboards:\n')).toMatchInlineSnapshot(`
     "plans.yml:1:12: error: "dashboards" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     1 error"
    `);
    expect(list('dashboard: [{slug: bus, families: [bus]}]\n')).toMatchInlineSnapshot(`
     "plans.yml:1:1: error: unknown key "dashboard"; known here: dashboards [unknown-key]
       hint: did you mean "dashboards"?
     1 error"
    `);
    expect(list('- {slug: bus, families: [bus]}\n')).toMatchInlineSnapshot(`
     "plans.yml:1:1: error: the document must be a mapping, got a list [wrong-type]
     1 error"
    `);
    expect(list('')).toMatchInlineSnapshot(`
     "plans.yml:1:1: error: the file is empty; it must hold a mapping [wrong-type]
     1 error"
    `);
  });

  it('may be one plan by itself', () => {
    expect(list(PLAN)).toBe('no problems');
    expect(list('slgu: bus\nfamilies: [bus]\n')).toMatchInlineSnapshot(`
     "plans.yml:1:1: error: unknown key "slgu" [unknown-key]
       hint: did you mean "slug"?
     1 error"
    `);
  });
});

describe('a slug that is asked for', () => {
  it('must be that of a plan', () => {
    expect(reportOf({}, { only: ['bsu', 'other'] })).toMatchInlineSnapshot(`
     "slug: error: no plan has the slug "bsu" [slug-unknown]
       hint: did you mean "bus"?
     slug: error: no plan has the slug "other" [slug-unknown]
       hint: known slugs: bus
     2 errors"
    `);
  });

  it('is not called unknown where a plan could not be read', () => {
    expect(reportOf({ 'plans/other/plan.yaml': 'slug: [' }, { only: ['other'] }))
      .toMatchInlineSnapshot(`
     "plans/other/plan.yaml:1:8: error: a "]" is missing, or a line stands too far left [yaml-syntax]
     1 error"
    `);
  });
});
