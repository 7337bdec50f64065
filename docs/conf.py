"""Sphinx: MyST pages in the Furo theme. Builds offline: `make docs`."""

project = "JAMSTAC"
author = "JAMSTAC"
copyright = "JAMSTAC, AGPL-3.0-or-later"
language = "id"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "images/README.md"]
html_theme = "furo"
html_title = "JAMSTAC"
html_static_path: list[str] = []
html_show_sphinx = False
nitpicky = True
