import { batchExecutor } from '../executor';
import { verifyOne } from './verify';

/** The executor `@g6/plugin:verify` for a batch of tasks. */
export default batchExecutor(verifyOne);
