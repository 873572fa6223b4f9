"""Where the lines of a file are, and how many columns they have.

Reads one file per line on standard input, as hexadecimal. Prints for each its lines as `start-end:column`, in byte
offsets without the line ending; the column is the one after the last character, counted in code points from 1.
An invalid byte is one column.
"""

import re
import sys


def columns(line):
    # Python replaces a cut sequence as a whole; escaping keeps each of its bytes apart.
    return len(line.decode("utf-8", "surrogateescape")) + 1


def main():
    for hexadecimal in sys.stdin:
        data = bytes.fromhex(hexadecimal.strip())
        mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        lines = []
        for match in re.finditer(rb"([^\n]*?)(\r?\n|\Z)", data[mark:]):
            start, end = (mark + offset for offset in match.span(1))
            lines.append(f"{start}-{end}:{columns(match[1])}")
            if not match[2]:
                break
        print(" ".join(lines))


main()
