"""Pages beside the results: completions, all values of a filter, filters that are kept."""
