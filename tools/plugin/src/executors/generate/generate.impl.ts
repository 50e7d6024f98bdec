import { executor } from '../executor';
import { generateOne } from './generate';

/** The executor `@g6/plugin:generate`. */
export default executor(generateOne);
