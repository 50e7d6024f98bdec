import { authorizationOf, serverAddress } from './server-address';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('serverAddress', () => {
  it('parts credentials from the address, and keeps its path', () => {
    const { base, authorization } = serverAddress('https://me:p%40ss@host.example/prom?a=1#b');
    expect(base.href).toBe('https://host.example/prom/');
    expect(authorization).toBe(basic('me:p@ss'));
  });

  it('has no authorization without a user', () => {
    expect(serverAddress('http://host.example')).toMatchObject({ authorization: undefined });
  });

  it('takes a percent sign that encodes nothing for itself', () => {
    expect(authorizationOf(new URL('http://a%zz:100%@host.example'))).toBe(basic('a%zz:100%'));
  });
});
