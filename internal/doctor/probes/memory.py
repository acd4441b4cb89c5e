"""Uses more memory than the wall allows: sys.argv[1] bytes. It must not live to tell."""
import json
import sys

blocks = []
for _ in range(int(sys.argv[1]) >> 20):
    blocks.append(b"x" * (1 << 20))
print(json.dumps([False, f"{len(blocks)} MiB could be used"]))
