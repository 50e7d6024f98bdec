import { classicJson } from './classic-json';
import type { DashboardFormat } from './dashboard-format';

/**
 * Every file format, in the order in which decoding tries those with the extension of a file. Generation
 * writes the first.
 */
export const FORMATS: readonly [DashboardFormat, ...DashboardFormat[]] = [classicJson];
