import type { GrafanaBehaviour } from './behaviour';
import { LiveWorkspace } from './live-workspace';
import { StandInGrafana } from './stand-in-grafana';

/** A workspace and a Grafana of their own for each test of a file. */
export function useLive(behaviour: Partial<GrafanaBehaviour> = {}, spec?: string) {
  let workspace: LiveWorkspace;
  let grafana: StandInGrafana;
  beforeEach(async () => {
    workspace = new LiveWorkspace(spec);
    grafana = await StandInGrafana.start(behaviour);
  });
  afterEach(async () => {
    await grafana.stop();
    workspace.remove();
  });
  return { workspace: () => workspace, grafana: () => grafana };
}
