'use strict';
// Prints the days that stand in YAML files and have passed, one a line: node passed-days.js SPEC
// It is an input of the target lint, whose findings change when a day passes and no file does. Any
// date counts, wherever it stands: that is quicker than to parse a spec, and misses none.
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const DAY = /\d{4}-\d{2}-\d{2}/g;

function filesOf(path) {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
    return names.map((name) => join(path, name));
  } catch {
    // That there is no spec is for lint to say.
    return [];
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const today = new Date().toISOString().slice(0, 10);
const days = filesOf(process.argv[2] ?? '').flatMap((path) => textOf(path).match(DAY) ?? []);
const passed = [...new Set(days)].filter((day) => day < today).sort();
process.stdout.write(passed.map((day) => `${day}\n`).join(''));
