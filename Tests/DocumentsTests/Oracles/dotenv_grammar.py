"""What dotenv 16.3.1 makes of a file, as one grammar for Python's `re`.

Reads one document per line on standard input, as hexadecimal UTF-8. Prints for each the assignments in order, as
`key=value` pairs in hexadecimal, separated by commas.
"""

import re
import sys

# White space and line ends are those of ECMAScript, which Python's own classes are not.
SPACE = "[\\t\\n\\x0b\\x0c\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
SPACES = re.compile(f"\\A{SPACE}+|{SPACE}+\\Z")
LINE_START = "(?<![^\\n\u2028\u2029])"
LINE_END = "(?![^\\n\u2028\u2029])"


def enclosed(quote):
    """White space, then a quoted text in which a backslash protects the quote."""
    return f"{SPACE}*{quote}(?:\\\\{quote}|[^{quote}])*{quote}"


ASSIGNMENT = re.compile(
    f"{LINE_START}{SPACE}*"
    f"(?:export{SPACE}+)?"
    "(?P<key>[A-Za-z0-9_.-]+)"
    f"(?:{SPACE}*=|:{SPACE})"
    f"(?P<value>{enclosed(chr(39))}|{enclosed(chr(34))}|{enclosed(chr(96))}|[^#\\n]+|)"
    f"{SPACE}*(?:\\#[^\\n\u2028\u2029]*)?{LINE_END}"
)
WRAPPED = re.compile(f"{LINE_START}(?P<quote>['\"`])(?P<inner>(?:.|\\n)*)(?P=quote){LINE_END}")


def assignments(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for match in ASSIGNMENT.finditer(text):
        value = SPACES.sub("", match["value"])
        has_escapes = value.startswith('"')
        value = WRAPPED.sub(lambda wrapped: wrapped["inner"], value)
        if has_escapes:
            value = value.replace("\\n", "\n").replace("\\r", "\r")
        yield match["key"], value


def main():
    for line in sys.stdin:
        text = bytes.fromhex(line.strip()).decode("utf-8", "replace")
        print(",".join(f"{key.encode().hex()}={value.encode().hex()}" for key, value in assignments(text)))


main()
