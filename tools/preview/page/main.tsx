import './style-nonce';
import { createRoot } from 'react-dom/client';
import type { ReviewData } from '../src/report/review-data';
import { App } from './app';
import { IS_PICTURE } from './clock';
import { provideIcons } from './component-icons';
import { fillRegistries } from './field-registry';
import { serverApi } from './preview-api';
import { ReviewPage } from './review-page';

fillRegistries();
provideIcons();
document.documentElement.toggleAttribute('data-picture', IS_PICTURE);
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
