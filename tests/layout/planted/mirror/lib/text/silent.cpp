// A source that does not say what tests it.
