"""A title told over a list of those who lead their blocs, who then get it.

"UBND tỉnh tặng Cờ thi đua cho các đơn vị dẫn đầu các khối: - Dẫn đầu Khối thi đua số 1 là Sở A; - Dẫn đầu …".
"""

from __future__ import annotations

from pipeline.frames.award_grantors import grantor_of, opener_of_lines
from pipeline.frames.award_parts import Claim, Status
from pipeline.frames.context import Context


def give_titles_over_ranks(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Turn the claims of leading, in the lines below a title that is given or asked for, into ones of the title.

    A line that only tells what a unit gets the title for claims nothing: "1. Sở A, đã dẫn đầu Khối thi đua số 1".
    """
    named = {id(c.award) for c in claims if c.award.rule != "rank" and c.recipient}
    told = {id(c.mention) for c in claims if c.award.rule != "rank" and c.recipient}
    claims = [c for c in claims if not (c.award.value == "Đơn vị dẫn đầu" and id(c.mention) in told)]
    for claim in claims:
        if claim.award.value != "Đơn vị dẫn đầu" or claim.status.value != "voted":
            continue
        opener = opener_of_lines(ctx, ctx.reading.sentence_of(claim.award.start))
        titles = ctx.reading.of("AWARD", opener.start, opener.end) if opener else []
        titles = [a for a in titles if a.rule == "title"]
        if opener is None or len(titles) != 1 or titles[0].parts["for"] == "person" or id(titles[0]) in named:
            continue
        asked = ctx.last("ask", opener.start, opener.end)
        given = asked or ctx.last("confer", opener.start, titles[0].start)
        if given is None:
            continue
        claim.award = titles[0]
        claim.grantor = grantor_of(ctx, opener, titles[0], opener.end)
        claim.status = Status("proposed" if asked else "conferred", given)
        claim.rule = "award-over-lines"
    return claims
