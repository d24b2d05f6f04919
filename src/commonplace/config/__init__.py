"""Settings, addresses and the web application: the one place that knows every part."""
