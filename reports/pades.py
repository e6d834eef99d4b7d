"""The organiser's electronic seal over a finished PDF: who issued the file, and that not a byte has changed since.

PAdES (ETSI EN 319 142-1), appended to the file, so that what it was before stays as it was. It allows no later change. An
electronic seal in the sense of eIDAS (Regulation (EU) 910/2014) it is with a certificate that was issued as one; any other
key proves as much as its certificate is trusted. A seal says when it was set: sealed twice, a document is two files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO

from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import Certificate, NameOID

from contest.mistakes import Mistakes, mistake

_FIELD = "Incognito"


@dataclass(frozen=True, slots=True)
class Seal:
    """A certificate with its private key as PKCS #12, and the password of that file."""

    pkcs12: bytes = field(repr=False)
    password: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Holder:
    """To whom a seal was issued, by the certificate, and from when until when it is good."""

    name: str
    since: datetime
    until: datetime


def holder(seal: Seal) -> Holder:
    """Who seals. Raises `Mistakes`: `seal-broken`, `seal-not-installed`."""
    if find_spec("pyhanko") is None:
        raise Mistakes([mistake("seal-not-installed")])
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(seal.pkcs12, seal.password)
    except ValueError as broken:
        raise Mistakes([mistake("seal-broken")]) from broken
    if key is None or certificate is None:
        raise Mistakes([mistake("seal-broken")])
    return Holder(_name(certificate), certificate.not_valid_before_utc, certificate.not_valid_after_utc)


def sealed(pdf: bytes, seal: Seal) -> bytes:
    """The document with the seal over all of it. Raises what `holder` raises."""
    name = holder(seal).name
    # half a second, for those who seal
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: PLC0415
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner  # noqa: PLC0415

    signer = SimpleSigner.load_pkcs12_data(seal.pkcs12, [], seal.password)
    said = PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        name=name,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = BytesIO()
    PdfSigner(said, signer=signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()


def _name(certificate: Certificate) -> str:
    """The organisation, or whatever else the certificate names first."""
    subject = certificate.subject
    for wanted in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for each in subject.get_attributes_for_oid(wanted):
            return str(each.value)
    return subject.rfc4514_string()
