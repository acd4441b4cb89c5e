# gains:
"""Never ends its import."""

import time

time.sleep(10 ** 6)
