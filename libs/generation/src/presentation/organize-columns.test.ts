import { organizeColumns } from './organize-columns';

describe('organizeColumns', () => {
  it('orders and names the columns by the names that the datasource gives them', () => {
    const { id, options } = organizeColumns([
      { field: 'bus', header: 'Bus' },
      { field: 'Value', header: 'Events' },
    ]);
    expect(id).toBe('organize');
    expect(options.indexByName).toEqual({ bus: 0, Value: 1 });
    expect(options.renameByName).toEqual({ bus: 'Bus', Value: 'Events' });
  });

  it('hides the time and the name of the metric', () => {
    expect(organizeColumns([]).options.excludeByName).toEqual({ Time: true, __name__: true });
  });
});
