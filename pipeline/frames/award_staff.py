"""Units that are told by their people: "cho Nhân dân và cán bộ xã A; tập thể cán bộ, công chức Sở B"."""

from __future__ import annotations

from pipeline.frames.context import Context

_KINDS = tuple(
    sorted(
        (
            tuple(words.split())
            for words in "cán bộ|nhân dân|công chức|viên chức|nhân viên|công nhân|giáo viên|giảng viên|học sinh|"
            "sinh viên|chiến sĩ|chiến sỹ|người lao động|lao động|công nhân viên|đảng viên|hội viên|đoàn viên|quân dân|"
            "quân và dân|đảng bộ|chính quyền|cbcnv|cbccvc|cán bộ công chức|cán bộ chiến sĩ|công nhân lao động|"
            "người dân|các dân tộc|ban giám hiệu|y bác sĩ|bác sĩ|lực lượng vũ trang".split("|")
        ),
        key=len,
        reverse=True,
    )
)
_LAST = frozenset(kind[-1] for kind in _KINDS) | {"thể"}
_JOINS = frozenset((",", "và", "-", "cùng"))
_WHOLE = (("tập", "thể"), ("toàn", "thể"))


def stand_for_their_units(ctx: Context) -> None:
    """Let the names of units begin with the words for their people, which stand between "cho" and the name.

    "tập thể cán bộ, công chức Sở B" is Sở B; "cán bộ Sở B" alone may be one of its staff, and stays.
    """
    norms = ctx.reading.norms
    for agency in ctx.reading.of("AGENCY"):
        begin = int(agency.parts.get("from", agency.start))
        if begin and norms[begin - 1] in _LAST:
            people = _people_before(norms, begin)
            if people is not None:
                agency.parts["from"] = str(people)


def _people_before(norms: list[str], end: int) -> int | None:
    """Return where "tập thể cán bộ, công chức" before a token begins, or None."""
    at, kinds = end, 0
    while True:
        kind = next((k for k in _KINDS if at >= len(k) and tuple(norms[at - len(k) : at]) == k), None)
        if kind is None:
            break
        at, kinds = at - len(kind), kinds + 1
        joined = at > 0 and norms[at - 1] in _JOINS
        if not joined or norms[at - 2 : at - 1] == ["tặng"]:
            break
        if not any(tuple(norms[at - 1 - len(k) : at - 1]) == k for k in _KINDS):
            break
        at -= 1
    whole = at > 1 and tuple(norms[at - 2 : at]) in _WHOLE
    if whole:
        at -= 2
    return at if (whole or kinds > 1) and kinds + whole and not norms[at - 1].isdigit() else None
