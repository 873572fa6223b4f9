#!/usr/bin/env node
// Starts the program of this system. Under npm, install.js puts the program itself in the place of this file.
"use strict";

const { spawnSync } = require("child_process");

const fail = (sentence) => {
  console.error(`paddock: ${sentence}`);
  process.exit(2);
};

let program;
try {
  program = require("../program.js")();
} catch (error) {
  fail(error.message);
}
const { status, signal, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) fail(`${program} cannot be started (${error.code}); install paddock-cli again`);
if (signal) process.kill(process.pid, signal);
process.exitCode = status === null ? 2 : status;
