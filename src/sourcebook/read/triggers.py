"""Triggers: the words of a sentence that name an event, with the type that the words around them give it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.events import EventRule, Events
from sourcebook.lexicon.topics import TopicRule
from sourcebook.read.assaults import (
    are_of_uproar,
    are_outlaws,
    hits_home,
    in_the_body,
    is_named_town,
    is_taken_from,
    on_people,
    on_premises,
    shot_somebody,
    takes_a_town,
)
from sourcebook.read.fillers import (
    PERSONAL,
    hits_somebody,
    is_carried_out,
    is_of,
    is_with_no_weapon,
    object_fits,
    subject_fits,
)
from sourcebook.read.idioms import idioms_at, words_of
from sourcebook.read.means import singular, type_by, weapons_of
from sourcebook.read.orders import is_once_more
from sourcebook.read.people import is_person
from sourcebook.read.roles import Frame, arguments, is_passive, subjects
from sourcebook.read.stoppages import is_a_stoppage, tells_of_a_stoppage
from sourcebook.read.topics import is_literal, topic_of
from sourcebook.records import BlockKind, EventType, Parsed, Rejected, Sentence, Span, Token

#: Distinct words of conflict that make a soft trigger credible wherever it stands in the article.
CONFLICT_WORDS = 4
#: ... and where it is a blow, in an article of a few sentences: so many, one fewer where somebody armed or a missile
#: is told of beside somebody hurt, and one in so many tokens.
BRIEF_WORDS, BRIEF_DENSITY = 3, 35


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in its sentence. ``head``: the token that the syntax hangs on; ``first`` to ``last``: its words."""

    sentence: Sentence
    first: int
    last: int
    head: int
    rule: EventRule
    type: EventType
    weapons: tuple[str, ...]
    frame: Frame

    @property
    def span(self) -> Span:
        """The trigger's characters in the page."""
        return self.sentence.span_of(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole article is about, as far as a single word's sense depends on it."""

    topic: TopicRule | None
    conflict: bool
    drill: bool = False  # a military exercise, in which nobody is harmed
    disaster: bool = False  # a storm, a crash, a fire, with no word of arms
    brief: bool = False  # a few sentences, with nearly as many words of conflict
    captors: bool = False  # people have been taken captive
    told: bool = False  # an attack has been told of in the sentences just before
    stoppage: bool = False  # workers have laid down their tools


def setting_of(parsed: Parsed, lexicon: Lexicon) -> Setting:
    """Whether the article is about something else than violence, and whether it tells of conflict."""
    events = lexicon.events
    lemmas = {t.lemma for s in parsed.sentences for t in s.tokens}
    size = sum(len(s.tokens) for s in parsed.sentences if not s.repeat)
    signs = len(lemmas & events.classes["conflict"])
    conflict = signs >= CONFLICT_WORDS
    topic = topic_of(parsed.sentences, lexicon.topics)
    lead = {t.lemma for s in parsed.sentences[:3] for t in s.tokens if t.pos == "NOUN"}
    drill = bool(lead & _DRILLS) and not lemmas & _HARMED
    crash = bool(lemmas & events.classes["accident"]) or any(_crashes(s, events) for s in parsed.sentences)
    disaster = crash and not _violence(lemmas - _HARMED - _RESCUERS, events)
    armed = any(lemmas & events.classes[c] for c in ("projectile", "armed")) and bool(lemmas & _HARMED)
    brief = signs >= BRIEF_WORDS - armed and signs * BRIEF_DENSITY >= size and topic is None
    return Setting(
        topic=topic,
        conflict=conflict and topic is None,
        drill=drill,
        disaster=disaster,
        brief=brief,
        captors=bool(lemmas & _CAPTIVITY),
        stoppage=tells_of_a_stoppage(parsed, lemmas, events),
    )


#: Words of an article in which somebody has been led away by people without the right to.
_CAPTIVITY = frozenset({"abduct", "abduction", "abductor", "captivity", "captor", "kidnap", "kidnapper", "kidnapping",
                        "ransom"})  # fmt: skip


def _crashes(s: Sentence, events: Events) -> bool:
    """ "A coach struck a bridge": a vehicle that hits, and no vehicle with a weapon."""
    return any(t.lemma in _COLLIDE and t.pos == "VERB" and not _weapon_or_armed(s, t.i, events) for t in s.tokens)


_COLLIDE = frozenset({"hit", "strike", "ram", "clip"})


#: Who comes to the aid of the victims of a flood as well.
_RESCUERS = frozenset({"soldier", "army", "troop", "police"})


_DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "wargame"})
_HARMED = frozenset({"kill", "wound", "injure", "dead", "casualty", "injury", "die", "death", "gunman", "victim"})


