"""An npm registry for one machine: it answers for the packages of dist/, on a port of the loopback, and for nothing else."""

import base64
import hashlib
import http.server
import json
import tarfile
import threading

from support import DIST, PLATFORMS, VERSION


class Registry:
    def __init__(self):
        self.files = {path.name: path for path in DIST.glob("*.tgz")}
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                name = self.path.strip("/")
                if name in registry.files:
                    body, kind = registry.files[name].read_bytes(), "application/octet-stream"
                elif registry.versions(name):
                    body, kind = json.dumps(registry.document(name)).encode(), "application/json"
                else:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def versions(self, name):
        """The descriptions of a package by version."""
        found = {}
        for file in self.files.values():
            with tarfile.open(file) as tar:
                description = json.load(tar.extractfile("package/package.json"))
            if description["name"] == name:
                found[description["version"]] = (description, file)
        return found or self.elsewhere(name)

    def elsewhere(self, name):
        """The packages of other platforms: described, as package managers want them all, but not to be had here."""
        for platform in PLATFORMS:
            if name == f"paddock-cli-{platform.npm}":
                system, processor = platform.npm.split("-")
                return {VERSION: ({"name": name, "version": VERSION, "os": [system], "cpu": [processor]}, None)}
        return {}

    def document(self, name):
        versions = {}
        for version, (description, file) in self.versions(name).items():
            digest = base64.b64encode(hashlib.sha512(file.read_bytes() if file else b"").digest()).decode()
            scripts = {"hasInstallScript": True} if "postinstall" in description.get("scripts", {}) else {}
            place = {"tarball": self.url + (file.name if file else "elsewhere.tgz"), "integrity": f"sha512-{digest}"}
            versions[version] = {**description, **scripts, "dist": place}
        return {"name": name, "dist-tags": {"latest": max(versions)}, "versions": versions}

    def close(self):
        self.server.shutdown()
        self.server.server_close()
