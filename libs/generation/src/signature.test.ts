import fc from 'fast-check';
import { identityOf, signatureOf, type SignatureParts } from './signature';

const panel: SignatureParts = {
  datasourceType: 'prometheus',
  exprs: ['sum by (bus) (rate(g6_bus_events_published_total[5m]))'],
  title: 'Bus Events Publish Rate (5m)',
  type: 'timeseries',
  unit: 'short',
};

describe('signatureOf', () => {
  it('is JSON with a fixed order of keys and a space after each separator', () => {
    expect(signatureOf(panel)).toBe(
      '{"ds": "prometheus", "exprs": ["sum by (bus) (rate(g6_bus_events_published_total[5m]))"],' +
        ' "title": "Bus Events Publish Rate (5m)", "type": "timeseries", "unit": "short"}',
    );
  });

  it('writes every character outside ASCII as an escape, and surrogate pairs in two', () => {
    const exprs = ['up', 'sum(rate(a_total{k="日本語"}[5m]))'];
    expect(signatureOf({ ...panel, exprs, title: 'Größe – 🔎' })).toBe(
      '{"ds": "prometheus", "exprs": ["sum(rate(a_total{k=\\"\\u65e5\\u672c\\u8a9e\\"}[5m]))", "up"],' +
        ' "title": "Gr\\u00f6\\u00dfe \\u2013 \\ud83d\\udd0e", "type": "timeseries", "unit": "short"}',
    );
  });

  it('escapes quotes, backslashes and control characters as JSON does', () => {
    expect(signatureOf({ ...panel, exprs: [], title: '"\\\n\t\u0000\u001f\u0080' })).toContain(
      '"title": "\\"\\\\\\n\\t\\u0000\\u001f\\u0080"',
    );
  });

  it('writes null for what is absent', () => {
    const row = { datasourceType: null, exprs: [], title: null, type: 'row', unit: null };
    expect(signatureOf(row)).toBe(
      '{"ds": null, "exprs": [], "title": null, "type": "row", "unit": null}',
    );
  });

  it('sorts queries by code point, which is not the order of UTF-16', () => {
    const exprs = ['\u{1f50e}', '\uffee', 'b', 'ab', 'a', '\u{10000}', 'Z'];
    const sorted = ['Z', 'a', 'ab', 'b', '\\uffee', '\\ud800\\udc00', '\\ud83d\\udd0e'];
    const list = sorted.map((expr) => `"${expr}"`).join(', ');
    expect(signatureOf({ ...panel, exprs })).toContain(`"exprs": [${list}]`);
  });

  it('is ASCII that any JSON parser reads back, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (title, exprs) => {
        const signature = signatureOf({ ...panel, title, exprs });
        expect(signature).toMatch(/^[\x20-\x7f]*$/);
        const read = JSON.parse(signature) as { title: string; exprs: string[] };
        expect(read.title).toBe(title);
        expect([...read.exprs].sort()).toEqual([...exprs].sort());
      }),
    );
  });

  it('does not depend on the order of queries', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (exprs) => {
        const turned = signatureOf({ ...panel, exprs: [...exprs].reverse() });
        expect(turned).toBe(signatureOf({ ...panel, exprs }));
      }),
    );
  });
});

describe('identityOf', () => {
  it('is the start of the digest of slug and signature', () => {
    // Digest c179851ab7b485ae0aedf5cf07695083fe99099fadde07501f226cec9e40eb7c.
    expect(identityOf('bus_health', panel)).toMatchObject({
      naturalId: 3245966618,
      panelUuid: 'c179851ab7b485ae',
    });
  });

  it('holds for texts outside ASCII', () => {
    const exprs = ['sum(rate(a_total{k="日本"}[5m]))', 'up'];
    // Digest 528e256a906721b75f63fbac06005e514c89114e2b0efda8e89790bcead82a65.
    expect(identityOf('bus_health', { ...panel, exprs, title: 'Größe – 🔎' })).toMatchObject({
      naturalId: 1385047402,
      panelUuid: '528e256a906721b7',
    });
  });

  it('differs between dashboards', () => {
    expect(identityOf('other', panel).panelUuid).not.toBe(
      identityOf('bus_health', panel).panelUuid,
    );
  });

  it('keeps the query_uuid when the title or the unit changes', () => {
    const { panelUuid, queryUuid } = identityOf('bus_health', panel);
    for (const change of [{ title: 'Renamed' }, { unit: 'ops' }]) {
      const changed = identityOf('bus_health', { ...panel, ...change });
      expect(changed.queryUuid).toBe(queryUuid);
      expect(changed.panelUuid).not.toBe(panelUuid);
    }
  });

  it.each([
    ['queries', { exprs: ['up'] }],
    ['type', { type: 'stat' }],
    ['datasource type', { datasourceType: 'loki' }],
  ])('changes the query_uuid with the %s', (_, change) => {
    const { queryUuid } = identityOf('bus_health', panel);
    expect(identityOf('bus_health', { ...panel, ...change }).queryUuid).not.toBe(queryUuid);
  });

  it('makes the query_uuid of the same text, without title and unit', () => {
    // sha256 of: bus_health{"ds": "prometheus", "exprs": ["up"], "type": "stat"}
    const stat = { ...panel, exprs: ['up'], type: 'stat' };
    expect(identityOf('bus_health', stat).queryUuid).toBe('a73c2b140e73dd62');
  });
});
