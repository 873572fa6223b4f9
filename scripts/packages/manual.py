"""Writes the manual page from what the program says of its own commands.

Arguments: the program, the page to write.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from release import DESCRIPTION, VERSION, date

ENVIRONMENT = """
Every option with a name in capitals in its text can be set by that variable. The option wins over the variable, the
variable over paddock.toml. NO_COLOR, CLICOLOR_FORCE and TERM=dumb are honoured.
"""
EXIT_STATUS = [
    ("0", "Nothing at or above the severity of --fail-on; for ready, every environment is ready."),
    ("1", "Findings; for ready, an environment is not ready, or it is not known."),
    ("2", "The job could not be done."),
]
FILES = [
    ("paddock.toml", "Settings of a project."),
    ("paddock.baseline", "Findings that are accepted."),
    ("paddock.state.json", "What is deployed: names, never values."),
]


def escaped(text):
    """Text for roff: no line of it is a command, and hyphens are those of the keyboard."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.strip().split("\n"))


def paragraphs(text):
    return [line for part in text.split("\n\n") if part.strip() for line in (".PP", escaped(part))]


def spelled(argument, name):
    return ("-" if name["kind"] == "short" else "--") + name["name"]


def term(argument):
    """An argument as it is typed, such as `-o, --output file`."""
    if argument["kind"] == "positional":
        return f"\\fI{escaped(argument['valueName'])}\\fR" + (" ..." if argument["isRepeating"] else "")
    names = ", ".join(f"\\fB{escaped(spelled(argument, name))}\\fR" for name in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} \\fI{escaped(argument['valueName'])}\\fR"


def usage(words, command):
    shown = [a for a in command.get("arguments", []) if a["shouldDisplay"] and not is_common(a)]
    positional = [term(a) if not a["isOptional"] else f"[{term(a)}]" for a in shown if a["kind"] == "positional"]
    options = ["[\\fIoptions\\fR]"] if any(a["kind"] != "positional" for a in shown) else []
    return " ".join([f"\\fB{escaped(' '.join(words))}\\fR", *options, *positional])


def is_common(argument):
    """Those that every command has."""
    return any(name["name"] in ("help", "version") for name in argument.get("names", []))


def joined(arguments):
    """A flag and its opposite, such as `--archives` and `--no-archives`, are told once."""
    result = []
    for argument in arguments:
        if result and argument["kind"] == result[-1]["kind"] == "flag" and argument["abstract"] == result[-1]["abstract"]:
            result[-1] = {**result[-1], "names": result[-1]["names"] + argument["names"]}
        else:
            result.append(argument)
    return result


def listed(arguments):
    lines = []
    for argument in joined(arguments):
        text = argument.get("abstract", "").strip()
        if argument.get("discussion"):
            text += " " + argument["discussion"].strip()
        if argument.get("allValues"):
            text += f" One of {', '.join(argument['allValues'])}." if argument["allValues"][0] not in text else ""
        if argument.get("defaultValue"):
            text += f" The default is {argument['defaultValue']}."
        lines += [".TP", term(argument), escaped(text) or "\\&"]
    return lines


def runnable(words, command):
    """Every command that does something, depth first, with the words that call it."""
    children = [c for c in command.get("subcommands", []) if c["shouldDisplay"] and c["commandName"] != "help"]
    if not children:
        return [(words, command)]
    return [pair for child in children for pair in runnable([*words, child["commandName"]], child)]


def page(root):
    commands = runnable(["paddock"], root)
    lines = [
        f'.TH PADDOCK 1 {time.strftime("%Y-%m-%d", date())} "Paddock {VERSION}" "User Commands"',
        ".SH NAME",
        f"paddock \\- {escaped(root['abstract'][0].lower() + root['abstract'][1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        ".B paddock",
        "[\\fIoptions of check\\fR] [\\fIpath\\fR ...]",
    ]
    for words, command in commands:
        lines += [".br", usage(words, command)]
    lines += [".SH DESCRIPTION", escaped(DESCRIPTION), *paragraphs(root["discussion"]), ".SH COMMANDS"]
    for words, command in commands:
        lines += [f'.SS "{" ".join(words)}"', escaped(command["abstract"])]
        lines += paragraphs(command.get("discussion") or "")
        lines += listed([a for a in command["arguments"] if a["shouldDisplay"] and not is_common(a)])
    lines += [".SH OPTIONS OF ALL COMMANDS", *listed([a for a in root["arguments"] if is_common(a)])]
    lines += [".TP", f"\\fB{escaped('--generate-completion-script')}\\fR \\fIshell\\fR", "Print completions for bash, zsh or fish."]
    lines += [".SH ENVIRONMENT", *paragraphs(ENVIRONMENT)[1:], ".SH FILES"]
    for name, text in FILES:
        lines += [".TP", f"\\fI{escaped(name)}\\fR", escaped(text)]
    lines += [".SH EXIT STATUS"]
    for name, text in EXIT_STATUS:
        lines += [".TP", name, escaped(text)]
    lines += [".SH SEE ALSO", ".BR git (1)"]
    return "\n".join(lines).replace("\n\n", "\n") + "\n"


if __name__ == "__main__":
    dump = subprocess.run([sys.argv[1], "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    Path(sys.argv[2]).write_text(page(json.loads(dump)["command"]))
