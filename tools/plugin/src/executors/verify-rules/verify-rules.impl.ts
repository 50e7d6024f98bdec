import { executor } from '../executor';
import { verifyRules } from '../rules/rules';

/** The executor `@g6/plugin:verify-rules`. */
export default executor(verifyRules);
