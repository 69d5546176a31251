"""Posts that are named together, and which holder gets which: "Trưởng khối, Phó khối năm 2024 lần lượt là A; B"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import gap
from pipeline.frames.leader_holders import VERBS_OF_POST, binds_right
from pipeline.lexicon import Phrases
from pipeline.reading import Mention


def groups_of(ctx: Context, roles: list[Mention], light: Phrases[str]) -> list[list[Mention]]:
    """Group roles that are named together: "Trưởng khối, Phó khối năm 2024"."""
    groups: list[list[Mention]] = []
    for role in roles:
        if groups:
            between = gap(ctx, groups[-1][-1].end, role.start, light)
            if (
                between is not None
                and between.only(",", "và", "-", "đơn vị", "/", "<BLOC>", "<YEAR>", "thi đua")
                and between.words
                and not ctx.reading.of("AGENCY", groups[-1][-1].end, role.start)
            ):
                groups[-1].append(role)
                continue
        groups.append([role])
    return groups


def each_told_apart(
    ctx: Context, groups: list[list[Mention]], agencies: list[Mention], light: Phrases[str]
) -> list[list[Mention]]:
    """Part roles that only a comma joins: "A làm Trưởng khối, Phó khối là B" tells each with a holder of its own."""
    parted: list[list[Mention]] = []
    for group in groups:
        last = role_end(ctx, group[-1])
        before = next((a for a in reversed(agencies) if a.end <= group[0].start), None)
        after = next((a for a in agencies if a.start >= last), None)
        if len(group) > 1 and before and after and ctx.reading.norms[group[-1].start - 1] != "và":
            first = gap(ctx, before.end, group[0].start, light)
            second = gap(ctx, last, int(after.parts.get("from", after.start)), light)
            if first and second and first.any(*VERBS_OF_POST) and binds_right(second):
                parted += [[role] for role in group]
                continue
        parted += _halves(ctx, group, before, after, light) or [group]
    return parted


def _halves(
    ctx: Context, group: list[Mention], before: Mention | None, after: Mention | None, light: Phrases[str]
) -> list[list[Mention]]:
    """Return the two posts of "Trưởng, Phó khối" apart where it ends one clause and begins the next.

    "Khối do A làm Trưởng, Phó khối là B".
    """
    both = group[0]
    mark = ctx.reading.find((",",), both.start, both.end)
    if len(group) > 1 or both.value != "both" or mark < 0 or before is None or after is None:
        return []
    first = gap(ctx, before.end, both.start, light)
    second = gap(ctx, both.end, int(after.parts.get("from", after.start)), light)
    if not (first and second and first.any("làm", "giữ") and binds_right(second)):
        return []
    leader = Mention("ROLE", both.start, mark, "leader", both.rule)
    return [[leader], [Mention("ROLE", mark + 1, both.end, "deputy", both.rule)]]


def pair_up(
    posts: list[str], spans: list[Mention], holders: list[Mention]
) -> list[tuple[tuple[str, Mention], Mention]]:
    """Pair posts and holders in order; what is left over goes to the deputies."""
    if len(posts) == 1:
        chosen = holders if posts[0] == "deputy" else holders[:1]
        return [((posts[0], spans[0]), h) for h in chosen]
    if len(holders) < len(posts):
        return [((p, s), h) for p, s, h in zip(posts, spans, holders, strict=False)] if len(holders) > 1 else []
    pairs = [((p, s), h) for p, s, h in zip(posts, spans, holders, strict=False)]
    return pairs + [((posts[-1], spans[-1]), h) for h in holders[len(posts) :] if posts[-1] == "deputy"]


def role_end(ctx: Context, role: Mention) -> int:
    """Return where a role's words end, with the bloc that it is a role of: "Khối trưởng Khối thi đua số 4"."""
    end = role.end
    last = ctx.reading.sentences[ctx.reading.sentence_of(role.start)].end
    if ctx.reading.norms[end : end + 1] == ["của"] and ctx.reading.of("BLOC", end + 1, end + 2):
        end += 1
    for bloc in ctx.reading.of("BLOC", role.start, min(end + 1, last)):
        end = max(end, bloc.end, _owner_end(ctx, bloc))
    return end


def _owner_end(ctx: Context, bloc: Mention) -> int:
    """Return where the body ends that a bloc's name is set off from: "Cụm thi đua số 5 - Thanh tra Chính phủ".

    Right behind the name it is the owner only before a mark: "Cụm thi đua số 1 MTTQ tỉnh A, bà …".
    """
    norms = ctx.reading.norms
    beside = ctx.reading.of("AGENCY", bloc.end, bloc.end + 1)
    if beside and beside[0].start == bloc.end and norms[beside[0].end : beside[0].end + 1] == [","]:
        span = f"{beside[0].start} {beside[0].end}"
        return beside[0].end if bloc.parts.get("owner_at") == span else bloc.end
    if "authority" not in bloc.parts or norms[bloc.end : bloc.end + 1] not in (["-"], [","], ["của"], ["thuộc"]):
        return bloc.end
    owner = next(iter(ctx.reading.of("AGENCY", bloc.end + 1, bloc.end + 2)), None)
    return owner.end if owner and owner.value == bloc.parts["authority"] else bloc.end
