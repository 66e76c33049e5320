"""Homes: where an outlet is, by the list of outlets, its web domain, and the town that its name is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.placenames import Candidate, NameRank, PlaceKind, key
from sourcebook.read.coherence import Coherence
from sourcebook.records import Parsed

#: Words of papers' names, cut off a web domain to find the town it is named for.
_PAPER = re.compile(
    r"^(?:the|my|www|online|e|your|daily|go)|(?:online|news|times|herald|gazette|post|daily|chronicle|tribune|journal|sun|star|press|"
    r"today|paper|newspapers?|register|record|courier|express|mail|echo|argus|advertiser|observer|dispatch|blade|examiner|daily-?news|commercial|bee|chieftain|pilot|tribune-?star|journal-?news|day|standard|telegraph|"
    r"sentinel|mercury|telegram|advocate|union|times|union|item|bulletin|reporter|review|leader|independent|democrat|republic(?:an)?|citizen|banner|enterprise|free|globe|gleaner|monitor|"
    r"local|live|now|mirror|guardian|tv|radio|info|net|web|city|town|the|is|and)$"
)
#: A site in English that is named for a town is more often in one of these.
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ", "ZA"})
_TLD = {
    "uk": "GB",
    "au": "AU",
    "ca": "CA",
    "nz": "NZ",
    "ie": "IE",
    "in": "IN",
    "za": "ZA",
    "pk": "PK",
    "ng": "NG",
    "ke": "KE",
    "il": "IL",
    "lb": "LB",
    "tr": "TR",
    "ua": "UA",
    "ru": "RU",
    "ph": "PH",
    "my": "MY",
    "sg": "SG",
    "bd": "BD",
    "lk": "LK",
    "jm": "JM",
    "jo": "JO",
    "eg": "EG",
    "ir": "IR",
    "iq": "IQ",
    "sa": "SA",
    "ae": "AE",
    "gh": "GH",
    "ug": "UG",
    "de": "DE",
    "fr": "FR",
    "mt": "MT",
}


@dataclass(frozen=True, slots=True)
class Home:
    """Where the outlet is. ``towns``: those that it may be named for; ``place``: the one that the article points to."""

    country: str | None = None
    place: Candidate | None = None
    towns: tuple[Candidate, ...] = ()

    def settled(self, together: Coherence) -> Home:
        """The same, with the town that goes best with what the article names, of those that go equally the largest."""
        if len(self.towns) < 2:
            return self
        best = max(self.towns, key=lambda c: (round(together.of(key(c.name), c)), c.population))
        return replace(self, place=best)


def outlet_home(parsed: Parsed, lexicon: Lexicon) -> Home:
    """Where the outlet is: by the list of outlets, else by its domain's country and the town in its name."""
    article = parsed.article
    address = article.url or article.outlet or ""
    host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
    country = None
    outlets = getattr(lexicon, "outlets", None)
    known = outlets and ((address and outlets.at(address)) or (article.outlet and outlets.named(article.outlet)))
    if known:
        country = known.country
    labels = host.split(".")
    if country is None and len(labels) > 1:
        country = _TLD.get(labels[-1])
    towns: tuple[Candidate, ...] = ()
    label = labels[-2] if len(labels) > 1 else ""
    station = outlets.station(label) if outlets and not known and labels[-1] in _GLOBAL else None
    if station:
        country = "US"
        found = [c for c in lexicon.gazetteer.lookup(station[0]) if c.kind is PlaceKind.CITY and c.country == "US"]
        towns = tuple(c for c in found if _in_state(c, station[1], lexicon))[:1]
    elif len(labels) > 1 and not known:
        if country is None and _NETWORK.match(label):
            country = "US"
        own = labels[0] if len(labels) == 2 or labels[0] in ("articles", "blogs", "m", "blog") else labels[-2]
        towns = _town_in(labels[0], lexicon, country) or _town_in(_NETWORK.sub("", own), lexicon, country)
    town = towns[0] if towns else None
    return Home(country or (town.country if town else None), town, towns)


#: Domains that sites in the United States use.
_GLOBAL = frozenset({"com", "net", "org", "tv", "us", "news"})
#: Local stations of the networks of the United States: "fox5atlanta", "abc7chicago", "news4jax".
_NETWORK = re.compile(r"^(?:my)?(?:abc|nbc|cbs|fox|cw|newschannel|channel|click|local)\d{0,2}(?=[a-z]{3,}$|$)")


def _in_state(c: Candidate, state: str, lexicon: Lexicon) -> bool:
    division = lexicon.gazetteer.division("US", c.admin1)
    return division is not None and division.name == state


def _named(words: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The places of a name that a web domain writes in one word: "newyork", "elpaso"."""
    if found := lexicon.gazetteer.lookup(words):
        return found
    if " " in words:
        return ()
    cuts = (lexicon.gazetteer.lookup(f"{words[:n]} {words[n:]}") for n in (2, 3, 4, 5, 6) if n < len(words) - 2)
    return next((c for c in cuts if c and c[0].population >= 50_000), ())


def _town_in(label: str, lexicon: Lexicon, country: str | None) -> tuple[Candidate, ...]:
    """The towns that a web domain may be named for: "springfieldgazette" → each Springfield, the largest first."""
    words = label.replace("-", " ")
    for _ in range(5):
        if len(words) >= 4 and words not in lexicon.placewords.generic:
            named = [c for c in _named(words, lexicon) if c.kind is PlaceKind.CITY and c.population > 2000]
            named = [c for c in named if c.rank is not NameRank.ALTERNATE]
            if found := [c for c in named if (c.country == country if country else c.country in _ENGLISH)]:
                return tuple(found)
        shorter = _PAPER.sub("", words).strip()
        if shorter == words:
            break
        words = shorter
    return ()
