#!/usr/bin/env node
'use strict';
// Node.js 22.1 and later keep what they compile; Node.js 20 compiles it at each start.
require('node:module').enableCompileCache?.();
require('../dist/cli.js').main();
