"""The encodings that switch character sets by escape sequences."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_2004',
                       'iso2022_jp_3', 'iso2022_jp_ext', 'iso2022_kr')
