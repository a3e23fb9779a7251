"""The text of a PDF file as somebody sees it: fpdf2's own reading of it would prove nothing."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
SAID = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj", re.DOTALL)
LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})>")


def pages_in(content):
    return len(re.findall(rb"/Type /Page\b(?!s)", content))


def text_in(content):
    """Every piece of text, one a line, in the order in which they are drawn."""
    objects = {int(number): body for number, body in OBJECT.findall(content)}
    fonts = {
        int(name): _letters(objects, int(number))
        for name, number in re.findall(rb"/F(\d+) (\d+) 0 R", content)
    }
    page = next(body for body in objects.values() if re.search(rb"/Type /Page\b(?!s)", body))
    contents = int(re.search(rb"/Contents (\d+) 0 R", page)[1])
    lines, font = [], {}
    for name, said in SAID.findall(zlib.decompress(_stream(objects[contents]))):
        if name:
            font = fonts[int(name)]
        else:
            lines.append("".join(font[code] for code in _codes(said)))
    return "\n".join(lines)


def _stream(body):
    return STREAM.search(body)[1]


def _letters(objects, number):
    """What each code of a font stands for."""
    table = int(re.search(rb"/ToUnicode (\d+) 0 R", objects[number])[1])
    return {
        int(code, 16): chr(int(letter, 16))
        for code, letter in LETTER.findall(_stream(objects[table]))
    }


def _codes(said):
    escapes = {b"\\r": b"\r", b"\\n": b"\n"}
    plain = re.sub(rb"\\.", lambda m: escapes.get(m[0], m[0][1:]), said, flags=re.DOTALL)
    return [int.from_bytes(plain[n : n + 2]) for n in range(0, len(plain), 2)]
