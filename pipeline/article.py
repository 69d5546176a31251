"""What an article is: one text, its sections, and where it came from.

Everything that reads (`pipeline`) and everything that fetches (`scrapers`) meets here. The text is kept as it was
decoded; no folding or normalisation ever touches it, so that offsets into it stay true for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Field = Literal["title", "lead", "body", "caption", "author", "chrome"]
"""What a section is. `chrome` is what a page prints around its article: tool bars, clocks, counters, related news."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article's text. Offsets are 0-based, half-open, in Unicode code points of `Article.text`."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was published.

    `text` is title, lead, body and captions in page order, joined by a blank line. A page that came as copied text
    is kept whole instead, and its sections tell the article (`title`, `lead`, `body`, `caption`, `author`) from what
    stood around it (`chrome`), so that offsets hold in the file that the user has.

    `published` is the day that the article itself names as its publication, never a page clock. `province` is the
    bare name of the province that the publisher is known to belong to ("Kon Tum"), else None. `parser` names what
    made the article from a page, None for plain text.
    """

    article_id: str
    text: str
    sections: tuple[Section, ...] = ()
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None
    province: str | None = None
    parser: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON-ready values; `published` as ISO 8601."""
        # By hand: `asdict` copies every value deeply, and takes longer than all else that is done with an article.
        return {
            "article_id": self.article_id,
            "text": self.text,
            "sections": [[s.field, s.start, s.end] for s in self.sections],
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
            "url": self.url,
            "source": self.source,
            "province": self.province,
            "parser": self.parser,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """Build an article from `to_dict()`'s values.

        Raises:
            KeyError: `article_id` or `text` is missing.
            ValueError: `published` is no ISO date.
        """
        published = data.get("published")
        return cls(
            article_id=data["article_id"],
            text=data["text"],
            sections=tuple(Section(*s) for s in data.get("sections") or ()),
            title=data.get("title"),
            published=date.fromisoformat(published) if published else None,
            url=data.get("url"),
            source=data.get("source"),
            province=data.get("province"),
            parser=data.get("parser"),
        )
