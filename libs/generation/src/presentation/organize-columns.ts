import type { TableColumn } from '../panel-draft';
import type { OrganizeTransformation } from './panel-presentation';

/** Fields of every instant query that say nothing to a reader. */
const HIDDEN = { Time: true, __name__: true };

/** Shows the columns in their order under their headers, without the time and the metric's name. */
export function organizeColumns(columns: readonly TableColumn[]): OrganizeTransformation {
  return {
    id: 'organize',
    options: {
      excludeByName: HIDDEN,
      indexByName: Object.fromEntries(columns.map(({ field }, index) => [field, index])),
      renameByName: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    },
  };
}
