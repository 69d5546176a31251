"""Certificates, and connections that do not come about: what the polite client makes of them."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest

from scrapers.outcome import Outcome
from tests.hostile import serving
from tests.test_http import PAGE, fetch


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two self-signed certificates for 127.0.0.1: a good one, and one with a key as short as old servers have."""
    folder = tmp_path_factory.mktemp("tls")
    for name, bits in (("good", 2048), ("weak", 1024)):
        command = (
            f"openssl req -x509 -newkey rsa:{bits} -nodes -sha256 -days 2 -subj /CN=thu"
            f" -addext subjectAltName=IP:127.0.0.1 -keyout {name}.key -out {name}.pem"
        )
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder


def secure(folder: Path, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    return context


def test_certificates_are_checked(certificates: Path) -> None:
    with serving({"*": PAGE}, tls=secure(certificates, "good")) as server:
        response = fetch(server, "/x")
        assert response.cause is Outcome.TLS_FAILED
        assert "certificate verify failed" in response.message
        assert server.log == []
        trusted = str(certificates / "good.pem")
        assert fetch(server, "/x", ca_file=trusted).outcome is Outcome.FETCHED


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_are_not_there_are_named_and_nothing_is_asked(tmp_path: Path, content: str | None) -> None:
    trusted = tmp_path / "ca.pem"
    if content:
        trusted.write_text(content)
    with serving({"*": PAGE}) as server:
        response = fetch(server, "/x", ca_file=str(trusted))
        assert response.cause is Outcome.TLS_FAILED
        assert f"ca_file {trusted}: " in response.message
        assert server.log == []


def test_a_refused_connection_is_told_in_words() -> None:
    with serving({"*": PAGE}) as server:
        pass
    assert fetch(server, "/x").message == "robots.txt: Connection refused"


def test_an_old_servers_exception_holds_for_its_source_alone(certificates: Path) -> None:
    weak = str(certificates / "weak.pem")
    with serving({"*": PAGE}, tls=secure(certificates, "weak")) as server:
        assert fetch(server, "/x", ca_file=weak).outcome is not Outcome.FETCHED
        old = {"ca_file": weak, "tls": ("security-level-1", "legacy-renegotiation")}
        assert fetch(server, "/x", **old).outcome is Outcome.FETCHED
