def work(n):
    return n * n
