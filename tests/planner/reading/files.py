"""Files as people send them, and as nobody should: made here, byte by byte where it matters."""

import io
import zipfile
import zlib

from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from PIL import Image

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def pdf(*lines, **encryption):
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    for line in lines:
        document.cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    if encryption:
        document.set_encryption(
            permissions=AccessPermission.none(),
            encryption_method=EncryptionMethod.RC4,
            **encryption,
        )
    return bytes(document.output())


def pdf_of_columns(left, right):
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    for x, words in ((10, left), (110, right)):
        for n, word in enumerate(words):
            document.text(x, 20 + 8 * n, word)
    return bytes(document.output())


def scan():
    picture = io.BytesIO()
    Image.new("L", (40, 40), 200).save(picture, "PNG")
    document = FPDF()
    document.add_page()
    document.image(picture, w=100)
    return bytes(document.output())


def raw_pdf(*objects):
    """A PDF of these objects (1 is the catalogue), with a proper table of places."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def pdf_of_pages(count):
    kids = b" ".join([b"3 0 R"] * count)
    return raw_pdf(
        CATALOGUE,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    )


def pdf_with_loop():
    return raw_pdf(CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>")


def pdf_bomb(megabytes=200):
    """A page whose content inflates a thousandfold."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    return raw_pdf(
        CATALOGUE,
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )


def archive(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return content.getvalue()


def docx(body, prolog="", **parts):
    """A Word document of this XML; `parts` are its headers, footers and notes."""

    def xml(content):
        return f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{WORD}">{content}</w:document>'

    members = {f"word/{name}.xml": xml(content) for name, content in parts.items()}
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml(body), **members})


def docx_bomb(megabytes=300):
    return docx("<w:p><w:r><w:t>" + " " * (megabytes * 1_000_000) + "</w:t></w:r></w:p>")


def with_false_sizes(content):
    """The archive, with sizes in it that say its members unpack to ten bytes."""
    place = content.rfind(b"PK\x01\x02")
    while place >= 0:
        content = content[: place + 24] + (10).to_bytes(4, "little") + content[place + 28 :]
        place = content.rfind(b"PK\x01\x02", 0, place)
    return content
