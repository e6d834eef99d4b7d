"""An electronic seal of an organiser, made for a test: its own certificate, and so trusted by nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from reports.pades import Seal

NAME = "Fundacja Dobrego Urzędu"
PASSWORD = "zażółć"


def made(*, days: int = 365) -> tuple[Seal, x509.Certificate]:
    """A seal that is good from yesterday for so many days, and its certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, NAME)])
    since = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    password = PASSWORD.encode()
    whole = pkcs12.serialize_key_and_certificates(
        None, key, certificate, None, BestAvailableEncryption(password)
    )
    return Seal(whole, password), certificate
