import { createRoot } from 'react-dom/client';
import type { ReviewData } from '../src/report/review-data';
import { App } from './app';
import { fillRegistries } from './field-registry';
import { serverApi } from './preview-api';
import { ReviewPage } from './review-page';

fillRegistries();
const root = document.getElementById('root');
// A review has its data in the file; a preview asks its server.
const review = document.getElementById('review-data')?.textContent;
if (root) {
  const page =
    review == null ? (
      <App api={serverApi} />
    ) : (
      <ReviewPage data={JSON.parse(review) as ReviewData} />
    );
  createRoot(root).render(page);
}
