export { addVerify } from './commands/verify';
