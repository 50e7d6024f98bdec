export {
  ExpositionReader,
  type ExpositionOptions,
  type ExpositionReading,
  LONGEST_EXPOSITION,
  readExposition,
} from './exposition/exposition-reader';
export {
  FOUND_TYPES,
  type FoundLabel,
  type FoundMetric,
  type FoundType,
  isPlainLabelName,
  isPlainMetricName,
  MOST_VALUES,
} from './found-metric';
export { MOST_PROBLEMS } from './problem-list';
