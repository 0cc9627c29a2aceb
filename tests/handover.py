"""Reads what was handed over as a case system would: a zip or a folder, its metadata twice, every hash."""

import hashlib
import json
import pathlib
import sys
import xml.etree.ElementTree as tree
import zipfile

given = pathlib.Path(sys.argv[1])
if given.is_dir():
    files = {p.relative_to(given).as_posix(): p.read_bytes() for p in given.rglob("*") if p.is_file()}
else:
    with zipfile.ZipFile(given) as package:
        assert package.testzip() is None
        files = {name: package.read(name) for name in package.namelist()}
said = json.loads(files["metadata.json"])
root = tree.fromstring(files["metadata.xml"])
for field, value in said.items():
    if not isinstance(value, list):
        assert (root.findtext(field) or "") == str(value), field
for one, rows in (("item", said["items"]), ("file", said["files"])):
    found = root.findall(one)
    assert len(found) == len(rows), one
    for row, element in zip(rows, found):
        for field, value in row.items():
            if field == "annexes":
                annexes = [{e.tag: e.text or "" for e in annex} for annex in element.findall("annex")]
                assert annexes == value, (annexes, value)
            else:
                assert (element.findtext(field) or "") == str(value), field
for row in said["files"]:
    assert hashlib.sha256(files[row["name"]]).hexdigest() == row["sha256"], row
    assert len(files[row["name"]]) == row["bytes"], row
names = {row["name"] for row in said["files"]}
assert names | {"metadata.json", "metadata.xml"} == set(files), sorted(files)
attached = {annex["file"] for item in said["items"] for annex in item["annexes"] if annex["file"]}
assert attached <= names, attached
assert files["minutes.pdf"].startswith(b"%PDF-1.7")
print(json.dumps(said))
