"""Software transactional memory for RPython programs.

runtime/  the C library, which knows nothing of RPython
glue/     the C code between what the translator generates and the runtime
rstm.py   what RPython code may ask of it
gc.py     the collector as rpython's toolchain sees it
"""
