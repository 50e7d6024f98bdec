export {
  type ApiRequest,
  instantQuery,
  labelNames,
  labelValues,
  metadataOfMetrics,
  rangeQuery,
  requestKey,
  ruleGroups,
  type TimeSpan,
} from './api-request';
export {
  type ApiAnswer,
  type ApiFailure,
  type Ask,
  type FailureKind,
  isOfServer,
  readEnvelope,
  wholeIfEmpty,
  wholeOnly,
} from './api-answer';
export {
  readMatrix,
  readMetricTypes,
  readNames,
  readRuleQueries,
  readVector,
  type RangeSeries,
  type Reading,
  type Sample,
  type SeriesLabels,
} from './read-answers';
export {
  authorizationOf,
  basicAuthorization,
  serverAddress,
  type ServerAddress,
} from './server-address';
