import type { Problem } from '@g6/problems';
import type { FilePanel } from '@g6/dashboard-files';
import type { Review } from '@g6/inventory';
import type { PrometheusReads } from '../files/prometheus-reads';
import type { PreviewCatalogue, PreviewSource } from './preview-source';

/** Options of a preview server. */
export interface PreviewOptions {
  readonly source: PreviewSource;
  /** The Prometheus to read from; undefined for synthetic data. */
  readonly prometheus?: Pick<PrometheusReads, 'host' | 'read'> | undefined;
  /** Port on loopback; 0 for any free one. */
  readonly port: number;
}

/** A preview server that runs until it is closed. */
export interface PreviewServer {
  readonly url: string;
  /** Tells open pages that the inputs changed. */
  readonly announce: () => void;
  readonly close: () => Promise<void>;
}

/** Pictures of dashboards to take. */
export interface PictureOptions {
  readonly source: PreviewSource;
  readonly prometheus?: PreviewOptions['prometheus'];
  /** Folder that gets `<slug>.png`. */
  readonly folder: string;
  readonly slugs: readonly string[];
  readonly theme: 'light' | 'dark';
  /** Width of the page in pixels. */
  readonly width: number;
  /** Undefined for the range of each dashboard. */
  readonly range: PictureRange | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A time range: Grafana's notation (`now-6h`), or milliseconds since 1970. */
export interface PictureRange {
  readonly from: string;
  readonly to: string;
}

/** A panel as a review has it. */
export type ReviewedPanel = FilePanel;

/** A review to draw. */
export interface ReviewInput {
  readonly review: Review;
  /** The commit that was compared with. */
  readonly revision: string;
  /** The series that data is made up for. */
  readonly catalogue: PreviewCatalogue;
}

/** The exports of `@g6/preview`, which is installed on its own. */
export interface PreviewPackage {
  readonly servePreview: (options: PreviewOptions) => Promise<PreviewServer>;
  /** Writes PNG files and returns their paths, or why there are none. */
  readonly takePictures: (options: PictureOptions) => Promise<{
    readonly problems: readonly Problem[];
    readonly written: readonly string[];
  }>;
  /** Draws a review as one HTML file. */
  readonly renderReview: (input: ReviewInput) => string;
  /** Writes a PNG of each panel of a drawn review, before and after. */
  readonly pictureReview: (
    html: string,
    folder: string,
  ) => ReturnType<PreviewPackage['takePictures']>;
}
