"""One module a page: a view that gathers, wraps and renders, and the page object it wraps."""
