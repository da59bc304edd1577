# SPDX-License-Identifier: GPL-3.0-or-later
"""Every vector of docs/format-vectors.json, made again from docs/formats.md alone.

Usage: test-second-opinion.py GENERATOR VECTORS. The first case asks whether the committed file is
what the program makes now; if that is intended, run GENERATOR > VECTORS and commit it.
"""

import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import unicodedata

import boxes
import ed25519

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FACE_KEYS = ("number", "name", "role", "event", "date", "issuer")


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def u(value, size):
    return int(value).to_bytes(size, "big")


def base32(data):
    return base64.b32encode(data).decode().rstrip("=")


def crockford(value, count):
    return "".join(CROCKFORD[value >> 5 * i & 31] for i in reversed(range(count)))


class Opinion:
    """The claims of the file, one method each; every method gives pairs that must be equal."""

    def __init__(self, vectors, page):
        self.vectors = vectors
        self.page = "".join(page.split())
        self.seed = bytes.fromhex(vectors["key"]["seed"])
        self.public = ed25519.public_key(self.seed)
        self.kid = sha256(self.public)[:2]

    def key(self):
        claim = self.vectors["key"]
        name = claim["name"].encode()
        digits = sha256(name, b"\n\x01", self.public)[:4].hex()
        verifier = base64.b64encode(b"\x01" + self.public).decode()
        yield claim["seed"], bytes(range(32)).hex()
        yield claim["public"], self.public.hex()
        yield claim["kid"], int.from_bytes(self.kid, "big")
        yield claim["verifier"], f"{claim['name']}+{digits}+{verifier}"
        yield claim["bare"], base64.b64encode(self.public).decode()

    def printed(self):
        """The vectors that the page itself prints, over as many lines as it needs."""
        records, roots = self.vectors["records"], self.vectors["tree"]["roots"]
        texts = (self.vectors["key"]["public"], self.vectors["key"]["verifier"],
                 self.vectors["passes"][1]["code"], self.vectors["human_codes"][3]["code"],
                 self.vectors["paper_code"]["code"], records[0]["bytes"], roots[0], roots[1],
                 roots[8])
        for text in texts:
            yield text in self.page, True

    def base32(self):
        for claim in self.vectors["base32"]:
            yield claim["text"], base32(claim["bytes"].encode())

    def token(self, prefix, domain, fields):
        payload = b"\x01" + self.kid + fields
        signature = ed25519.sign(self.seed, domain + b"\0" + payload)
        return prefix + base32(payload + signature)

    def passes(self):
        for claim in self.vectors["passes"]:
            fields = (u(claim["event"], 4) + u(claim["number"], 4) + u(claim["serial"], 2)
                      + u(claim["last_day"], 2))
            yield claim["code"], self.token("IK1", b"IKRAR-PASS/1", fields)
            yield len(claim["code"]), 130

    def certificate(self):
        claim = self.vectors["certificate"]
        face = "IKRAR-FACE/1\n"
        for key, value in zip(FACE_KEYS, claim["values"]):
            letters = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c
                       for c in unicodedata.normalize("NFC", value))
            face += f"{key}: {''.join(letters)}\n"
        fields = u(claim["id"], 8) + u(claim["day"], 2) + sha256(face.encode())[:16]
        yield claim["face"], face
        yield claim["code"], self.token("IC1", b"IKRAR-CERT/1", fields)
        yield len(claim["code"]), 152

    def human_codes(self):
        for claim in self.vectors["human_codes"]:
            event, number = claim["event"], claim["number"]
            mixed = (number * (event | 1) ^ event) % 2**30
            check = sha256(b"IKRAR-HUMAN/1\0", u(event, 4), u(number, 4))
            text = crockford(mixed << 10 | int.from_bytes(check[:2], "big") >> 6, 8)
            inverse = pow(event | 1, -1, 2**30)
            yield claim["code"], f"{text[:4]}-{text[4:]}"
            yield number, (mixed ^ event) * inverse % 2**30

    def paper_code(self):
        claim = self.vectors["paper_code"]
        text = crockford(int(claim["digest"], 16) >> 196, 12)
        yield claim["code"], f"{text[:4]}-{text[4:8]}-{text[8:]}"

    def record_bytes(self, claim):
        def number(key):
            return u(claim[key], 8)

        fields = [(1, number("index")), (2, u(claim["kind"], 1)), (3, number("at")),
                  (5, number("subject")), (8, bytes.fromhex(claim["nonce"]))]
        fields += [(4, number("event"))] if claim["event"] != "0" else []
        fields += [(6, claim["desk"].encode())] if claim["desk"] else []
        content = bytes.fromhex(claim["content"])
        fields += [(7, content)] if any(content) else []
        fields += [(9, number("refers_to"))] if claim["refers_to"] != "-1" else []
        fields += [(10, number("participant"))] if claim["participant"] != "0" else []
        fields += [(c["tag"], bytes.fromhex(c["digest"])) for c in claim["commitments"]]
        return b"IKRAR1" + b"".join(u(t, 1) + u(len(v), 2) + v for t, v in sorted(fields))

    def records(self):
        for claim in self.vectors["records"]:
            for c in claim["commitments"]:
                value = unicodedata.normalize("NFC", c["value"]).encode()
                digest = sha256(b"IKRAR-PII/1\0", bytes.fromhex(c["salt"]), u(c["tag"], 1), value)
                yield c["digest"], digest.hex()
            yield claim["bytes"], self.record_bytes(claim).hex()

    def tree(self):
        claim = self.vectors["tree"]
        leaves = [leaf(bytes.fromhex(text)) for text in claim["inputs"]]
        for size, value in enumerate(claim["roots"]):
            yield value, root(leaves[:size]).hex()
        parts = (leaves[:4], leaves[4:6], leaves[6:7])
        yield claim["frontier_of_7"], (u(7, 8) + b"".join(map(root, parts))).hex()
        for proof in claim["inclusion"]:
            path = inclusion(proof["index"], leaves[:proof["size"]])
            yield proof["proof"], [node.hex() for node in path]
        for proof in claim["consistency"]:
            path = consistency(proof["old_size"], leaves[:proof["size"]], True)
            yield proof["proof"], [node.hex() for node in path]

    def checkpoint(self):
        claim = self.vectors["checkpoint"]
        name = self.vectors["key"]["name"]
        data = [bytes.fromhex(record["bytes"]) for record in self.vectors["records"]]
        value = base64.b64encode(root([leaf(record) for record in data])).decode()
        text = f"{name}\n{len(data)}\n{value}\n"
        digits = sha256(name.encode(), b"\n\x01", self.public)[:4]
        signature = base64.b64encode(digits + ed25519.sign(self.seed, text.encode())).decode()
        yield claim, f"{text}\n\u2014 {name} {signature}\n"

    def ledger(self):
        lines = ["ikrar-ledger 1", f"origin {self.vectors['key']['name']}",
                 f"key {self.vectors['key']['verifier']}"]
        for record in self.vectors["records"]:
            lines.append("record " + base64.b64encode(bytes.fromhex(record["bytes"])).decode())
        note = base64.b64encode(self.vectors["checkpoint"].encode()).decode()
        lines += [f"checkpoint {note}", f"end {len(self.vectors['records'])}", ""]
        yield self.vectors["ledger"], "\n".join(lines)

    def exchange(self):
        claim = self.vectors["exchange"]
        escape = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})
        number, text, data, zero, nothing = claim["sample"]
        sample = [number, text.translate(escape), base64.b64encode(bytes.fromhex(data)).decode(), zero, nothing]
        rows = [["unit", *(value.translate(escape) for value in claim["unit"])], ["sample", *sample]]
        lines = ["ikrar-exchange/1", f"key {self.vectors['key']['verifier']}", *map("\t".join, rows), "end 2", ""]
        signed = b"IKRAR-EXCHANGE/1\0" + sha256("\n".join(lines).encode())
        signature = base64.b64encode(ed25519.sign(self.seed, signed)).decode()
        yield claim["file"], "\n".join(lines) + f"sign {signature}\n"

    def signatures(self):
        """Not only what this file signs itself: verification refuses what was changed."""
        message, signature = b"abc", ed25519.sign(self.seed, b"abc")
        yield ed25519.verify(self.public, message, signature), True
        yield ed25519.verify(self.public, b"abd", signature), False
        yield ed25519.verify(self.public, message, signature[:63] + b"\x7f"), False

    def key_file(self):
        claim = self.vectors["sealed"]
        secret = bytes.fromhex(claim["argon2id"])
        first, *lines = claim["key_file"].splitlines()
        *title, salt, check = first.split(" ")
        yield title, ["ikrar-keys", "1", "argon2id"]
        yield base64.b64decode(salt, validate=True).hex(), claim["salt"]
        yield boxes.open_aead(secret, base64.b64decode(check), b"ikrar-keys 1"), b""
        for number, line in enumerate(lines):
            public, box = (base64.b64decode(part, validate=True) for part in line.split(" "))
            seed = bytes(range(number, number + 32))
            yield public, ed25519.public_key(seed)
            yield boxes.open_aead(secret, box, public), seed
            yield boxes.open_aead(secret, box, public[:-1] + b"\0"), None

    def backup(self):
        claim = self.vectors["sealed"]
        data = base64.b64decode(claim["backup"], validate=True)
        secret = bytes.fromhex(claim["argon2id"])
        public = ed25519.x25519(secret, u(9, 1) + bytes(31))
        yield public.hex(), claim["x25519_public"]
        yield data[:56], b"IKRARBK1" + bytes.fromhex(claim["salt"]) + public
        yield data[56:64], sha256(data[:56])[:8]
        stream_key = boxes.open_sealed_box(secret, public, data[64:144])
        stream = boxes.SecretStream(stream_key, data[144:168])
        preface = claim["backup_preface"].encode()
        plain = u(len(preface), 4) + preface + claim["backup_content"].encode()
        yield stream.pull(data[168:]), (boxes.TAG_FINAL, plain)


