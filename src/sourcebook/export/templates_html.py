"""The HTML templates of the package: everything put into them is escaped."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@lru_cache(maxsize=4)
def template(name: str) -> Template:
    """A template of ``export/templates`` by its file's name; a name that it uses and is not given is an error."""
    environment = Environment(
        loader=PackageLoader("sourcebook.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
