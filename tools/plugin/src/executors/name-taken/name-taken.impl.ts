import { nameTakenProblem, printProblems, type NameTaken } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';

/** The executor `@g6/plugin:name-taken`: fails, and says which other project has the name. */
export default executor<NameTaken>((taken) => printProblems([nameTakenProblem(taken)], nxShell()));
