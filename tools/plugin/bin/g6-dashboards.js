#!/usr/bin/env node
'use strict';
// The command of @g6/dashboards. Strict package managers offer only commands of packages that a
// package.json names, and users of Nx name the plugin alone.
const { dirname, join } = require('node:path');
const library = dirname(require.resolve('@g6/dashboards/package.json'));
require(join(library, 'bin/g6-dashboards.js'));
