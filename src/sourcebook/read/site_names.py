"""Site names: what a page's title has behind the headline ("Nine shot in bar - Valley News 8", "… | The Gulf Post").

It is the site's, and no part of what happened: its towns are where it is read, its words no body that speaks.
"""

from __future__ import annotations

import re

#: What parts a headline from the site's name.
_MARK = re.compile(r"\s+(?P<mark>[-–—|•»]|::)\s+")
#: Words that a site's name ends in, or that stand in its list of what it brings.
_MEDIUM = (
    r"(?:News(?:paper)?|Weather|Sports?|TV|Television|Radio|Channel(?: \d+)?|Times|Post|Herald|Tribune|Gazette|Journal"
    r"|Chronicle|Observer|Guardian|Telegraph|Online|Daily|Today|Headlines|Video|FM|Mail|Star|Courier|Examiner|Sentinel"
    r"|Bulletin|Dispatch|Standard|Independent|Mirror|Echo|Citizen)"
)
_SITE = re.compile(
    rf"(?:.*\b{_MEDIUM}(?: \d+)?"  # "Valley News 8"
    r"|(?:.* )?[\w-]+\.(?i:com|org|net|info|co|tv|news|[a-z]{2})(?:[, ].*)?"  # "valley.com, News"
    r"|[KW][A-Z]{2,3}(?:-TV)?\b.*"  # "KZZZ 4 Lowtown": the call signs of North America
    rf"|.*\b{_MEDIUM},? (?:and |& )?{_MEDIUM}\b.*)",  # "Lowtown News, Weather, Sports"
    re.S,
)
#: Words of a name that have no capital.
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "your", "to", "with", "from", "by", "&"})
#: Agencies: whose report it is, and no site's name.
_AGENCY = re.compile(r"\b(?:AFP|AP|Agency|ANSA|Associated Press|DPA|Efe|Interfax|Press|Reuters|TASS|UPI|Xinhua)\b")
_WORDS_OF_A_HEADLINE, _WORDS_OF_A_SITE = 4, 12


def site_name_at(title: str) -> int | None:
    """Where in a title the headline ends and the site's name follows; None if it has none.

    A bar parts any site's name; a dash only one that has the words of one, since headlines have dashes of their own.
    """
    for mark in _MARK.finditer(title):
        headline, site = title[: mark.start()], title[mark.end() :].strip(" -|")
        if len(headline.split()) < _WORDS_OF_A_HEADLINE:
            continue
        if _is_site(_MARK.split(site)[0], site, sure=mark["mark"] not in "-–—"):
            return mark.start()
    return None


def _is_site(first: str, whole: str, *, sure: bool) -> bool:
    """Whether what follows is a site's name. ``first``: its first part, of "Valley News 8 - Lowtown, Ohio"."""
    words = whole.split()
    if _AGENCY.search(whole) or not words or len(words) > _WORDS_OF_A_SITE:
        return False
    named = all(not w[0].isalpha() or w[0].isupper() or w in _SMALL or "." in w for w in words)
    return (named or "," in whole or "." in words[0]) and (sure or _SITE.fullmatch(first) is not None)
