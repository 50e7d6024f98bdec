/** Whether someone is there to answer, by the same signs that Nx goes by. */
export function mayAsk(): boolean {
  const { CI, NX_INTERACTIVE } = process.env;
  return process.stdout.isTTY && CI !== 'true' && NX_INTERACTIVE !== 'false';
}
