export { type Sample, sampleBasis, type WriteYaml } from './sample-context';
export { sampleDashboard } from './sample-dashboard';
export { anySample } from './spec-arbitrary';
