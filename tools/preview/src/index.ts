/** The public API of `@g6/preview`; `@g6/dashboards` loads it by the type `PreviewPackage`. */
export { Chromium, findChromium } from './browser/chromium';
export { chromiumMissing, takePictures } from './browser/take-pictures';
export { pictureReview } from './report/picture-review';
export { renderReview } from './report/render-review';
export { servePreview } from './server/serve-preview';
