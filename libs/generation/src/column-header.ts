/** The header of a table's column: `shard_id` becomes `Shard id`. */
export function columnHeader(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');
}
