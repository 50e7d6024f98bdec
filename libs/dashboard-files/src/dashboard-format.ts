import type { DashboardJson } from '@g6/generation';
import type { DashboardContent } from './dashboard-file';

/** The content of a text; without content, `fault` says why, with content, what it lacks. */
export type FormatReading =
  | { readonly content: DashboardContent; readonly fault: string | undefined }
  | { readonly content: undefined; readonly fault: string };

/** A file format of dashboards: the only code that knows how a dashboard stands in a text. */
export interface DashboardFormat {
  /** The file name without its extension. */
  readonly name: string;
  /** The end of the name of a dashboard's file, with its dot. */
  readonly extension: string;
  /** Writes a dashboard with our metadata under a key; the same dashboard gives the same bytes. */
  readonly encode: (dashboard: DashboardJson, metaKey: string) => string;
  /** Reads any text: one that is not a dashboard of this format is data, never an exception. */
  readonly decode: (text: string, metaKey: string) => FormatReading;
}
