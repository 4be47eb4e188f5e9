"""Mail (EML) and saved pages (MHTML), which are mails of another kind."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import BinaryIO

from promissory.errors import SourceError
from promissory.model import Published
from promissory.reading.composing import Draft, Facts, completed, compose
from promissory.reading.context import Context, Outcome
from promissory.reading.decoding import decode
from promissory.reading.html import draft_html
from promissory.reading.plain import draft_text
from promissory.reading.streaming import read_whole

#: Attachments of these kinds may hold a report.
ATTACHED = re.compile(
    r"application/(?:pdf|zip|x-zip.*|gzip|octet-stream|msword|rtf|vnd\.openxmlformats.*|json.*)|text/(?!css|calendar|vcard|x-vcard).*|message/rfc822"
)
#: The page of a mail may be short of this share of its plain text before the plain text is taken instead.
LEAST_SHARE = 0.5


def read_mail(stream: BinaryIO, source: str, context: Context, hints: Facts) -> Iterator[Outcome]:
    """The text of a mail, then its attachments, named `MAIL.eml!attachment`; the page of an MHTML file alone."""
    raw = read_whole(stream, context.limits.file_bytes, source, "save its text and its attachments apart")
    try:
        mail = BytesParser(_class=EmailMessage, policy=policy.default.clone(raise_on_defect=False)).parsebytes(raw)
        draft = _draft(mail, source)
        attachments = [] if _is_page(mail) else list(_attachments(mail))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as fault:
        # the standard library's parser of headers raises all of these on broken ones
        raise SourceError(f"a mail that cannot be read: {fault}", source, "save its text") from fault
    if draft.traced.text.strip() or not attachments:
        yield compose(completed(draft, hints), source)
    for number, (name, content) in enumerate(attachments, start=1):
        yield from context.member(io.BytesIO(content), f"{source}!{name or number}")


def _draft(mail: EmailMessage, source: str) -> Draft:
    page, plain = mail.get_body(("related", "html")), mail.get_body(("plain",))
    page = page if page is not None and page.get_content_type() == "text/html" else _root(mail)
    drafts = list(_page_drafts(page, source))
    drafts += [draft_text(_words(plain), source)] if plain is not None else []
    if not drafts:
        drafts = [draft_text("", source)]
    draft = drafts[-1] if len(drafts[-1].traced.text) * LEAST_SHARE > len(drafts[0].traced.text) else drafts[0]
    facts = _page_facts(mail, draft.facts) if _is_page(mail) else _mail_facts(mail, draft.facts)
    return replace(draft, format="mhtml" if _is_page(mail) else "eml", facts=facts)


def _page_drafts(page: Message | None, source: str) -> Iterator[Draft]:
    """The draft of the page of a mail, if it has one and there are words in it."""
    if page is not None:
        with suppress(SourceError):
            yield draft_html(_words(page), source)


def _root(mail: EmailMessage) -> EmailMessage | None:
    """The first page among the parts."""
    return next((part for part in _parts(mail) if part.get_content_type() == "text/html" and not part.is_attachment()), None)


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    yield from (part for part in mail.walk() if isinstance(part, EmailMessage))


def _words(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset()).text if isinstance(payload, bytes) else ""


def _is_page(mail: EmailMessage) -> bool:
    return "snapshot-content-location" in mail or str(mail.get("from", "")).lower().startswith("<saved by")


def _page_facts(mail: EmailMessage, read: Facts) -> Facts:
    """What a browser writes around a page it saves; `Date` is when it was saved."""
    saved = (("saved", str(mail["date"])),) if mail["date"] else ()
    address = str(mail.get("snapshot-content-location", "")) or None
    return replace(read, title=read.title or _header(mail, "subject"), url=read.url or address, extra=(*read.extra, *saved))


def _mail_facts(mail: EmailMessage, read: Facts) -> Facts:
    """What the headers say: who sent it is its publisher, when it was sent its date."""
    written = str(mail.get("date", "")).strip()
    sent = _day(written)
    names = [name or address.rpartition("@")[2] for name, address in getaddresses([str(mail.get("from", ""))])]
    extra = [("message-id", _header(mail, "message-id"))] + ([("date", written)] if written and not sent else [])
    return replace(
        read,
        title=_header(mail, "subject"),
        publisher=next(filter(None, names), None),
        published=Published(sent, "metadata", (f"the mail was sent {written}",)) if sent else None,
        extra=(*read.extra, *((name, value) for name, value in extra if value)),
    )


def _day(written: str) -> str | None:
    try:
        sent: datetime = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent.date().isoformat()


def _header(mail: EmailMessage, name: str) -> str | None:
    return " ".join(str(mail.get(name, "")).encode("utf-8", "replace").decode("utf-8").split()) or None


def _attachments(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Name and content of each attachment that may hold a report."""
    for part in mail.iter_attachments() if mail.is_multipart() else ():
        payload = _content(part)
        if payload and part.is_attachment() and ATTACHED.fullmatch(part.get_content_type()):
            yield "".join(c if c.isprintable() else "�" for c in part.get_filename() or ""), payload


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return part.get_content().as_bytes() if part.is_multipart() else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
