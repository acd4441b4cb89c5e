"""Limits of a message, each checked before anything is built (PROTOCOL.md, "Numbers")."""

MAX_MESSAGE = 24 << 20     # bytes of one message
MAX_OTHERS = 1_000         # ids of tests that are told of beside those that are asked for
MAX_COLLECTED = 32 << 20   # bytes of all messages to the judge while tests are collected
MAX_NODES = 1_500_000      # nodes and items of one message
MAX_TREE = 10_000_000      # nodes, shared parts counted at each occurrence
MAX_HASHED_DEPTH = 100     # of a value used as a key
MAX_HASHED_TREE = 10_000
MAX_EQUAL_HASHES = 64      # in one container
MAX_NESTING = 1000         # calls within calls across the two sides: 500 there and back, as deep as Python goes
MAX_NESTING_ASIDE = 200    # the same in any thread but the main one, whose stack is smaller
INLINE_INT_BITS = 4096     # larger ints travel as bytes
INLINE_STR = 4096          # longer strings travel as bytes, past the JSON parser
FRAMES_PER_CALL = 40       # Python frames that one nested call of ours costs, at most
