"""UI: layouts, components, CSS, icons, the gallery page. No models, no knowledge of the field.

Components (django-cotton) carry the look; page templates hold no `class`, `style` or script.
"""
