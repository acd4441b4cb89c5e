"""The untrusted side: a supervisor (PID 1), the template that imports the submission, a candidate for each test."""
