"""What runs inside the sandbox image: wire (both sides), judge (trusted) and guest (untrusted)."""
