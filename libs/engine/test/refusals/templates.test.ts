import { reportOf } from '../../testing/report-of';

/** The report on the summary, as written after `summary:`, of an alert with this expression. */
const summary = (written: string, expr = 'x > 1') =>
  reportOf({
    'spec.yml': `version: 1
families:
  bus:
    metrics:
      - name: x
        type: gauge
        labels: [bus, instance]
        alerts:
          - alert: A
            expr: ${expr}
            summary: ${written}
`,
  });

describe('templates in the texts of an alert', () => {
  it.each([
    "'{{ $labels.bus }} is at {{ $value | humanize }}'",
    `'{{ with printf "x{bus=''%s''}" .Labels.bus | query }}{{ . | first | value }}{{ end }}'`,
    `'see {{ externalURL }}/graph?g0.expr={{ urlquery "x > 1" }} {{- /* c */ -}} z'`,
    `'{{ index $labels "bus.name" }} in {{ $externalLabels.cluster }}'`,
    '\'{{ range query "up" }}{{ .Labels.instance }}{{ end }}\'',
    '"line one\\nline {{ $value }}\\nliteral $x {{ `{{` }}"',
    `'{{ reReplaceAll "(.*):.*" "$1" $labels.instance }}'`,
    'a }} b {',
  ])('may be %s', (written) => {
    expect(summary(written)).toBe('no problems');
  });

  it('name only what Prometheus knows', () => {
    expect(summary("'{{ $lables.bus }} typo'")).toMatchInlineSnapshot(`
     "spec.yml:11:26: error: the template has no variable "$lables" [template-syntax]
       hint: did you mean "$labels"?
     1 error"
    `);
    expect(summary("'{{ humanise $value }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:26: error: Prometheus has no template function "humanise" [template-syntax]
       hint: did you mean "humanize"?
     1 error"
    `);
    expect(summary("'{{ $value | humanise }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:35: error: Prometheus has no template function "humanise" [template-syntax]
       hint: did you mean "humanize"?
     1 error"
    `);
    expect(summary("'{{ .Vale }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:26: error: the data of an alert has no field "Vale" [template-syntax]
       hint: did you mean "Value"?
     1 error"
    `);
  });

  it('are closed, and close nothing else', () => {
    expect(summary("'{{ if $value }} no end'")).toMatchInlineSnapshot(`
     "spec.yml:11:23: error: {{ if }} has no {{ end }} [template-syntax]
     1 error"
    `);
    expect(summary("'{{ end }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:23: error: unexpected {{ end }} [template-syntax]
     1 error"
    `);
    expect(summary("'{{ $value }'")).toMatchInlineSnapshot(`
     "spec.yml:11:33: error: unexpected "}" [template-syntax]
     1 error"
    `);
    expect(summary("'{{ $value'")).toMatchInlineSnapshot(`
     "spec.yml:11:23: error: the action is not closed with }} [template-syntax]
     1 error"
    `);
  });

  it('read labels by names that a field can have', () => {
    expect(summary("'{{ $labels.instance-name }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:42: error: unexpected "-"; write index $labels "the-name" [template-syntax]
     1 error"
    `);
    expect(summary(`'{{ $labels["bus"] }}'`)).toMatchInlineSnapshot(`
     "spec.yml:11:33: error: unexpected "["; write index $labels "the-name" [template-syntax]
     1 error"
    `);
  });

  it('are found wanting if the expression does not keep a label', () => {
    expect(summary("'{{ $labels.bus }} gone'", 'sum(x) > 1')).toMatchInlineSnapshot(`
     "spec.yml:11:33: warning: the label "bus" is always empty here: the expression of "A" does not keep it [template-label]
     1 warning"
    `);
    expect(summary("'{{ $labels.alertname }}'")).toMatchInlineSnapshot(`
     "spec.yml:11:33: warning: the label "alertname" is always empty here: the expression of "A" does not keep it [template-label]
     1 warning"
    `);
    expect(summary("'{{ $labels.bus }} gone'", 'sum by (bus) (x) > 1')).toBe('no problems');
  });

  it('are shown at their place in every style of YAML', () => {
    expect(summary('>-\n              the bus\n              is at {{ value $value | foo }}'))
      .toMatchInlineSnapshot(`
     "spec.yml:13:39: error: Prometheus has no template function "foo" [template-syntax]
     1 error"
    `);
  });
});