def find_triggers(sentence: Sentence, setting: Setting, lexicon: Lexicon) -> tuple[list[Trigger], list[Rejected]]:
    """The triggers of a sentence in order, none inside another, and those that mean something else here."""
    found: list[Trigger] = []
    rejected: list[Rejected] = []
    taken = -1
    inside: set[int] = set()
    words = words_of(sentence)
    said = [() if _is_of_firemen(sentence, t) else (t.lemma, t.lower, singular(t)) for t in sentence.tokens]
    for token in sentence.tokens:
        if token.i <= taken or token.i in inside:
            continue
        why: Rejected | None = None
        for first, last, head, verb, pattern in idioms_at(sentence, token, words, lexicon.events):
            around = set().union(*said[:first], *said[last + 1 :])
            result = _accept(sentence, first, last, head, verb, around, pattern.rule, setting, lexicon)
            if isinstance(result, Trigger):
                found.append(result)
                # An idiom ("fired three shots") leaves the words in its gap free; a noun's words are its own.
                taken = last if not verb else token.i
                inside.add(last)
                why = None
                break
            if why is None or why.reason is Reason.NOT_AN_EVENT:  # the reason of the rule that came nearest
                why = Rejected("mentions", sentence.span_of(first, last), result, pattern.rule.id)
        if why is not None:
            rejected.append(why)
    return found, rejected


