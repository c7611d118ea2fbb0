"""Cyclic redundancy checks."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.gateway import function
from interpreter.objects.wrap import newint


def _remainders(polynomial):
    """For each byte, its remainder: bits in reflected order."""
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
        table.append(value)
    return table


def _remainders_high_first(polynomial):
    """The same for 16 bits in the order of their weights."""
    table = []
    for byte in range(256):
        value = byte << 8
        for _ in range(8):
            value = (value << 1 ^ (polynomial if value & 0x8000 else 0)) & 0xFFFF
        table.append(value)
    return table


CRC32 = _remainders(0xEDB88320)
HQX = _remainders_high_first(0x1021)


def low_bits(w_value, mask):
    """The low bits of an int of any size."""
    return ops.bigint_w(w_value).int_and_(mask).toint()


def crc32_of(data, crc):
    """The CRC-32 of data (str) that follows data of the given crc."""
    crc ^= 0xFFFFFFFF
    for c in data:
        crc = CRC32[(crc ^ ord(c)) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


@function('crc32(data: bytes, crc=0, /)')
def crc32(data, w_crc):
    """The CRC-32 of the data, from a start value."""
    return newint(crc32_of(data, low_bits(w_crc, 0xFFFFFFFF)))


@function('crc_hqx(data: bytes, crc, /)')
def crc_hqx(data, w_crc):
    """The CRC-CCITT of the data, from a start value."""
    crc = low_bits(w_crc, 0xFFFF)
    for c in data:
        crc = (crc << 8 & 0xFF00) ^ HQX[crc >> 8 ^ ord(c)]
    return newint(crc)
