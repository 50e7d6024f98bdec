export { type GrafanaBehaviour } from './behaviour';
export type { Disturbance, ReceivedRequest } from './exchange';
export { filledIn, savedByPage } from './fill-in';
export { type LiveProcess, startLive } from './live-process';
export { LIVE_SPEC, type LiveResult, LiveWorkspace } from './live-workspace';
export { StandInGrafana } from './stand-in-grafana';
export type { DoneWrite, Json } from './stored-dashboard';
export { useLive } from './use-live';