def _accept(
    s: Sentence,
    first: int,
    last: int,
    head: int,
    verb: bool,
    around: set[str],
    rule: EventRule,
    setting: Setting,
    lexicon: Lexicon,
) -> Trigger | Reason:
    """The trigger if the words ``around`` it let it be one, else the reason why it is none."""
    events = lexicon.events
    own = range(first, last + 1)
    local = _local(s, first, last, head, verb, lexicon)

    def by_outlaws() -> bool:  # asked of few: to find who did it costs more than all that is asked before
        return are_outlaws(s, arguments(s, head, verb, rule, events, last if verb else None), events)

    captive = rule.id == "taken-away" and verb and setting.captors and is_taken_from(s, head)
    if rule.not_with & local and not captive and not (rule.type in _OUTLAWS_DO and by_outlaws()):
        return Reason.FIGURATIVE
    if rule.id == "strike-noun" and not verb and first == last and is_a_stoppage(s, head, setting.stoppage):
        return Reason.FIGURATIVE
    named = s.tokens[head].tag == "NNP"
    if rule.repeat and named and (s.tokens[head].dep == "poss" or s.tokens[head].text == "Mission"):
        return Reason.NOT_AN_EVENT  # "the Mission's engineers": a body's name
    if rule.id == "open-fire" and verb and s.tokens[head + 1 : head + 2] and s.tokens[head + 1].lower == "dead":
        return Reason.NOT_AN_EVENT  # "shot dead at the market": killed there, and not shot at
    if verb and s.tokens[head].dep == "amod" and rule.id in _STATES:
        return Reason.NOT_AN_EVENT
    if (
        rule.id == "open-fire"
        and not around & events.classes["conflict"]
        and any(s.tokens[i].lower in ("first", "opening", "parting") for i in own)
    ):
        return Reason.FIGURATIVE  # "the union said the company had fired the first shot"
    here = around | {s.tokens[i].lemma for i in own if i != head}
    if rule.needs and not any(_has(here, name, events) for name in rule.needs):
        elsewhere = rule.needs in (("violence",), ("custody",)) and setting.conflict
        elsewhere = elsewhere or (rule.id == "injure" and setting.told)
        elsewhere = elsewhere or (rule.id == "die" and not verb and are_of_uproar(s, head, events))
        elsewhere = elsewhere or (rule.needs[0] in _OF_OUTLAWS and by_outlaws())
        elsewhere = elsewhere or captive
        if rule.id == "territory" and verb:
            elsewhere = takes_a_town(s, head, arguments(s, head, verb, rule, events, last), lexicon)
        if not elsewhere or around & events.classes["accident"]:  # "he was pronounced dead" in a report of a shooting
            return Reason.NOT_AN_EVENT
    if (
        s.tokens[head].dep in ("compound", "nmod", "amod")
        and s.tokens[head].head > head
        and s.tokens[head].tag not in ("VBN", "VBD")
    ):
        governor = s.tokens[s.tokens[head].head]
        if not events.is_a(governor.lemma, "event-head") and not events.is_event(governor.lemma):
            return Reason.NOT_AN_EVENT
    if setting.drill and rule.type not in _OF_PEACE:
        return Reason.FIGURATIVE  # "aircraft attacked floating targets" in an exercise
    if verb and rule.id in ("strike-verb", "vessel-attack") and not _weapon_or_armed(s, head, events):
        return Reason.NOT_AN_EVENT  # "a bus hit a lorry"
    accident = setting.disaster or around & events.classes["accident"]
    if (
        (rule.type in _ACCIDENTAL or rule.id in ("injure", "carried-away"))
        and accident
        and not _violence(around, events)
    ):
        return Reason.NOT_AN_EVENT
    frame = arguments(s, head, verb, rule, events, last if verb else None)
    if rule.transitive and verb and not is_passive(s, head) and not s.kids(head, "dobj", "dative"):
        shared = s.kids(head, "conj") or s.tokens[head].dep in ("relcl", "conj", "ccomp", "xcomp")
        if not shared:  # "her book blew up on social media"
            return Reason.NOT_AN_EVENT
    if rule.id == "police-take" and setting.captors and not frame.actors and s.tokens[head].lemma == "take":
        return Reason.NOT_AN_EVENT  # "the children taken from the school", by whoever it was
    fell = rule.id == "falls" and any(is_named_town(s, s.tokens[i], lexicon) for i in subjects(s, head))
    if rule.by_class and not fell and not subject_fits(s, head, verb, frame, rule, events):
        return Reason.NOT_AN_EVENT
    one = any(s.tokens[i].tag == "NN" and s.tokens[i].lemma in _ONE for i in frame.objects)
    if rule.id == "crowd-hit" and one and not around & events.classes["crowd-strong"]:
        return Reason.NOT_AN_EVENT  # "a student was shot": one is no crowd, but at a protest
    people = verb and rule.id == "strike-verb" and hits_somebody(s, frame, lexicon)
    if people and is_with_no_weapon(s, head, events):
        return Reason.NOT_AN_EVENT  # "he was hit with a door", "struck by a van"
    named = not verb and any(events.is_a(s.tokens[i].lemma, *rule.of_class) for i in own)  # "delivery of missiles"
    town = verb and rule.id in ("territory", "ground-taken") and takes_a_town(s, head, frame, lexicon)
    if rule.of_class and not named and not town and not object_fits(s, frame, rule, lexicon, verb):
        return Reason.NOT_AN_EVENT
    signs = len(around & events.classes["conflict"])
    if (rule.soft or rule.id in _SPORTING) and not signs and around & events.classes["sport-strong"]:
        return Reason.SPORT
    if verb and s.tokens[head].tag in ("VBZ", "VBP") and s.block is BlockKind.BODY and around & _FICTION:
        return Reason.FIGURATIVE  # "in the first episode a gunman kills the hero's brother"
    if setting.topic is not None and not is_literal(s, own, setting.topic, lexicon.topics):
        return setting.topic.reason
    if (
        rule.soft
        and not are_outlaws(s, frame, events)
        and not _credible(s, frame, around, signs, head, verb, setting, rule, lexicon)
    ):
        return Reason.FIGURATIVE
    if verb and rule.id in ("taken-away", "seized", "police-take") and takes_a_town(s, head, frame, lexicon):
        return Reason.NOT_AN_EVENT  # "rebels took Aleppo" and nobody in it
    weapons = weapons_of(s, first, last, head, frame, events)
    kind = EventType.ARMED_ATTACK if people else type_by(rule, weapons)  # "a fourth victim was hit in the shoulder"
    return Trigger(s, first, last, head, rule, kind, tuple(dict.fromkeys(w.term for w in weapons)), frame)


