"""Outlets: news media and agencies by name, by credit ("(Reuters) -") and by web domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sourcebook.lexicon.rules import RuleFile, load_rules
from sourcebook.records import SourceKind


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet. ``aliases`` are other names and the letters of its credit; ``wire``: it sells or hands on copy."""

    id: str
    name: str
    kind: SourceKind
    country: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    wire: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Stations:
    """Local stations and papers of one state of the United States, by the name of their site: "walb Albany"."""

    id: str
    state: str
    sites: tuple[str, ...]
    example: str
    counter_example: str


class Outlets:
    """The outlets, to be looked up by name or by address. A name is compared in its letters and digits, case aside."""

    def __init__(self, rules: RuleFile[Outlet], stations: Iterable[Stations] = ()) -> None:
        self.rules = rules
        self._stations: dict[str, tuple[str, str]] = {}
        for state in stations:
            for site in state.sites:
                label, _, town = site.partition(" ")
                self._stations[label] = (town, state.state)
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in rules:
            for name in outlet.names:
                self._by_name.setdefault(_key(name), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain, outlet)

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name or alias ("AFP", "the Associated Press"), None if it is not listed."""
        return self._by_name.get(_key(name))

    def at(self, url: str) -> Outlet | None:
        """The outlet whose web domain ``url`` (an address or a bare host) is under, None if it is not listed."""
        labels = host(url).split(".")
        for n in range(len(labels) - 1):
            found = self._by_domain.get(".".join(labels[n:]))
            if found is not None:
                return found
        return None

    def station(self, label: str) -> tuple[str, str] | None:
        """Town and state that the site of a local outlet ("walb", "walbtv") serves, None if it is not listed."""
        return self._stations.get(label) or self._stations.get(re.sub(r"(?:-?(?:tv|fm|news))?\d{0,2}$", "", label))

    def credit(self, letters: str) -> Outlet | None:
        """The agency that a credit ("REUTERS", "ACAN-EFE", "AP Photo") stands for, None if it names none."""
        for part in (letters, *re.split(r"[/,;|&]|\band\b|\s-\s", letters)):
            found = self._by_name.get(_key(re.sub(r"(?i)\b(photos?|pool|via|news agency)\b", " ", part)))
            if found is not None and found.wire:
                return found
        return None


def host(url: str) -> str:
    """The host of an address, lower-cased, without port and ``www.``; empty if there is none."""
    try:
        name = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _key(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def load_outlets() -> Outlets:
    """Read ``data/outlets.toml`` and ``data/stations.toml``."""
    return Outlets(load_rules("outlets", Outlet), load_rules("stations", Stations))
