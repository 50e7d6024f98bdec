#!/usr/bin/env node
'use strict';
const { join } = require('node:path');
const { runBundle } = require('./run-bundle.js');

runBundle(join(__dirname, '../dist/cli.js'));
