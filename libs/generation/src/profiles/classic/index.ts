import { alertsAggregateSource } from '../../sources/alerts-aggregate';
import { crossMetricSource } from '../../sources/cross-metric';
import { planSource } from '../../sources/plan';
import { specSource } from '../../sources/spec';
import { divideIntoBlocks } from '../../plan-parts/blocks';
import { PLAIN_STYLE } from '../../presentation/presentation-style';
import { automaticQuantiles } from '../../rule-usage';
import type { Profile } from '../profile';
import { alertPreviewSource } from './alert-preview';
import { autoInfoSource } from './auto-info';
import { autoStatesetSource } from './auto-stateset';
import { autoSummarySource } from './auto-summary';
import {
  autoHistQuantileSource,
  autoLabelSplitSource,
  autoRateSource,
  autoTopkSource,
  placeholderSource,
} from './automatic';
import { governanceSummarySource } from './governance-summary';

/** The panels of sections 2 to 4 of the contract; the default, whose bytes and identities are kept. */
export const CLASSIC: Profile = {
  name: 'classic',
  meaning: 'the panels that the contract lists, in two columns, up to the caps',
  sources: [
    planSource,
    specSource,
    autoRateSource,
    autoHistQuantileSource,
    autoTopkSource,
    autoLabelSplitSource,
    autoSummarySource,
    autoInfoSource,
    autoStatesetSource,
    placeholderSource,
    alertsAggregateSource,
    governanceSummarySource,
    crossMetricSource,
    alertPreviewSource,
  ],
  completePlan: (plan) => plan,
  refine: (drafts) => drafts,
  reads: automaticQuantiles,
  capped: true,
  divide: divideIntoBlocks,
  layout: { panelWidth: 12, panelHeight: 8, fillsLines: false },
  style: PLAIN_STYLE,
};
