"""What judge and guest have in common: frames, the encoding of values, and the calls between the two.

sandbox/PROTOCOL.md specifies all of it.
"""
