import { templateText } from './template-text';

describe('templateText', () => {
  it.each([
    'no braces',
    'at {{ $value }} on {{$labels.bus}}',
    '{{ $value | humanize }}{{ if gt $value 1.0 }}!{{ end }}',
    '{{- range $i, $x := query "up" }}{{ $i }}{{ $x.Value }}{{ end -}}',
    '{{ "{{" }}',
    '{{ printf "%.2f of $x" $value }}',
    '{{/* a note */}}',
  ])('keeps %s', (text) => {
    expect(templateText(text)).toBe(text);
  });

  it.each([
    ['{{ braces }}', '{{ "{{" }} braces }}'],
    ['open {{ only', 'open {{ "{{" }} only'],
    ['{{}}', '{{ "{{" }}}}'],
    ['{{ $nobody }}', '{{ "{{" }} $nobody }}'],
    ['{{ $value }', '{{ "{{" }} $value }'],
  ])('escapes %s', (text, escaped) => {
    expect(templateText(text)).toBe(escaped);
  });
});
