import { batchExecutor } from '../executor';
import { generateOne } from './generate';

/** The executor `@g6/plugin:generate` for a batch of tasks. */
export default batchExecutor(generateOne);
