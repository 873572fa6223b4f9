"""Writes the files of a repository that holds nothing but the hooks, which pre-commit and prek clone faster than this one.

Argument: the folder. Commit what is in it and tag it with the version.
"""

import re
import sys
from pathlib import Path

from release import REPOSITORY, ROOT, VERSION, report

README = f"""# Paddock for pre-commit and prek

[Paddock]({REPOSITORY}) {VERSION}, from the wheel that `pip install paddock-cli` installs:

```yaml
repos:
  - repo: {REPOSITORY}-pre-commit
    rev: v{VERSION}
    hooks:
      - id: paddock
```
"""


def main():
    folder = Path(sys.argv[1])
    # A hook that builds from source needs the source.
    hooks = re.split("^(?=- id: )", (ROOT / ".pre-commit-hooks.yaml").read_text(), flags=re.M)
    files = {
        ".pre-commit-hooks.yaml": "".join(hook for hook in hooks if "language: swift" not in hook),
        "pyproject.toml": (ROOT / "pyproject.toml").read_text(),
        "packaging/pre-commit/backend.py": (ROOT / "packaging/pre-commit/backend.py").read_text(),
        "LICENSE": (ROOT / "LICENSE").read_text(),
        "README.md": README,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        report(path)


if __name__ == "__main__":
    main()
