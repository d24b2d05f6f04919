"""Works as this library sees them: keys gathered into works, what staff decided about it, and what
follows when works change. ``docs/explanation/works.md`` says the rules in words.
"""