#: What outlaws do, whatever words stand by it.
_OUTLAWS_DO = frozenset({EventType.ARMED_ATTACK, EventType.KILLING, EventType.ABDUCTION})
#: What a rule may ask for beside it that an outlaw stands for.
_OF_OUTLAWS = frozenset({"by-force", "captor", "violence"})


def _is_concrete(s: Sentence, t: Token, lexicon: Lexicon) -> bool:
    """Whether what is hit is meant itself, whatever stands before it: "the oil terminal", "a cattle trader"."""
    if t.lemma in lexicon.events.classes["premises"]:
        return True
    return t.dep != "nsubj" and t.pos == "NOUN" and is_person(s, t, lexicon)


#: One of these is no crowd.
_ONE = frozenset({"student", "supporter", "mourner", "striker"})


def _is_of_firemen(s: Sentence, t: Token) -> bool:
    """ "the fire service", "a fire officer": who comes to help is no sign of shots."""
    return t.lemma == "fire" and t.i + 1 < len(s.tokens) and s.tokens[t.i + 1].lemma in _FIREMEN


_FIREMEN = frozenset({"service", "brigade", "department", "chief", "crew", "officer", "station", "engine", "marshal",
                      "truck", "authority", "rescue", "commander", "official", "unit"})  # fmt: skip

#: What storms and crashes do as well.
_ACCIDENTAL = frozenset({EventType.KILLING, EventType.DISPLACEMENT, EventType.LOOTING_DESTRUCTION})
_OF_PEACE = frozenset({EventType.MEETING, EventType.AGREEMENT, EventType.WAR, EventType.SANCTION,
                       EventType.DIPLOMATIC_ACTION, EventType.PROTEST, EventType.WEAPONS_TEST})  # fmt: skip


def _weapon_or_armed(s: Sentence, head: int, events: Events) -> bool:
    """Whether what hits is no car: its subject is no vehicle, or one with a weapon ("a truck bomb hit")."""
    hitting = subjects(s, head) if not is_passive(s, head) else []
    cars = [i for i in hitting if s.tokens[i].lemma in _CARS]
    return (
        not cars
        or len(cars) < len(hitting)
        or any(k.lemma in events.weapon_of for i in cars for k in s.kids(i, "compound", "amod"))
    )


_CARS = frozenset({"car", "bus", "lorry", "truck", "train", "van", "taxi", "tram", "motorcycle", "vehicle", "trailer",
                   "minibus", "coach", "ferry"})  # fmt: skip
