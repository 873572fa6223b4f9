// Puts the program in the place of the script that starts it, which saves the start of Node at every run. It is a
// convenience: whatever is in the way, the script stays and works.
"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");

const script = path.join(__dirname, "bin", "paddock");
const temporary = `${script}.${process.pid}`;

/** Whether the file is our script, or the program from an earlier run of this one. */
const isOurs = (program) => {
  const file = fs.lstatSync(script);
  if (!file.isFile()) return false;
  const { dev, ino } = fs.statSync(program);
  if (file.dev === dev && file.ino === ino) return false; // Nothing left to do.
  return fs.readFileSync(script, "utf8").startsWith("#!/usr/bin/env node\n// Starts the program of this system.");
};

// Other package managers start what `bin` names with node.
if (/^npm\//.test(process.env.npm_config_user_agent || "")) {
  try {
    const program = require("./program.js")();
    // A damaged program, or one of another version, must not take the script's place: the script can tell what is wrong.
    const version = execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
    if (version === require("./package.json").version && isOurs(program)) {
      fs.linkSync(program, temporary);
      fs.renameSync(temporary, script);
    }
  } catch (error) {
    const reason = String(error.message).split("\n")[0];
    console.error(`paddock: each run will start Node first, as the program could not be put in place: ${reason}`);
    fs.rmSync(temporary, { force: true });
  }
}
