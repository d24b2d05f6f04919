"""A real OpenSearch cluster of two nodes, started by the tests themselves."""
