"""Config: settings, URLs, the WSGI entry and the command line. Above every app."""
