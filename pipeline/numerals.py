"""Numbers that are told in words or in Roman letters, by their folded forms."""

from __future__ import annotations

SPELT = {word: n for n, word in enumerate("không một hai ba bốn năm sáu bảy tám chín mười".split())}
"""Numbers in words; "năm" is five, and year."""

SEVERAL = {word: n for word, n in SPELT.items() if n > 1}
"""Numbers in words that count several things: "hai đơn vị"."""

ROMAN = {
    letters: n
    for n, letters in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1)
}
"""Roman numbers up to twenty: "Khối thi đua XII"."""
