"""Running golden queries, telling what moved, and sharing them with other libraries."""
