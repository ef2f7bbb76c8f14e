"""Real web servers on the loopback, as hosts run them: nginx and Apache from Debian's packages."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

MODULES = Path("/usr/lib/apache2/modules")
NGINX = """
{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types; client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    {include}
    location {base} {{ alias {site}/; error_page 404 {base}404.html; {more} }}
  }}
}}
"""
APACHE = """
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
DefaultRuntimeDir "{folder}"
PidFile "{folder}/apache.pid"
ErrorLog "{folder}/error.log"
{modules}
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot "{folder}/www"
DirectoryIndex index.html
<Directory "{folder}/www">
  AllowOverride All
  Require all granted
</Directory>
{more}
"""


@dataclass(frozen=True)
class Answer:
    """The answer of a server to one request; `location` is the header as it was sent, `path` what was asked for.

    `text` is unpacked, `sent` is how many bytes came, `encoding`, `kind` and `varies` are what the head says of them.
    """

    status: int
    location: str
    text: str
    path: str
    sent: int = 0
    encoding: str = ""
    kind: str = ""
    varies: str = ""


@dataclass(frozen=True)
class Host:
    """A server on the loopback, with the site below `base`."""

    port: int
    base: str

    def get(self, path: str, accepts: str = "") -> Answer:
        """Ask for a percent-encoded path from the root of the host, and follow nothing; `accepts` names encodings."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asking.request("GET", path.partition("#")[0], headers={"Accept-Encoding": accepts} if accepts else {})
            said = asking.getresponse()
            body = said.read()
            head = {name.lower(): value for name, value in said.headers.items()}
            encoding = head.get("content-encoding", "")
            text = (gzip.decompress(body) if encoding == "gzip" else body).decode("utf-8", errors="replace")
            of_body = (len(body), encoding, head.get("content-type", ""), head.get("vary", ""))
            return Answer(said.status, head.get("location", ""), text, path, *of_body)
        finally:
            asking.close()

    def follow(self, path: str) -> Answer:
        """Ask for a path and follow the server as a browser does: where no fragment is sent, the old one stays."""
        for _ in range(5):
            answer = self.get(path)
            if answer.status not in {301, 302}:
                return answer
            onward = urlsplit(urljoin(f"http://127.0.0.1:{self.port}{path}", answer.location))
            assert onward.netloc == f"127.0.0.1:{self.port}", answer.location
            fragment = onward.fragment or path.partition("#")[2]
            path = f"{onward.path}#{fragment}" if fragment else onward.path
        raise AssertionError(f"{path} leads in a circle")


@contextlib.contextmanager
def run_nginx(site: Path, base: str, rules: Path | None = None, more: str = "") -> Iterator[Host]:
    """Serve the folder `site` below `base` with nginx; `rules` are included in its server, `more` in its location."""
    with _open_folder() as folder:
        port = _free_port()
        config = write_nginx(folder, site, base, port, rules, more)
        with _running(["nginx", "-c", str(config), "-p", str(folder)], port, folder):
            yield Host(port, base)


@contextlib.contextmanager
def run_apache(site: Path, base: str, modules: tuple[str, ...] = ()) -> Iterator[Host]:
    """Serve a copy of the folder `site` below `base` with Apache, which reads the site's own `.htaccess`.

    `modules` are those that it has beyond the least.
    """
    with _open_folder() as folder:
        port = _free_port()
        place = folder / "www" / base.strip("/")
        shutil.copytree(site, place)
        place.chmod(0o755)
        config = write_apache(folder, port, modules=modules)
        with _running(["apache2", "-f", str(config), "-D", "FOREGROUND"], port, folder):
            yield Host(port, base)


def write_nginx(folder: Path, site: Path, base: str, port: int, rules: Path | None = None, more: str = "") -> Path:
    """The whole configuration of an nginx that lives in `folder`."""
    user = "user root; " if os.geteuid() == 0 else ""  # its workers read the folder of the tests
    include = f"include {rules};" if rules else ""
    text = NGINX.format(folder=folder, port=port, user=user, base=base, site=site, include=include, more=more)
    config = folder / "nginx.conf"
    config.write_text(text, encoding="utf-8")
    return config


def write_apache(folder: Path, port: int, more: str = "", modules: tuple[str, ...] = ()) -> Path:
    """The whole configuration of an Apache that lives in `folder`, with nothing of the system's own."""
    names = ("mpm_event", "authz_core", "alias", "dir", "mime", *modules)
    loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    config = folder / "apache.conf"
    config.write_text(APACHE.format(folder=folder, port=port, modules=loaded, more=more), encoding="utf-8")
    return config


def program(name: str) -> str:
    """The path where Debian keeps a server."""
    return shutil.which(name) or f"/usr/sbin/{name}"


@contextlib.contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder that a server without rights can read too: Apache never serves as root."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@contextlib.contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    server = subprocess.Popen([program(command[0]), *command[1:]])
    try:
        _wait(port, server, folder)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    log = folder / "error.log"
    raise AssertionError(f"the server did not start: {log.read_text('utf-8') if log.is_file() else ''}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def run_rules(kind: str, rules: str, folder: Path) -> Iterator[Host]:
    """Serve an empty folder with nginx or Apache and these rules for the whole server."""
    site = folder / "www"
    site.mkdir(exist_ok=True)
    with _open_folder() as place:
        port = _free_port()
        if kind == "nginx":
            included = place / "rules.conf"
            included.write_text(rules, encoding="utf-8")
            config = write_nginx(place, site, "/served-from-here/", port, included)
            command = ["nginx", "-c", str(config), "-p", str(place)]
        else:
            (place / "www").mkdir()
            command = ["apache2", "-f", str(write_apache(place, port, rules)), "-D", "FOREGROUND"]
        with _running(command, port, place):
            yield Host(port, "/")
