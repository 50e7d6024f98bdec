import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as conventions from '@g6/model';
import { BUILT_IN_PROFILES } from '@g6/generation';
import { DEFAULT_OPTIONS, driftTokens, EXIT, identityOf, signatureOf } from '@g6/dashboards';
import { PANEL_TYPES } from '@g6/model';

const REPOSITORY = join(__dirname, '../../..');
const contract = readFileSync(join(REPOSITORY, 'docs/contract.md'), 'utf8');
const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');

/** Returns the text of a section, up to the next heading of any level. */
function section(text: string, heading: string): string {
  const [, after] = text.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`there is no section "${heading}"`);
  return after.split(/\n#+ /)[0] as string;
}

/** Returns the cells of a table, row by row, without the header. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .filter(([first]) => !/^-+$/.test(first ?? ''))
    .slice(1);
}

const plain = (cell: string | undefined) => (cell ?? '').replaceAll('`', '');

describe('the contract', () => {
  it.each(rows(section(contract, '## 3. Identity')))(
    'shows the identity that the code derives from %s',
    (...cells) => {
      const [signature, digest, id] = cells.map(plain) as [string, string, string];
      const { ds, exprs, title, type, unit } = JSON.parse(signature) as {
        ds: string;
        exprs: string[];
        title: string;
        type: string;
        unit: string;
      };
      const parts = { datasourceType: ds, exprs, title, type, unit };
      expect(signatureOf(parts)).toBe(signature);
      const { panelUuid, naturalId } = identityOf('bus_health', parts);
      expect(panelUuid).toBe(digest.slice(0, 16));
      expect(naturalId).toBe(Number(id));
    },
  );

  it('lists every panel source of the profile classic', () => {
    const classic = BUILT_IN_PROFILES.find(({ name }) => name === 'classic');
    const named = rows(section(contract, '## 2. Panels')).map(([name]) => plain(name));
    expect(named.sort()).toEqual(classic?.sources.map(({ name }) => name).sort());
  });

  it('lists the built-in efficiency panels', () => {
    const text = readFileSync(
      join(REPOSITORY, 'libs/model/src/efficiency/default-efficiency.yml'),
      'utf8',
    );
    const catalogue = parse(text) as {
      panels: { title: string; unit: string; queries: { expr: string }[] }[];
    };
    const listed = rows(section(contract, '### Efficiency panels')).map(
      ([title, queries, unit]) => ({
        title,
        exprs: [...(queries ?? '').matchAll(/`([^`]+)`/g)].map(([, expr]) => expr),
        unit,
      }),
    );
    expect(listed).toEqual(
      catalogue.panels.map(({ title, queries, unit }) => ({
        title,
        exprs: queries.map(({ expr }) => expr),
        unit,
      })),
    );
  });

  it('lists the panel types', () => {
    const [, types] = /`panel_type` is one of ([^.]+)\./.exec(contract) ?? [];
    expect([...(types ?? '').matchAll(/`([a-z-]+)`/g)].map(([, type]) => type)).toEqual([
      ...PANEL_TYPES,
    ]);
  });

  it('states the titles, caps and reserved slugs of the code', () => {
    for (const statement of [
      conventions.ALERTS_TITLE,
      conventions.RULE_USAGE_TITLE,
      conventions.EFFICIENCY_ROW_TITLE,
      conventions.ALERT_PREVIEW_ROW_TITLE,
      conventions.META_KEY,
      `At most ${DEFAULT_OPTIONS.caps.core} core panels and ${DEFAULT_OPTIONS.caps.efficiency} efficiency panels`,
      `Above ${conventions.MOST_LIVE_ALERTS} alerts`,
      `schema version ${conventions.SCHEMA_VERSION}`,
      `The slugs ${conventions.RESERVED_SLUGS.map((slug) => `\`${slug}\``).join(' and ')} are reserved`,
    ]) {
      expect(contract).toContain(statement);
    }
  });

  it('lists the drift tokens in the order in which they are printed', () => {
    const tokens = driftTokens([
      {
        slug: '<slug>',
        missing: true,
        unreadable: true,
        hash: true,
        changed: ['a'],
        added: ['a'],
        removed: ['a'],
        orphaned: true,
        edited: true,
      },
    ]);
    const listed = rows(section(contract, '## 7. Drift')).map(([token]) => plain(token));
    expect(listed).toEqual(tokens.map((token) => token.replace(/:1$/, ':<n>')));
  });
});

describe.each([
  ['the contract', section(contract, '## 9. Commands and exit statuses')],
  ['the README', section(readme, '## Exit statuses')],
])('%s', (_, text) => {
  it('lists every exit status', () => {
    const listed = rows(text).flatMap(([status]) =>
      /^\d+$/.test(status ?? '') ? [Number(status)] : [],
    );
    expect(listed).toEqual([...new Set(Object.values(EXIT))].sort((a, b) => a - b));
  });
});
