/** The bearer token in the variable that an option names; throws if the variable is not set. */
export function tokenIn({ tokenEnv }: { readonly tokenEnv?: string }): string | undefined {
  if (tokenEnv === undefined) return undefined;
  const token = process.env[tokenEnv] ?? '';
  if (token !== '') return token;
  throw new Error(
    `option '--tokenEnv': the environment variable ${tokenEnv} is not set; nothing was written`,
  );
}
