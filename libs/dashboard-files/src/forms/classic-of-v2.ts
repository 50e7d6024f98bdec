import { SCHEMA_VERSION } from '@g6/model';
import type { JsonObject } from '@g6/generation';
import { objectOf, objectsOf, present, type ReadJson, textOf, without } from '../json-values';
import { classicPanels } from './v2-layout';
import type { PanelNotes } from './panel-notes';
import { classicAnnotationOfV2, classicVariableOfV2 } from './v2-parts';
import { CURSOR_SYNC, numberOfWord, REFRESH_INTERVALS } from './v2-words';

/**
 * Brings a dashboard of version 2 to the classic form: elements become panels, and rows and tabs become
 * rows. What both can say comes through unchanged.
 */
export function classicOfV2(spec: ReadJson, metaKey: string, notes?: PanelNotes): JsonObject {
  const time = objectOf(spec['timeSettings']);
  return present({
    ...without(spec, MAPPED_KEYS),
    description: textOf(spec['description']),
    graphTooltip: numberOfWord(CURSOR_SYNC, spec['cursorSync']),
    timezone: time['timezone'],
    weekStart: time['weekStart'],
    time: present({ from: time['from'], to: time['to'] }),
    timepicker: timepickerOf(time),
    refresh: time['autoRefresh'],
    fiscalYearStartMonth: time['fiscalYearStartMonth'],
    schemaVersion: SCHEMA_VERSION,
    templating: { list: objectsOf(spec['variables']).map(classicVariableOfV2) },
    annotations: { list: objectsOf(spec['annotations']).map(classicAnnotationOfV2) },
    panels: classicPanels(spec, metaKey, notes),
  });
}

const MAPPED_KEYS = [
  ...[
    'annotations',
    'cursorSync',
    'elements',
    'layout',
    'timeSettings',
    'variables',
    'description',
  ],
];

function timepickerOf(time: ReadJson): JsonObject {
  const intervals = time['autoRefreshIntervals'];
  const usual = JSON.stringify(intervals) === JSON.stringify(REFRESH_INTERVALS);
  return present({
    hidden: time['hideTimepicker'] === true ? true : undefined,
    refresh_intervals: usual ? undefined : intervals,
    quick_ranges: time['quickRanges'],
    nowDelay: time['nowDelay'],
  });
}
