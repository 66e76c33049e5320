"""The whole way on one screen: what the library, the command line, the web and bulk work all call.

page  →  articles → sentences → dates, places → claims → sources → mentions → tolls → incidents   read_page
readings  →  copies → links → incidents → accounts → grades                                       link_readings
"""

from __future__ import annotations

from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.accounts import with_accounts
from sourcebook.link.allusions import find_allusions
from sourcebook.link.grades import with_grades
from sourcebook.link.incidents import find_incidents
from sourcebook.link.links import link_readings
from sourcebook.link.wording import with_words
from sourcebook.read.articles import find_articles
from sourcebook.read.claims import find_claims
from sourcebook.read.dates import find_dates
from sourcebook.read.mentions import find_mentions
from sourcebook.read.places import find_places
from sourcebook.read.sentences import find_sentences
from sourcebook.read.sources import resolve_sources
from sourcebook.read.tolls import find_tolls, with_tolls
from sourcebook.records import Article, Page, Parsed, Reading

__all__ = ["link_readings", "read_article", "read_page"]


def read_page(page: Page, lexicon: Lexicon) -> Reading:
    """Read one page: articles, claims, what happened, tolls, dates, places, and the incidents they add up to."""
    articles = find_articles(page, lexicon)
    reading = Reading(page=page, articles=articles.items, rejected=articles.rejected)
    for article in articles.items:
        reading = _joined(reading, read_article(page, article, lexicon))
    incidents = find_incidents(reading, lexicon)
    reading = replace(reading, incidents=incidents.items, rejected=reading.rejected + incidents.rejected)
    reading = with_words(replace(reading, allusions=find_allusions(reading, lexicon)), lexicon)
    return with_grades(with_accounts(reading, lexicon), lexicon)


def read_article(page: Page, article: Article, lexicon: Lexicon) -> Reading:
    """Read one article of a page, up to its tolls."""
    parsed = Parsed(page, article, find_sentences(page, article, lexicon))
    dates = find_dates(parsed, lexicon)
    places = find_places(parsed, lexicon)
    claims = find_claims(parsed, lexicon, places.items)
    resolved = resolve_sources(parsed, claims.items, lexicon, places.items)
    mentions = find_mentions(parsed, resolved, dates.items, places.items, lexicon)
    tolls = find_tolls(parsed, resolved, mentions.items, lexicon)
    return Reading(
        page=page,
        claims=resolved,
        mentions=with_tolls(mentions.items, tolls.items),
        tolls=tolls.items,
        dates=dates.items,
        places=places.items,
        rejected=dates.rejected + places.rejected + claims.rejected + mentions.rejected + tolls.rejected,
        sentences=parsed.sentences,
    )


def _joined(whole: Reading, part: Reading) -> Reading:
    return replace(
        whole,
        claims=whole.claims + part.claims,
        mentions=whole.mentions + part.mentions,
        tolls=whole.tolls + part.tolls,
        dates=whole.dates + part.dates,
        places=whole.places + part.places,
        rejected=whole.rejected + part.rejected,
        sentences=whole.sentences + part.sentences,
    )
