import type { ImportForm } from '@g6/import';
import { fetchText, type FetchOptions, isUrl } from '../files/fetch-text';
import { fileNamesIn, kindOfPath } from '../files/read-inputs';
import { readText } from '../files/read-text';

/**
 * The form of import that fits a source: a URL is that of Prometheus if its API answers there, or
 * else of a metrics endpoint; a file is judged by its name and its content.
 */
export async function sourceForm(source: string, options: FetchOptions = {}): Promise<ImportForm> {
  if (isUrl(source)) return urlForm(source, options);
  if (source === '-') return 'metrics';
  if (kindOfPath(source) === 'folder') {
    return fileNamesIn(source).some((name) => name.endsWith('.json')) ? 'dashboards' : 'semconv';
  }
  if (/\.json$/i.test(source)) return 'dashboards';
  if (!/\.ya?ml$/i.test(source)) return 'metrics';
  const text = readText(source).text ?? '';
  if (/[\s{,](?:alert|record):/.test(text)) return 'rules';
  return /[\s{,](?:metric_name|instrument):/.test(text) ? 'semconv' : 'dashboards';
}

async function urlForm(source: string, options: FetchOptions): Promise<ImportForm> {
  if (new URL(source).pathname.endsWith('/metrics')) return 'metrics';
  const base = source.endsWith('/') ? source.slice(0, -1) : source;
  const { text } = await fetchText(`${base}/api/v1/status/buildinfo`, 'application/json', options);
  return text?.trimStart().startsWith('{"status":"success"') === true ? 'prometheus' : 'metrics';
}
