"""The tests beside the submission, in one process of a guest: only where an exercise says isolation = "shared"."""
