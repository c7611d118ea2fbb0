"""Text: UTF-8, the Unicode database, case mapping, codecs.  Knows nothing of Python objects."""
