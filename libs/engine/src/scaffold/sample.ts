import sampleSpec from './sample-spec.yml';

/** A spec for a workspace that has none to begin with. */
export const SAMPLE_SPEC: string = sampleSpec;
/** The slug of the plan that shows the sample. */
export const SAMPLE_SLUG = 'service_overview';
