import { executor } from '../executor';
import { generateAll, type GenerateAllOptions } from '../generate-all/generate-all';

/** The executor `@g6/plugin:manifest`. */
export default executor<GenerateAllOptions>((options, { root }) =>
  generateAll(options, root, 'manifest'),
);
