/** Stands for `undici` in the bundle, without its mocks, WebSockets, caches and fetch. */
const request = require('undici/lib/api/api-request.js');

module.exports = {
  EnvHttpProxyAgent: require('undici/lib/dispatcher/env-http-proxy-agent.js'),
  interceptors: { retry: require('undici/lib/interceptor/retry.js') },
  request: (url, { dispatcher, ...options }) =>
    request.call(dispatcher, { ...options, origin: url.origin, path: url.pathname + url.search }),
};
