import { STANDARD_PROFILE } from '@g6/dashboards';

/** @type {readonly import('@g6/dashboards').Profile[]} */
export const profiles = [
  {
    ...STANDARD_PROFILE,
    name: 'wall',
    meaning: 'fewer and larger panels',
    layout: { ...STANDARD_PROFILE.layout, panelWidth: 12 },
  },
];
