/**
 * Stands for `node:child_process` in the bundles. Node.js takes 5 ms to load it, and hardly a command
 * starts another program: it is loaded when the first one does.
 */
const real = () => process.getBuiltinModule('node:child_process');

module.exports = {
  get spawn() {
    return real().spawn;
  },
  get spawnSync() {
    return real().spawnSync;
  },
};
