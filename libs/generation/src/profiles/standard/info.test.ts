import { standardPanels } from '../../../testing/standard-panels';

it('info is a table of labels, with those of the target first', () => {
  const metrics = [{ name: 'build', type: 'info', labels: ['version'] }];
  const [panel] = standardPanels({ metrics });
  expect(panel).toMatchObject({
    source: 'info',
    type: 'table',
    title: 'Build, details',
    queries: [{ expr: 'max by (job, instance, version) (build)' }],
    columns: [{ field: 'job' }, { field: 'instance' }, { field: 'version' }],
  });
});
