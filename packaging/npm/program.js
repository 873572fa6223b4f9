"use strict";

/** The path of the program for this system. Throws an error whose message is a sentence when there is none. */
module.exports = () => {
  const name = `paddock-cli-${process.platform}-${process.arch}`;
  const { optionalDependencies } = require("./package.json");
  if (!(name in optionalDependencies)) {
    const systems = Object.keys(optionalDependencies).map((one) => one.replace("paddock-cli-", ""));
    const hint = process.platform === "win32" ? "; it runs in WSL" : "";
    throw new Error(`there is no build for ${process.platform}-${process.arch}, only for ${systems.join(", ")}${hint}`);
  }
  try {
    return require.resolve(`${name}/paddock`);
  } catch {
    throw new Error(
      `the package ${name} is missing; install again without --omit=optional`,
    );
  }
};
