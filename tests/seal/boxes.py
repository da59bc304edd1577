# SPDX-License-Identifier: GPL-3.0-or-later
"""libsodium's boxes as key files and backups use them, opened with Python's own library only."""

import hashlib
import hmac
import struct

from ed25519 import x25519

CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")
CHACHA_ROUNDS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                 (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
SALSA_ROUNDS = ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11),
                (0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14))
TAG_MESSAGE, TAG_FINAL = 0, 3


def rotate(value, count):
    return (value << count | value >> 32 - count) & 0xffffffff


def chacha_rounds(state):
    s = list(state)
    for _ in range(10):
        for a, b, c, d in CHACHA_ROUNDS:
            for x, y, z, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                s[x] = s[x] + s[y] & 0xffffffff
                s[z] = rotate(s[z] ^ s[x], count)
    return s


def salsa_rounds(state):
    s = list(state)
    for _ in range(10):
        for a, b, c, d in SALSA_ROUNDS:
            for x, y, z, count in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                s[x] ^= rotate(s[y] + s[z] & 0xffffffff, count)
    return s


def chacha_state(key, last):
    return CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", last)


def salsa_state(key, middle):
    k, m = struct.unpack("<8I", key), struct.unpack("<4I", middle)
    c = CONSTANTS
    return (c[0], *k[:4], c[1], *m, c[2], *k[4:], c[3])


def hchacha(key, nonce):
    s = chacha_rounds(chacha_state(key, nonce))
    return struct.pack("<8I", *s[:4], *s[12:])


def hsalsa(key, nonce):
    s = salsa_rounds(salsa_state(key, nonce))
    return struct.pack("<8I", *(s[i] for i in (0, 5, 10, 15, 6, 7, 8, 9)))


def add_up(rounds, state):
    return struct.pack("<16I", *(a + b & 0xffffffff for a, b in zip(rounds(state), state)))


def chacha_stream(key, nonce, counter, size):
    blocks = (add_up(chacha_rounds, chacha_state(key, struct.pack("<I", counter + i) + nonce))
              for i in range((size + 63) // 64))
    return b"".join(blocks)[:size]


def salsa_stream(key, nonce, size):
    blocks = (add_up(salsa_rounds, salsa_state(key, nonce + struct.pack("<Q", i)))
              for i in range((size + 63) // 64))
    return b"".join(blocks)[:size]


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0ffffffc0ffffffc0ffffffc0fffffff
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:], "little") & (1 << 128) - 1).to_bytes(16, "little")


def pad(data):
    return data + bytes(-len(data) % 16)


def open_aead(key, box, label):
    """XChaCha20-Poly1305 (IETF); the nonce stands first. None if the box was changed."""
    subkey, nonce = hchacha(key, box[:16]), bytes(4) + box[16:24]
    sealed, tag = box[24:-16], box[-16:]
    lengths = struct.pack("<QQ", len(label), len(sealed))
    expected = poly1305(chacha_stream(subkey, nonce, 0, 32), pad(label) + pad(sealed) + lengths)
    if not hmac.compare_digest(expected, tag):
        return None
    return xor(sealed, chacha_stream(subkey, nonce, 1, len(sealed)))


def open_sealed_box(secret, public, box):
    """crypto_box_seal_open: an ephemeral public key, then XSalsa20-Poly1305."""
    ephemeral, tag, sealed = box[:32], box[32:48], box[48:]
    nonce = hashlib.blake2b(ephemeral + public, digest_size=24).digest()
    key = hsalsa(hsalsa(x25519(secret, ephemeral), bytes(16)), nonce[:16])
    stream = salsa_stream(key, nonce[16:], 32 + len(sealed))
    if not hmac.compare_digest(poly1305(stream[:32], sealed), tag):
        return None
    return xor(sealed, stream[32:])


class SecretStream:
    """crypto_secretstream_xchacha20poly1305, pulling, without associated data and rekeying."""

    def __init__(self, key, header):
        self.key = hchacha(key, header[:16])
        self.nonce = header[16:]
        self.counter = 1

    def pull(self, chunk):
        """(tag, message), or None if the chunk was changed or is not the next one."""
        nonce = struct.pack("<I", self.counter) + self.nonce
        sealed, mac = chunk[1:-16], chunk[-16:]
        stream = chacha_stream(self.key, nonce, 1, 64 + len(sealed))
        tag = chunk[0] ^ stream[0]
        block = chunk[:1] + stream[1:64]
        # The padding is libsodium's own: as many bytes as hang over, not as many as are missing.
        text = block + sealed + bytes(len(sealed) % 16) + struct.pack("<QQ", 0, 64 + len(sealed))
        if not hmac.compare_digest(poly1305(chacha_stream(self.key, nonce, 0, 32), text), mac):
            return None
        self.nonce = xor(self.nonce, mac[:8])
        self.counter += 1
        return tag, xor(sealed, stream[64:])