#: Rules whose words are said of balls as well.
_SPORTING = frozenset({"open-fire", "shoot", "weapon-hits", "destruction"})
#: What is told in the present beside one of these is a plot.
_FICTION = frozenset({"film", "movie", "novel", "episode", "hero", "heroine", "villain", "protagonist", "thriller",
                      "sequel", "screenplay", "plot", "fiction", "videogame", "character"})  # fmt: skip


def _violence(words: set[str], events: Events) -> bool:
    return bool(words & (events.classes["violence"] - events.classes["accident"] - _OF_ALL_DEATHS))


#: Words of violence that reports of accidents use as well.
_OF_ALL_DEATHS = frozenset({"kill", "injure", "victim", "police", "hit", "strike", "fire", "mine", "open", "target"})


def _has(words: set[str], name: str, events: Events) -> bool:
    if name == "person-or-vehicle":
        return bool(words & (events.classes[name] | events.classes["person"])) or bool(words & PERSONAL)
    return bool(words & events.classes[name])


#: As participles before a noun these tell of a state: "a damaged building", "the targeted area".
_STATES = frozenset(
    {"destruction", "strike-verb", "injure", "troops", "withdrawal", "displacement", "territory", "attack"}
)


def _local(s: Sentence, first: int, last: int, head: int, verb: bool, lexicon: Lexicon) -> set[str]:
    """Lemmas and forms of what hangs on the trigger closely, and of what it is itself a modifier of."""
    out: set[str] = set()
    near: list[Token] = [t for t in s.kids(head) if not _is_meanwhile(s, t, lexicon.events)]
    for t in list(near):
        if t.dep in ("prep", "agent", "dative", "advmod"):
            near += s.kids(t.i, "pobj")
        if t.dep in ("dobj", "nsubj", "nsubjpass") and not _is_concrete(s, t, lexicon):
            near += s.kids(t.i, "compound", "amod", "nmod")
            near += [k for prep in s.kids(t.i, "prep") if prep.lower == "of" for k in s.kids(prep.i, "pobj")]
    for t in list(near):
        if t.dep == "pobj":
            near += s.kids(t.i, "compound", "amod", "nmod", "poss")
    token = s.tokens[head]
    parent = s.tokens[token.head]
    if token.dep in ("compound", "amod", "nmod") or (not verb and token.dep == "conj"):
        near.append(parent)
        near += [t for t in s.kids(parent.i, "compound", "amod") if t.i != head]
    if verb and token.dep in ("acl", "relcl"):
        near.append(parent)
    if token.dep == "pobj" and s.tokens[parent.head].pos == "VERB":  # "sentenced to death"
        near.append(s.tokens[parent.head])
    if verb and token.dep == "conj":
        near += s.kids(parent.i, "nsubj", "nsubjpass", "dobj")
    if not verb and head > 0:  # the parser may hang the word before elsewhere: "hunger strike"
        near += s.tokens[max(0, first - 1) : first]
        near += s.tokens[last + 1 : last + 2]
    for t in near:
        if t.lower == "according":  # names who says it, and no accord
            continue
        if not first <= t.i <= last or (verb and t.i not in (head, last)):
            out |= {t.lemma, t.lower}
    return out


#: Those who are arrested for what they say.
_OPPOSED = frozenset({"protester", "protestor", "demonstrator", "activist", "journalist", "dissident", "unionist",
                      "opposition", "rioter", "marcher", "editor", "reporter", "blogger", "organiser",
                      "organizer", "dissenter", "campaigner", "columnist", "critic", "deserter"})  # fmt: skip


def _is_meanwhile(s: Sentence, t: Token, events: Events) -> bool:
    """ "Were killed as they weeded their plots": what the victims were doing is not what is done to them."""
    if t.dep != "advcl" or t.pos != "VERB" or events.is_a(t.lemma, "accident"):
        return False
    marks = {k.lower for k in s.kids(t.i, "mark", "advmod")} & {"as", "while", "when"}
    return bool(marks) and all(k.lower in PERSONAL for k in s.kids(t.i, "nsubj"))


