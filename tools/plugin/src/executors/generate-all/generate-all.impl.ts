import { executor } from '../executor';
import { generateAll, type GenerateAllOptions } from './generate-all';

/** The executor `@g6/plugin:generate-all`. */
export default executor<GenerateAllOptions>((options, { root, target }) => {
  const { slug } = (target?.options ?? {}) as Partial<GenerateAllOptions>;
  return generateAll(options, root, 'all', slug);
});
