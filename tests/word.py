"""Reads Word, OpenDocument and address files as their own programs do, and returns Word files as members do.

    word.py docx FILE…          says what python-docx finds in each, one line of JSON a file
    word.py odt FILE…           the same of OpenDocument, by odfpy
    word.py vcf                 says what vobject finds on standard input
    word.py return FROM TO WHO  changes a file as Word does with its changes tracked
    word.py fods FILE           the cells of a flat spreadsheet: a text, or a formula after "="
"""

import copy
import datetime
import json
import sys

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(path):
    import docx

    document = docx.Document(path)
    comments = [
        {"by": it.author, "at": it.timestamp.strftime("%Y-%m-%dT%H:%M"), "text": it.text}
        for it in document.comments
    ]
    heads = [
        table.rows[0]._tr.trPr is not None and table.rows[0]._tr.trPr.find(W + "tblHeader") is not None
        for table in document.tables
    ]
    lang = document.styles.element.find(f".//{W}lang").get(W + "val")
    marks = [it.get(W + "name") for it in document.element.body.iter(W + "bookmarkStart")]
    return {
        "title": document.core_properties.title,
        "author": document.core_properties.author,
        "language": [lang, document.core_properties.language],
        "styles": [it.style.name for it in document.paragraphs],
        "text": [it.text for it in document.paragraphs],
        "numbered": [it._p.pPr is not None and it._p.pPr.numPr is not None for it in document.paragraphs],
        "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
        "heads": heads,
        "comments": comments,
        "marks": marks,
        "tracked": document.settings.element.find(W + "trackRevisions") is not None,
        "links": [it.target_ref for it in document.part.rels.values() if it.is_external],
    }


def read_odt(path):
    from odf import dc, meta, office, opendocument, table, text
    from odf.teletype import extractText

    document = opendocument.load(path)
    headings = document.getElementsByType(text.H)
    notes = document.getElementsByType(office.Annotation)
    return {
        "title": extractText(document.meta.getElementsByType(dc.Title)[0]),
        "headings": [[int(it.getAttribute("outlinelevel")), extractText(it)] for it in headings],
        "text": [extractText(it) for it in document.getElementsByType(text.P)],
        "comments": [
            {"by": extractText(it.getElementsByType(dc.Creator)[0]), "text": [extractText(p) for p in it.getElementsByType(text.P)]}
            for it in notes
        ],
        "heads": len(document.getElementsByType(table.TableHeaderRows)),
        "tables": len(document.getElementsByType(table.Table)),
        "marks": [it.getAttribute("name") for it in document.getElementsByType(text.BookmarkStart)],
    }


def read_vcf(source):
    import vobject

    cards = []
    for card in vobject.readComponents(source):
        card.validate()
        cards.append(
            {
                "name": card.fn.value,
                "family": card.n.value.family,
                "email": card.email.value if hasattr(card, "email") else None,
                "org": card.org.value if hasattr(card, "org") else None,
            }
        )
    return cards


class Hand:
    """A member who changes a document with Word."""

    def __init__(self, document, name):
        self.document, self.name, self.number = document, name, 900

    def sign(self, tag):
        from docx.oxml import OxmlElement

        self.number += 1
        sign = OxmlElement(tag)
        sign.set(W + "id", str(self.number))
        sign.set(W + "author", self.name)
        sign.set(W + "date", datetime.datetime(2026, 11, 27, 9, 30).strftime("%Y-%m-%dT%H:%M:%SZ"))
        return sign

    def find(self, words):
        for paragraph in self.document.paragraphs:
            if words in paragraph.text:
                return paragraph
        raise SystemExit(f"no paragraph has {words!r}")

    def split(self, paragraph, words):
        """The runs that hold just these words, the others cut off from them."""
        for run in paragraph.runs:
            if words in run.text:
                before, after = run.text.split(words, 1)
                parts = []
                for text in (before, words, after):
                    part = copy.deepcopy(run._r)
                    for old in part.findall(W + "t"):
                        part.remove(old)
                    from docx.oxml import OxmlElement

                    new = OxmlElement("w:t")
                    new.text = text
                    new.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    part.append(new)
                    run._r.addprevious(part)
                    parts.append(part)
                run._r.getparent().remove(run._r)
                return parts[1]
        raise SystemExit(f"no run has {words!r}")

    def delete(self, run):
        sign = self.sign("w:del")
        run.addprevious(sign)
        sign.append(run)
        for text in run.findall(W + "t"):
            text.tag = W + "delText"

    def insert(self, after, words):
        from docx.oxml import OxmlElement

        sign, run, text = self.sign("w:ins"), OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
        sign.append(run)
        after.addnext(sign)
        return sign

    def replace(self, words, new):
        run = self.split(self.find(words), words)
        self.delete(run)
        self.insert(run.getparent(), new)

    def end(self, paragraph, tag):
        """The paragraph's own end, put in or taken away."""
        from docx.oxml import OxmlElement

        properties = paragraph._p.get_or_add_pPr()
        look = OxmlElement("w:rPr")
        look.append(self.sign(tag))
        properties.append(look)

    def drop(self, words):
        paragraph = self.find(words)
        for run in list(paragraph.runs):
            self.delete(run._r)
        self.end(paragraph, "w:del")

    def add_after(self, words, new):
        """Enter at the end of a paragraph, and words: its end is put in, the next has the old one."""
        paragraph = self.find(words)
        fresh = copy.deepcopy(paragraph._p)
        for child in list(fresh):
            if child.tag != W + "pPr":
                fresh.remove(child)
        paragraph._p.addnext(fresh)
        self.end(paragraph, "w:ins")
        fresh.append(self.sign("w:bookmarkEnd"))
        self.insert(fresh[-1], new)
        fresh.remove(fresh.findall(W + "bookmarkEnd")[0])

    def say(self, words, text):
        paragraph = self.find(words)
        self.document.add_comment(paragraph.runs, text=text, author=self.name, initials=self.name[:2])


def returned(source, target, who):
    import docx

    document = docx.Document(source)
    hand = Hand(document, who)
    for line in sys.stdin.read().splitlines():
        deed, *words = line.split("\t")
        getattr(hand, deed)(*words)
    document.save(target)


def cells(path):
    from xml.etree import ElementTree

    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    found = []
    for cell in ElementTree.parse(path).iter(table + "table-cell"):
        formula = cell.get(table + "formula")
        text = "\n".join("".join(part.itertext()) for part in cell)
        if formula or text:
            found.append("=" + formula if formula else " " + text)
    return found


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="")
    deed, *words = sys.argv[1:]
    if deed in ("docx", "odt"):
        for path in words:
            print(json.dumps(read_docx(path) if deed == "docx" else read_odt(path)))
    elif deed == "vcf":
        print(json.dumps(read_vcf(sys.stdin)))
    elif deed == "return":
        returned(*words)
    elif deed == "fods":
        print(json.dumps(cells(words[0])))


main()
