def slugify(title, max_length=None):
    # unique_slugs: to do
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return "-".join(words)[:max_length] or "untitled"
