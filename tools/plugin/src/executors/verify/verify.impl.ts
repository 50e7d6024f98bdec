import { executor } from '../executor';
import { verifyOne } from './verify';

/** The executor `@g6/plugin:verify`. */
export default executor(verifyOne);