def leaf(record):
    return sha256(b"\0", record)


def split(leaves):
    half = 1
    while 2 * half < len(leaves):
        half *= 2
    return leaves[:half], leaves[half:]


def root(leaves):
    if not leaves:
        return sha256()
    if len(leaves) == 1:
        return leaves[0]
    left, right = split(leaves)
    return sha256(b"\1", root(left), root(right))


def inclusion(index, leaves):
    if len(leaves) == 1:
        return []
    left, right = split(leaves)
    if index < len(left):
        return inclusion(index, left) + [root(right)]
    return inclusion(index - len(left), right) + [root(left)]


def consistency(old, leaves, whole):
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    left, right = split(leaves)
    if old <= len(left):
        return consistency(old, left, whole) + [root(right)]
    return consistency(old - len(left), right, False) + [root(left)]


def differences(pairs):
    return [f"{claimed!r} is {found!r}" for claimed, found in pairs if claimed != found]


def main(generator, path):
    text = pathlib.Path(path).read_bytes()
    made = subprocess.run([generator], capture_output=True, check=True).stdout
    opinion = Opinion(json.loads(text), pathlib.Path(path).with_name("formats.md").read_text())
    names = ("key", "printed", "base32", "passes", "certificate", "human_codes", "paper_code",
             "records", "tree", "checkpoint", "ledger", "exchange", "signatures", "key_file", "backup")
    cases = [("the committed vectors are what the program makes",
              [] if made == text else [f"run {generator} > {path}"])]
    cases += [(name, differences(getattr(opinion, name)())) for name in names]
    print(f"1..{len(cases)}")
    for number, (name, problems) in enumerate(cases, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
        for problem in problems:
            print(f"# {problem}")
    return any(problems for _, problems in cases)


sys.exit(main(*sys.argv[1:]))
