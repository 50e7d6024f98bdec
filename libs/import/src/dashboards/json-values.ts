/** How JSON of Grafana is read: its values are never taken for what they should be. */
export {
  objectOf,
  objectsOf,
  present,
  type ReadJson as JsonObject,
  textOf,
  without,
} from '@g6/dashboard-files';
