import { createRoot } from 'react-dom/client';
import { App } from './app';
import { fillRegistries } from './field-registry';
import { serverApi } from './preview-api';

fillRegistries();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App api={serverApi} />);
