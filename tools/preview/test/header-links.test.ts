import type { DashboardLink } from '../src/dashboard/dashboard-model';
import { headerLinks, type HeaderLink } from '../src/dashboard/header-links';
import { ALL, type ResolvedVariable, valuesOf } from '../src/dashboard/variables';

const entry = (slug: string, ...tags: string[]) => ({
  ...{ slug, title: `Of ${slug}`, description: `All ${slug}`, families: [], tags, folder: '' },
});
const resolved: readonly ResolvedVariable[] = [
  { variable: { name: 'job', type: 'query', multi: true }, options: [], chosen: ['a', 'b c'] },
  {
    variable: { name: 'zone', type: 'query', includeAll: true },
    ...{ options: [], chosen: [ALL] },
  },
];

function linksOf(link: Partial<DashboardLink>): HeaderLink[] {
  const links = [{ type: 'link', title: 'A link', ...link }];
  return headerLinks(
    { title: 'Bus', links },
    {
      ...{ slug: 'bus', uid: 'g6-bus', resolved, variables: valuesOf(resolved) },
      dashboards: [entry('bus', 'g6'), entry('tram', 'g6', 'rail'), entry('boat', 'water')],
      time: { from: 'now-1h', to: 'now' },
    },
  );
}

const kept = { keepTime: true, keepVariables: true };
const tram = { title: 'Of tram', tooltip: 'All tram', newTab: false, slug: 'tram', ...kept };

describe('the links of a dashboard', () => {
  const byTag = { type: 'dashboards', tags: ['g6'], keepTime: true, includeVars: true };

  it('are a menu of the other dashboards with their tags, or each by itself', () => {
    expect(linksOf({ ...byTag, asDropdown: true, tooltip: 'Others' })).toEqual([
      { menu: 'A link', tooltip: 'Others', targets: [tram] },
    ]);
    expect(linksOf(byTag)).toEqual([{ target: tram }]);
    expect(linksOf({ ...byTag, tags: ['g6', 'water'] })).toEqual([]);
  });

  it.each<[string, Partial<DashboardLink>, object]>([
    ['a dashboard of the preview', { url: '/d/g6-tram?x=1' }, { slug: 'tram' }],
    ['one that only Grafana has', { url: '/d/g6-boot' }, { grafana: '/d/g6-boot' }],
    ['a page of Grafana', { url: '/alerting/list' }, { grafana: '/alerting/list' }],
    ['a script', { url: 'javascript:alert(1)' }, { grafana: 'javascript:alert(1)' }],
    ['elsewhere', { url: 'https://x.example/$job' }, { url: 'https://x.example/{a,b c}' }],
    [
      'elsewhere with the time range',
      { url: 'https://x.example/?a=1#top', keepTime: true },
      { url: 'https://x.example/?a=1&from=now-1h&to=now#top' },
    ],
    [
      'elsewhere with the variables',
      { url: 'https://x.example', includeVars: true, targetBlank: true },
      {
        url: 'https://x.example?var-job=a&var-job=b+c&var-zone=%24__all',
        newTab: true,
      },
    ],
  ])('lead to %s', (_, link, target) => {
    expect(linksOf(link)).toMatchObject([{ target: { title: 'A link', ...target } }]);
  });
});
