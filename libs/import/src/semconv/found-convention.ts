import type { FoundLabel, FoundMetric } from '../found-metric';

/** How metrics and attributes are named in Prometheus. */
export type Naming = 'prometheus' | 'otel';

/** How strongly a convention asks for an attribute. */
export const REQUIREMENTS = [
  'required',
  'conditionally_required',
  'recommended',
  'opt_in',
] as const;

/** One of {@link REQUIREMENTS}. */
export type Requirement = (typeof REQUIREMENTS)[number];

/** Why a metric, an attribute or a value should not be used any more. */
export interface Deprecation {
  /** The replacement. */
  readonly renamedTo?: string;
  readonly note?: string;
}

/** A metric that a registry of OpenTelemetry defines, as Prometheus stores it. */
export interface ConventionMetric extends FoundMetric {
  /** The name in the registry. */
  readonly otelName: string;
  readonly instrument: string;
  readonly note?: string;
  readonly stability?: string;
  readonly deprecated?: Deprecation;
  readonly labels: readonly ConventionLabel[];
}

/** An attribute of a metric, as a label. Its values are those of an enumeration. */
export interface ConventionLabel extends FoundLabel {
  /** The name in the registry. */
  readonly otelName: string;
  readonly requirement: Requirement;
  /** When an attribute that is not always required is. */
  readonly condition?: string;
  readonly stability?: string;
  readonly deprecated?: Deprecation;
}
