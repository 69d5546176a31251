"""Members told in two sentences, beside a post, in a table or as new ones: rows of (text, expected members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

_TOLD = "Khối thi đua số 7 tỉnh Quảng Trị tổng kết năm 2023. "
_THREE = ("Sở Tài chính", "Sở Công Thương", "Sở Xây dựng")

REFERRED = [
    # "Đó là" after a sentence that counts the bloc's units, with posts beside the names.
    row(
        "Cụm thi đua số 2 huyện Đầm Hà sơ kết học kỳ I. Cụm có bốn trường. Đó là THCS Đại Bình - Cụm trưởng; "
        "THCS Quảng Lợi - Cụm phó; THCS Tân Lập và THCS Dực Yên.",
        members("Trường THCS Đại Bình", "Trường THCS Quảng Lợi", "Trường THCS Tân Lập", "Trường THCS Dực Yên"),
    ),
    row(_TOLD + "Khối có 3 thành viên. Cụ thể là Sở Tài chính, Sở Công Thương và Sở Xây dựng.", members(*_THREE)),
    # Near misses: of some units, or no list.
    row(_TOLD + "Khối có ba đơn vị đạt điểm cao. Đó là Sở Tài chính, Sở Công Thương và Sở Xây dựng.", members()),
    row(_TOLD + "Khối có tám đơn vị. Đó là kết quả mà Sở Tài chính, Sở Công Thương và Sở Xây dựng chờ.", members()),
]

BESIDE_POSTS = [
    row(
        "Khối thi đua số 9 thành phố Đà Nẵng có 5 Công an phường. Ngoài Công an phường An Khê giữ vị trí Khối trưởng, "
        "còn có Công an các phường Cẩm Lệ, Hòa Xuân, Sơn Trà, Hải Vân.",
        members(*(f"Công an phường {p}" for p in ("An Khê", "Cẩm Lệ", "Hòa Xuân", "Sơn Trà", "Hải Vân"))),
    ),
    row(
        "Khối thi đua số 7 tỉnh Quảng Trị do Sở Tài chính làm Trưởng khối và có thêm Sở Công Thương, Sở Xây dựng.",
        members(*_THREE),
    ),
    row(
        "Khối thi đua số 7 tỉnh Quảng Trị gồm Trưởng khối Sở Tài chính, Phó Trưởng khối Sở Công Thương và các thành "
        "viên Sở Xây dựng, Sở Nội vụ, Cục Thuế.",
        members(*_THREE, "Sở Nội vụ", "Cục Thuế"),
    ),
    row(
        _TOLD + "Ngoài đại diện Sở Tài chính, đơn vị Trưởng khối, dự hội nghị còn có Sở Nội vụ, Văn phòng UBND tỉnh.",
        members(),
    ),
]

JOINING = [
    row(_TOLD + "Năm nay Khối tiếp nhận thêm Sở Dân tộc và Tôn giáo.", members("Sở Dân tộc và Tôn giáo")),
    row(_TOLD + "Từ tháng 7, Khối đón thành viên mới là Sở Dân tộc và Tôn giáo.", members("Sở Dân tộc và Tôn giáo")),
    row(_TOLD + "Khối kết nạp thêm 12 đảng viên ở Sở Tài chính.", members()),
]

PARTS = [
    row(
        "Cụm thi đua số 4 Kho bạc Nhà nước tổng kết năm 2023. Các KBNN trong Cụm (Hòa Bình, Sơn La, Lai Châu) cùng dự.",
        members(*(f"Kho bạc Nhà nước tỉnh {p}" for p in ("Hòa Bình", "Sơn La", "Lai Châu"))),
    ),
    row(
        _TOLD + "Thành phần: Trưởng khối Sở Tài chính; Phó khối Sở Công Thương; các thành viên: Sở Xây dựng, Sở Y tế.",
        members(*_THREE, "Sở Y tế"),
    ),
    row(
        "Xã Tân Lập chia các cơ quan thành 2 khối thi đua. Khối Nội chính: Công an xã, Ban Chỉ huy Quân sự xã. "
        "Khối Trường học: Trường THCS Tân Lập, Trường Mầm non Tân Lập.",
        [
            *members("Công an xã", "Ban Chỉ huy Quân sự xã", bloc="Khối Nội chính"),
            *members("Trường THCS Tân Lập", "Trường Mầm non Tân Lập", bloc="Khối Trường học"),
        ],
        blocs=("Khối Nội chính", "Khối Trường học"),
    ),
    row(
        "Cụm thi đua số 4 tỉnh Sơn La được lập bởi ba xã biên giới Chiềng Khương, Mường Hung, Mường Lạn và hai xã "
        "liền kề Nà Nghịu, Huổi Một.",
        members(*(f"xã {p}" for p in ("Chiềng Khương", "Mường Hung", "Mường Lạn", "Nà Nghịu", "Huổi Một"))),
    ),
    row(
        "Cụm thi đua số 2 Liên đoàn Lao động tỉnh Lào Cai có 5 đơn vị: CĐ ngành Giáo dục, Y tế, Xây dựng, Công Thương, "
        "CĐ Viên chức tỉnh.",
        members(
            *(f"Công đoàn ngành {f}" for f in ("Giáo dục", "Y tế", "Xây dựng", "Công Thương")), "Công đoàn Viên chức"
        ),
    ),
    row(
        "Khối thi đua Lực lượng vũ trang xã Mường Khương gồm Công an xã, Ban CHQS xã, Trạm Y tế.",
        members("Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế"),
    ),
    row(
        "Cụm thi đua số 4 tỉnh Sơn La ký kết giao ước năm 2024. Bên ký gồm ba gương mặt quen thuộc là "
        "UBND xã Chiềng Khương, UBND xã Mường Hung, UBND xã Mường Lạn.",
        members("UBND xã Chiềng Khương", "UBND xã Mường Hung", "UBND xã Mường Lạn"),
    ),
]


@pytest.mark.parametrize("case", REFERRED + BESIDE_POSTS + JOINING + PARTS)
def test_members_that_come_beside_other_words(case: Row) -> None:
    assert not differences("member", case)
