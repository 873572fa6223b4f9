"""Builds the empty Python package that brings in `paddock-cli`; nothing has to be downloaded to build it."""

import re
import zipfile
from pathlib import Path

NAME = "paddock_pre_commit"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    description = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text()
    version = re.search('^version = "(.+)"$', description, re.M)[1]
    requirement = re.search(r'^dependencies = \["(.+)"\]$', description, re.M)[1]
    folder = f"{NAME}-{version}.dist-info"
    files = {
        f"{folder}/METADATA": f"Metadata-Version: 2.1\nName: paddock-pre-commit\nVersion: {version}\nRequires-Dist: {requirement}\n",
        f"{folder}/WHEEL": "Wheel-Version: 1.0\nGenerator: paddock\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{folder}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{folder}/RECORD"])
    name = f"{NAME}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return name
