import { text } from './option-properties';

/** How a server is reached. */
export const SERVER_OPTIONS = {
  tokenEnv: text('Environment variable that holds a bearer token.'),
  tokenFile: text('File that holds a bearer token, from the workspace root.'),
  user: text('User of basic auth.'),
  passwordEnv: text('Environment variable that holds the password.'),
  passwordFile: text('File that holds the password, from the workspace root.'),
  header: {
    type: 'array',
    items: { type: 'string' },
    description: 'Headers of requests, each "Name: value".',
  },
  cert: text('Client certificate, PEM, from the workspace root.'),
  key: text('Key of the client certificate, PEM, from the workspace root.'),
  ca: text('Further certificate authority to trust, PEM, from the workspace root.'),
} as const;
