import { renderTextPanelMarkdown } from '@grafana/data';
import type { Panel } from '../../src/dashboard/dashboard-model';

/** Text of a panel; Grafana's library takes out of Markdown and HTML whatever could run or load. */
export function TextPanel({ panel }: { readonly panel: Panel }) {
  const { content = '', mode } = (panel.options ?? {}) as { content?: string; mode?: string };
  if (mode === 'code') return <pre className="text">{content}</pre>;
  const html = withoutLoading(renderTextPanelMarkdown(content));
  return (
    <div className="text" tabIndex={0} role="document" dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** Images and the like would call other servers; links stay, and open apart from the preview. */
function withoutLoading(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll(
    'img,video,audio,source,iframe,object,embed,form,style,link,meta,base',
  )) {
    element.replaceWith(element.getAttribute('alt') ?? '');
  }
  for (const element of parsed.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const isLink = name === 'href' && /^(?:https?:|mailto:|#)/i.test(value);
      if (!isLink && !['class', 'title', 'align', 'start', 'colspan', 'rowspan'].includes(name)) {
        element.removeAttribute(name);
      }
    }
  }
  for (const link of parsed.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return parsed.body.innerHTML;
}
