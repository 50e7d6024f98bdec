#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { optimizeLate } = require('./optimize-late.js');
const { loadBundle } = require('./load-bundle.js');

const { main } = loadBundle(join(__dirname, '../dist/cli.js'));
optimizeLate();
main();
