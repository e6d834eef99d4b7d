"""Telegram and the composition root."""

import os

# Linear algebra in one thread: a ranking must be the same bit for bit wherever it is counted, and libraries that share the work
# out between threads add numbers up in another order. It has to be said before numpy is loaded.
for _library in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[_library] = "1"
