# status: failed import_failed
import os

os._exit(0)