def _credible(
    s: Sentence,
    frame: Frame,
    around: set[str],
    signs: int,
    head: int,
    verb: bool,
    setting: Setting,
    rule: EventRule,
    lexicon: Lexicon,
) -> bool:
    """Whether a soft trigger means violence: by what fills its roles, by its sentence, or by its article."""
    events = lexicon.events
    if not verb and s.tokens[head].lemma == "strike" and len(around & events.classes["industry"]) > 2:
        return bool(signs)
    if signs:
        return True
    if rule.id == "arrest" and any(s.kids(i, "nummod") or s.tokens[i].lemma in _OPPOSED for i in frame.recipients):
        return True  # many at once, or those who speak up: no thieves
    filled = (*frame.actors, *frame.objects, *frame.means)
    held = [k.i for i in (head, *filled) for p in s.kids(i, "prep") if p.lower == "with" for k in s.kids(p.i, "pobj")]
    roles = [s.tokens[i].lemma for i in (*filled, *held)]
    if any(events.is_a(r, "armed", "projectile", "aircraft") or r in events.weapon_of for r in roles):
        return True
    # "raided two villages", "the convoy came under fire": politicians and prices are no ground and no convoys
    hit = [s.tokens[i] for i in (*frame.objects, *frame.recipients)]
    if any(events.is_a(t.lemma, "grounds-hit") or (verb and is_of(s, t, "vessel", events)) for t in hit):
        return True
    domain = around & (events.classes["politics"] | events.classes["culture"] | events.classes["sport"])
    if setting.told and verb and rule.id == "strike-verb" and not domain and is_once_more(s, head):
        return not s.kids(head, "agent")  # "on Sunday the site was hit a second time"
    shot = rule.id == "shoot" and s.tokens[head].lemma == "shoot"
    if shot and not domain - _OF_TEAMS and any(events.is_a(t.lemma, "person") or is_person(s, t, lexicon) for t in hit):
        return True  # "men on motorbikes shot two elders"
    if shot and verb and not domain and shot_somebody(s, head):
        return True  # "they shot her beside the till"
    if rule.id in _ON_THE_GROUND and not domain and on_premises(s, head, verb, frame, around, events):
        return True
    meant = rule.id in ("attack", "under-fire") and not domain - _OF_TEAMS
    if meant and on_people(s, head, verb, frame, around, lexicon):
        return True  # "farmers were attacked in their fields", "unknown men attacked the town"
    if rule.id == "strike-verb" and verb and not domain and hits_home(s, head, frame):
        return True  # "an apartment building was hit overnight"
    if not verb and rule.id in _ON_THE_GROUND and not domain and around & events.classes["aftermath"]:
        return True  # "the toll of the raid"
    if not verb and rule.id in _CARRIED_OUT and not domain and is_carried_out(s, head, around, events):
        return True  # "carried out a raid on a building"
    below = [s.tokens[i] for i in s.subtree(head)] if not verb else []
    if any(k.dep in ("relcl", "acl") and k.lemma in _HARMS for k in below):
        return True  # "an attack in which six people died"
    if shot and verb and any(events.is_a(t.lemma, "person") for t in hit) and in_the_body(s, head):
        return True  # "a man was shot in one leg outside a football ground"
    return (setting.conflict or (setting.brief and rule.type in _BLOWS)) and len(domain) < 2


#: "A polio team" plays no match.
_OF_TEAMS = frozenset({"team"})
_BLOWS = frozenset({EventType.STRIKE, EventType.AIR_STRIKE, EventType.SHELLING, EventType.DRONE_STRIKE})
_HARMS = frozenset({"kill", "die", "injure", "wound", "perish"})


#: Rules of attacks whose target tells that they are none in words.
_ON_THE_GROUND = frozenset({"attack", "storm", "home-invasion"})


_CARRIED_OUT = _ON_THE_GROUND | {"strike-noun"}
