"""The encodings of Hong Kong."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('big5hkscs')
