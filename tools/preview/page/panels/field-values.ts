import {
  type DataFrame,
  type DisplayValue,
  type Field,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  getFieldDisplayValues,
  type FieldDisplay,
  type GrafanaTheme2,
  reduceField,
} from '@grafana/data';
import type { PanelView } from './panel-view';

/** A field of numbers with its name. */
export interface NumberField {
  readonly field: Field<number | null>;
  readonly time: Field<number> | undefined;
  readonly frame: DataFrame;
  readonly name: string;
}

/** The fields of numbers of all frames, those hidden aside. */
export function numberFields(frames: readonly DataFrame[]): NumberField[] {
  return frames.flatMap((frame) =>
    frame.fields
      .filter(({ type, config }) => {
        const custom = config.custom as { hideFrom?: { viz?: boolean } } | undefined;
        return type === FieldType.number && custom?.hideFrom?.viz !== true;
      })
      .map((field) => ({
        field: field as Field<number | null>,
        time: frame.fields.find(({ type }) => type === FieldType.time),
        frame,
        name: getFieldDisplayName(field, frame, [...frames]),
      })),
  );
}

/** A value with the unit, colour and mappings of its field. */
export function displayOf(field: Field, value: unknown, theme: GrafanaTheme2): DisplayValue {
  return (field.display ?? getDisplayProcessor({ field, theme }))(value);
}

/** A value as text. */
export function textOf(field: Field, value: unknown, theme: GrafanaTheme2): string {
  return formattedValueToString(displayOf(field, value, theme));
}

/** The last value of a field that is one. */
export function lastValue(field: Field): number | undefined {
  const { lastNotNull } = reduceField({ field, reducers: ['lastNotNull'] });
  return typeof lastNotNull === 'number' ? lastNotNull : undefined;
}

/** The colour of a series. */
export function colorOf(field: Field, theme: GrafanaTheme2): string {
  const { color } = displayOf(field, lastValue(field), theme);
  return color ?? theme.visualization.getColorByName('green');
}

/** The values that panels of single values show. */
export function singleValues(
  { panel, frames, theme }: PanelView,
  sparkline: boolean,
): FieldDisplay[] {
  const { reduceOptions = { calcs: ['lastNotNull'] } } = (panel.options ?? {}) as {
    reduceOptions?: { calcs: string[] };
  };
  return getFieldDisplayValues({
    data: [...frames],
    fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    reduceOptions,
    replaceVariables: (text) => text,
    theme,
    sparkline,
  });
}
