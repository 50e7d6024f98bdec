/** Stands for `undici` in the bundle, without its mocks, WebSockets, caches and fetch. */
const connect = require('undici/lib/api/api-connect.js');
const request = require('undici/lib/api/api-request.js');
const Dispatcher = require('undici/lib/dispatcher/dispatcher.js');

// The whole package adds its methods in the same way; a proxy opens its tunnels with this one.
Dispatcher.prototype.connect = connect;

module.exports = {
  EnvHttpProxyAgent: require('undici/lib/dispatcher/env-http-proxy-agent.js'),
  interceptors: { retry: require('undici/lib/interceptor/retry.js') },
  request: (url, { dispatcher, ...options }) =>
    request.call(dispatcher, { ...options, origin: url.origin, path: url.pathname + url.search }),
};
