"""House law: the sizes, names and documents that no other tool looks at."""
