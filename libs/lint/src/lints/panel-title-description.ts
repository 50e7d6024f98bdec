import { isRow } from '../panel-queries';
import type { Lint } from '../lint';

/** A reader who does not know the metric has only these two to go by. */
export const panelTitleDescription: Lint = {
  name: 'panel-title-description',
  severity: 'warning',
  description: 'Every panel has a title and a description.',
  check: ({ dashboards }) =>
    dashboards.flatMap(({ slug, panels }) =>
      panels
        .filter((panel) => !isRow(panel))
        .flatMap((panel) => {
          const described = (panel.description ?? '').trim() !== '';
          // Another lint finds a metric without help.
          const found = panel.metric !== undefined && (panel.metric.help ?? '').trim() === '';
          const missing = [
            panel.title.trim() === '' ? 'title' : '',
            described || found ? '' : 'description',
          ].filter((part) => part !== '');
          if (missing.length === 0) return [];
          const message = `the panel "${panel.title}" of "${slug}" has no ${missing.join(' and no ')}`;
          return [{ place: panel.place, slug, message }];
        }),
    ),
};
