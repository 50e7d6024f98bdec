import type { GenerationOptions } from '@g6/generation';
import { compareText, hasErrors, type Problem } from '@g6/problems';
import type { ExportContent, Exported, ExportedFile } from './export-content';
import { type ExportSettings, settingProblems } from './export-options';
import { type Folders, foldersOf } from './folders';
import { writeConfigMaps } from './forms/config-map';
import { writeGitSync } from './forms/git-sync';
import { writeOperator } from './forms/operator';
import { writePerses } from './forms/perses';
import { writePrometheusRules } from './forms/prometheus-rule';
import { writeResources } from './forms/resource';
import { writeTerraform } from './forms/terraform';

/** What decides the names in an export, besides its settings. */
export type ExportNames = Pick<GenerationOptions, 'metaKey' | 'uidPrefix'>;

/**
 * Writes dashboards, or rules, in the form that the settings ask for. The same dashboards give the same
 * files, in the order of their paths. No file is given while a problem refuses the export.
 */
export function exportDashboards(
  content: ExportContent,
  settings: ExportSettings,
  names: ExportNames,
): Exported {
  const refused = settingProblems(settings);
  if (refused.length > 0) return { files: [], problems: refused };
  const dashboards = [...content.dashboards].sort((a, b) => compareText(a.slug, b.slug));
  const folders = foldersOf(dashboards, settings.folder, names.uidPrefix);
  const written = writeForm({ ...content, dashboards }, settings, names, folders);
  const problems: readonly Problem[] = [...folders.problems, ...written.problems];
  if (hasErrors(problems)) return { files: [], problems };
  return { files: inOrder(written.files), problems };
}

function writeForm(
  content: ExportContent,
  settings: ExportSettings,
  { metaKey, uidPrefix }: ExportNames,
  folders: Folders,
): Exported {
  const context = { settings, metaKey };
  switch (settings.format) {
    case 'resource':
    case 'resource-v2':
      return writeResources(content, context, folders);
    case 'git-sync':
      return writeGitSync(content, context, folders);
    case 'operator':
      return writeOperator(content, context, folders);
    case 'configmap':
      return writeConfigMaps(content, context, folders);
    case 'prometheus-rule':
      return writePrometheusRules(content, context, uidPrefix);
    case 'perses':
      return writePerses(content, context);
    case 'terraform':
      return writeTerraform(content, context, folders);
  }
}

function inOrder(files: readonly ExportedFile[]): readonly ExportedFile[] {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}
