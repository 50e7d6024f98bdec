import { executor } from '../executor';
import { writeRules } from './rules';

/** The executor `@g6/plugin:rules`. */
export default executor(writeRules);
