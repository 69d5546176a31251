"""Which blocs a report is about: rows of (text, expected blocs), with level, place and authority."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, differences, language, read, right_attributes, row

from pipeline import Article, extract

NUMBERED = [
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua số 5", province="Cà Mau")],
    ),
    row(
        "Ngày 15/3/2024, Khối thi đua 17 tỉnh Đồng Nai ký giao ước thi đua năm 2024.",
        [bloc("Khối thi đua 17", province="Đồng Nai")],
    ),
    row(
        "Ngày 20/12/2021, Khối thi đua số VII tỉnh Hà Giang tổng kết năm 2021.",
        [bloc("Khối thi đua số VII", province="Hà Giang")],
    ),
    row(
        "Ngày 20/12/2025, Cụm thi đua số 10 Thành phố Hồ Chí Minh tổng kết năm 2025.",
        [bloc("Cụm thi đua số 10", province=["Hồ Chí Minh", "Thành phố Hồ Chí Minh"])],
    ),
    row(
        "Ngày 20/12/2023, Cụm thi đua số 3 huyện Bảo Lâm, tỉnh Lâm Đồng tổng kết phong trào thi đua năm 2023.",
        [bloc("Cụm thi đua số 3", "huyện", "Lâm Đồng", "Bảo Lâm")],
    ),
    row(
        "Ngày 20/7/2022, Khối thi đua số 2 huyện Mường La sơ kết 6 tháng đầu năm 2022.",
        [bloc("Khối thi đua số 2", "huyện", district="Mường La")],
    ),
    row(
        "Ngày 15/3/2022, Cụm thi đua số 1 thị xã Ba Đồn ký kết giao ước thi đua năm 2022.",
        [bloc("Cụm thi đua số 1", "huyện", district="Ba Đồn")],
    ),
    row("Ngày 04/8/2025, Cụm thi đua số 2 xã Cư M'gar sơ kết phong trào thi đua.", [bloc("Cụm thi đua số 2", "xã")]),
    row(
        "Ngày 09/01/2025, Khối thi đua số 2 (huyện Krông Năng, tỉnh Đắk Lắk) tổng kết năm 2024.",
        [bloc("Khối thi đua số 2", "huyện", "Đắk Lắk", "Krông Năng")],
    ),
    row(
        "Ngày 09/01/2025, Cụm thi đua số 4, Phòng GD&ĐT huyện Phú Bình (Thái Nguyên) tổng kết năm 2024.",
        [bloc("Cụm thi đua số 4", "huyện", "Thái Nguyên", "Phú Bình", authority="Phòng Giáo dục và Đào tạo")],
    ),
    # Only the numbers are listed; all are of the place after them.
    row(
        "Ngày 03/01/2025, Khối thi đua số 1, số 2 và số 3 thị xã An Nhơn tổ chức tổng kết năm 2024.",
        [bloc(f"Khối thi đua số {n}", "huyện", district="An Nhơn") for n in (1, 2, 3)],
    ),
    # Owners: a system of offices, a youth union, a national body named by its headquarters.
    row(
        "Ngày 19/12/2023, Cụm thi đua số 7 hệ thống Kho bạc Nhà nước tổng kết năm 2023.",
        [bloc("Cụm thi đua số 7", "trung ương", authority="Kho bạc Nhà nước")],
    ),
    row(
        "Ngày 19/02/2024, Cụm thi đua số II thuộc Tỉnh đoàn An Giang ký kết giao ước thi đua năm 2024.",
        [bloc("Cụm thi đua số II", "tỉnh", "An Giang", authority=["Tỉnh đoàn", "Tỉnh đoàn An Giang"])],
    ),
    row(
        "Ngày 19/02/2024, Cụm thi đua số 2, Trung ương Hội Nông dân Việt Nam ký kết giao ước thi đua năm 2024.",
        [bloc("Cụm thi đua số 2", "trung ương", authority="Hội Nông dân Việt Nam")],
    ),
    row(
        "Ngày 12/3/2025, Khối thi đua các khu phố phường Phú An ký kết giao ước thi đua năm 2025.",
        [bloc("Khối thi đua các khu phố", "xã")],
    ),
    # Its place in a bracket; a city that is a province.
    row(
        "Ngày 20/12/2025, Cụm thi đua số 9 (thành phố Hải Phòng) tổng kết năm 2025.",
        [bloc("Cụm thi đua số 9", province="Hải Phòng")],
    ),
    # One bloc under two spellings of its number.
    row(
        "Ngày 20/12/2022, Khối thi đua số 02 tỉnh Bình Phước tổng kết năm 2022. Năm qua, Khối thi đua số 2 đã hoàn thành các chỉ tiêu.",
        [bloc(["Khối thi đua số 2", "Khối thi đua số 02"], province="Bình Phước")],
    ),
]

BY_SECTOR = [
    row(
        "Ngày 08/01/2018, Khối thi đua Dịch vụ hạ tầng của thành phố Đà Nẵng tổng kết năm 2017.",
        [bloc("Khối thi đua Dịch vụ hạ tầng", province="Đà Nẵng")],
    ),
    row(
        "Ngày 10/01/2023, Khối thi đua Doanh nghiệp 1 tỉnh An Giang tổng kết năm 2022.",
        [bloc("Khối thi đua Doanh nghiệp 1", province="An Giang")],
    ),
    row(
        "Ngày 21/12/2022, tại Hà Nội, Khối thi đua các bộ, ngành Tổng hợp tổng kết năm 2022.",
        [bloc("Khối thi đua các bộ, ngành Tổng hợp", "trung ương")],
    ),
    row(
        "Ngày 20/12/2019, Khối thi đua các cơ quan Nội chính tỉnh Ninh Thuận tổng kết năm 2019.",
        [bloc("Khối thi đua các cơ quan Nội chính", province="Ninh Thuận")],
    ),
    row(
        "Ngày 20/7/2022, Khối Nội chính tỉnh Lâm Đồng sơ kết công tác thi đua năm 2022.",
        [bloc("Khối Nội chính", province="Lâm Đồng")],
    ),
    row(
        "Ngày 20/12/2022, Khối thi đua Văn hóa – Xã hội tỉnh Nghệ An tổng kết năm 2022.",
        [bloc("Khối thi đua Văn hóa - Xã hội", province="Nghệ An")],
    ),
    row(
        "Ngày 15/3/2023, Khối thi đua Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội tỉnh Cao Bằng ký kết giao ước thi đua năm 2023.",
        [bloc("Khối thi đua Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội", province="Cao Bằng")],
    ),
    row(
        "Ngày 15/3/2022, Khối thi đua các cơ quan Trung ương đóng trên địa bàn tỉnh Ninh Thuận phát động thi đua năm 2022.",
        [
            bloc(
                ["Khối thi đua các cơ quan Trung ương đóng trên địa bàn", "Khối thi đua các cơ quan Trung ương"],
                province="Ninh Thuận",
            )
        ],
    ),
    row(
        "Ngày 20/12/2023, Khối thi đua I các Hội quần chúng tỉnh Sóc Trăng tổng kết năm 2023.",
        [bloc("Khối thi đua I các Hội quần chúng", province="Sóc Trăng")],
    ),
    row(
        "Ngày 15/3/2018, Khối giao ước thi đua các sở tổng hợp tỉnh Hà Giang ký kết giao ước thi đua năm 2018.",
        [bloc("Khối giao ước thi đua các sở tổng hợp", province="Hà Giang")],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua các xã vùng cao huyện Mù Cang Chải tổng kết năm 2022.",
        [bloc("Cụm thi đua các xã vùng cao", "huyện", district="Mù Cang Chải")],
    ),
    row(
        "Ngày 15/3/2023, Cụm thi đua khối xã, phường thành phố Bắc Kạn ký giao ước thi đua năm 2023.",
        [bloc("Cụm thi đua khối xã, phường", "huyện", district="Bắc Kạn", province=[None, "Bắc Kạn"])],
    ),
    row(
        "Ngày 15/3/2023, Khối thi đua các cơ quan tham mưu tổng hợp (sau đây gọi là Khối thi đua) tỉnh Khánh Hòa ký giao ước năm 2023. Khối thi đua gồm 6 đơn vị.",
        [bloc("Khối thi đua các cơ quan tham mưu tổng hợp", province="Khánh Hòa")],
    ),
]

WITH_OWNER = [
    row(
        "Ngày 20/12/2022, Cụm thi đua số 9, Bộ Công an tổng kết phong trào Thi đua Vì an ninh Tổ quốc năm 2022.",
        [bloc("Cụm thi đua số 9", "trung ương", authority="Bộ Công an")],
    ),
    row(
        "Ngày 15/3/2025, Cụm thi đua số 4 - Bộ Công an ký giao ước thi đua năm 2025.",
        [bloc(["Cụm thi đua số 4", "Cụm thi đua số 4 - Bộ Công an"], "trung ương", authority="Bộ Công an")],
    ),
    row(
        "Ngày 15/3/2026, Cụm thi đua số 5 Bảo hiểm xã hội Việt Nam triển khai nhiệm vụ và ký giao ước thi đua năm 2026.",
        [
            bloc(
                ["Cụm thi đua số 5", "Cụm thi đua số 5 Bảo hiểm xã hội Việt Nam"],
                "trung ương",
                authority="Bảo hiểm xã hội Việt Nam",
            )
        ],
    ),
    row(
        "Ngày 25/5/2024, Cụm thi đua số 2 thuộc Sở Giáo dục và Đào tạo tỉnh Điện Biên tổng kết năm học 2023-2024.",
        [bloc("Cụm thi đua số 2", "tỉnh", "Điện Biên", authority="Sở Giáo dục và Đào tạo")],
    ),
    row(
        "Ngày 20/12/2022, Khối thi đua số 1, Liên đoàn Lao động huyện Krông Ana tổng kết năm 2022.",
        [
            bloc(
                "Khối thi đua số 1",
                "huyện",
                district="Krông Ana",
                authority=["Liên đoàn Lao động huyện", "Liên đoàn Lao động", "Liên đoàn Lao động huyện Krông Ana"],
            )
        ],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua số II Tòa án nhân dân tỉnh Gia Lai tổng kết công tác năm 2022.",
        [
            bloc(
                ["Cụm thi đua số II", "Cụm thi đua số II Tòa án nhân dân"],
                "tỉnh",
                "Gia Lai",
                authority=["Tòa án nhân dân tỉnh", "Tòa án nhân dân", "Tòa án nhân dân tỉnh Gia Lai"],
            )
        ],
    ),
]

OF_REGIONS = [
    row(
        "Ngày 20/12/2023, Cụm thi đua các tỉnh Đồng bằng sông Hồng tổng kết năm 2023 tại Hải Dương.",
        [bloc("Cụm thi đua các tỉnh Đồng bằng sông Hồng", "trung ương")],
    ),
    row(
        "Ngày 15/3/2022, Cụm thi đua 5 thành phố trực thuộc Trung ương ký kết giao ước thi đua năm 2022.",
        [bloc("Cụm thi đua 5 thành phố trực thuộc Trung ương", "trung ương")],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua Hội Nhà báo các tỉnh miền Đông Nam Bộ tổng kết năm 2022.",
        [
            bloc(
                "Cụm thi đua Hội Nhà báo các tỉnh miền Đông Nam Bộ",
                "trung ương",
                authority=[None, "Hội Nhà báo Việt Nam"],
            )
        ],
    ),
    row(
        "Ngày 20/12/2012, Khu vực thi đua các tỉnh Tây Bắc của Bộ Tư pháp tổng kết công tác thi đua năm 2012.",
        [bloc("Khu vực thi đua các tỉnh Tây Bắc", "trung ương", authority="Bộ Tư pháp")],
    ),
]

SEVERAL = [
    row(
        "Ngày 11/01/2024, Khối thi đua Kinh tế và Khối thi đua Văn hóa - Xã hội huyện Chợ Đồn tổng kết năm 2023.",
        [
            bloc("Khối thi đua Kinh tế", "huyện", district="Chợ Đồn"),
            bloc("Khối thi đua Văn hóa - Xã hội", "huyện", district="Chợ Đồn"),
        ],
    ),
]

# No day is named, and the bloc is said once.
UNDATED = [
    row(
        "Khối thi đua số 17 tỉnh Đồng Nai vừa ký giao ước thi đua năm 2024.",
        [bloc("Khối thi đua số 17", province="Đồng Nai")],
    ),
    row(
        "Khối Nội chính tỉnh Lâm Đồng sơ kết công tác thi đua 6 tháng đầu năm 2022.",
        [bloc("Khối Nội chính", province="Lâm Đồng")],
    ),
    row(
        "Cụm thi đua số 5 - Bộ Công an tổng kết phong trào thi đua Vì an ninh Tổ quốc năm 2021.",
        [bloc(["Cụm thi đua số 5", "Cụm thi đua số 5 - Bộ Công an"], "trung ương", authority="Bộ Công an")],
    ),
]

BORDERS = [
    # A branch, an owner, a person and a province after the name.
    row(
        "Ngày 12/12/2022, Cụm thi đua số 3 ngành Giáo dục tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Cụm thi đua số 3", province="Cà Mau", authority="Sở Giáo dục và Đào tạo")],
    ),
    row(
        "Ngày 12/12/2022, Cụm thi đua số 2 (BHXH tỉnh Cà Mau) tổng kết năm 2022.",
        [bloc("Cụm thi đua số 2", province="Cà Mau", authority="Bảo hiểm xã hội tỉnh")],
    ),
    row(
        "Ngày 12/12/2022, Khối thi đua các khoa lâm sàng Bệnh viện Đa khoa Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua các khoa lâm sàng", "đơn vị", "Cà Mau", authority="Bệnh viện Đa khoa")],
    ),
    row(
        "Ngày 12/12/2022, Khối thi đua các tổ chức tín dụng Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua các tổ chức tín dụng", province="Cà Mau")],
    ),
    row(
        "Ngày 12/12/2022, Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy", province="Cà Mau")],
    ),
    row(
        "Ngày 12/01/2018, Cụm thi đua các huyện, thành phố tỉnh Cà Mau tổng kết năm 2017. Trưởng Cụm thi đua Nguyễn Công Thức, Chủ tịch UBND huyện U Minh đọc báo cáo.",
        [bloc("Cụm thi đua các huyện, thành phố", province="Cà Mau")],
    ),
    # One bloc with two names, the place between them or after them.
    row(
        "Ngày 12/12/2022, Khối các cơ quan Trung ương trên địa bàn tỉnh Cà Mau (Khối thi đua số 6) tổng kết công tác thi đua năm 2022.",
        [
            bloc(
                ["Khối các cơ quan Trung ương trên địa bàn tỉnh", "Khối các cơ quan Trung ương", "Khối thi đua số 6"],
                province="Cà Mau",
            )
        ],
    ),
    row(
        "Ngày 12/12/2022, Khối thi đua số 3 (khối các cơ quan Đảng) huyện U Minh tổng kết năm 2022.",
        [bloc(["Khối thi đua số 3", "Khối các cơ quan Đảng"], "huyện", district="U Minh")],
    ),
]

WORDY = [
    # Names with small words that no verb opens; a list of three; bodies in lists; numbers in words.
    row(
        "Ngày 12/01/2023, Khối thi đua các cơ quan Trung ương quản lý theo ngành dọc tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua các cơ quan Trung ương quản lý theo ngành dọc", province="Cà Mau")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các doanh nghiệp có vốn đầu tư nước ngoài tỉnh Bến Tre tổng kết năm 2022.",
        [bloc("Khối thi đua các doanh nghiệp có vốn đầu tư nước ngoài", province="Bến Tre")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các cơ quan thông tin, báo chí, văn học nghệ thuật tỉnh Sơn La tổng kết năm 2022.",
        [bloc("Khối thi đua các cơ quan thông tin, báo chí, văn học nghệ thuật", province="Sơn La")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các phòng, ban chuyên môn huyện Quỳ Hợp tổng kết năm 2022.",
        [bloc("Khối thi đua các phòng, ban chuyên môn", "huyện", district="Quỳ Hợp")],
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua năm tỉnh Tây Nguyên tổng kết năm 2022.",
        [bloc("Cụm thi đua năm tỉnh Tây Nguyên", "trung ương")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các Vụ, Cục thuộc Bộ Nội vụ tổng kết năm 2022.",
        [bloc("Khối thi đua các Vụ, Cục", "trung ương", authority="Bộ Nội vụ")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các cơ quan khối Đảng tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua các cơ quan khối Đảng", province="Cà Mau")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua Báo chí - Xuất bản Trung ương tổng kết năm 2022.",
        [bloc("Khối thi đua Báo chí - Xuất bản Trung ương", "trung ương")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua Thi hành án - Tư pháp - Thanh tra tỉnh Cà Mau tổng kết năm 2022.",
        [bloc("Khối thi đua Thi hành án - Tư pháp - Thanh tra", province="Cà Mau")],
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua thị trấn và các xã lân cận huyện Đăk Hà tổng kết năm 2022.",
        [bloc("Cụm thi đua thị trấn và các xã lân cận", "huyện", district="Đăk Hà")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các Công ty Lâm nghiệp tỉnh Kon Tum tổng kết năm 2022.",
        [bloc("Khối thi đua các Công ty Lâm nghiệp", province="Kon Tum")],
    ),
    # Only the owner tells the bloc from others.
    row(
        "Ngày 12/01/2023, Khối thi đua các đơn vị trực thuộc Sở Y tế tổng kết năm 2022.",
        [bloc("Khối thi đua các đơn vị trực thuộc Sở Y tế", authority="Sở Y tế")],
    ),
    # Who sets the blocs up owns them, unless it is the UBND or its advisers.
    row(
        "Ngày 20/2/2024, Khối thi đua số 1 tỉnh Cà Mau ký giao ước năm 2024. Theo Quyết định số 118/QĐ-SYT của Giám đốc Sở Y tế về phân chia cụm, khối thi đua, Khối có 8 đơn vị.",
        [bloc("Khối thi đua số 1", province="Cà Mau", authority="Sở Y tế")],
    ),
    row(
        "Ngày 20/2/2024, Khối thi đua số 1 tỉnh Cà Mau ký giao ước năm 2024. Theo hướng dẫn của Sở Nội vụ về phân chia cụm, khối thi đua, Khối có 8 đơn vị.",
        [bloc("Khối thi đua số 1", province="Cà Mau")],
    ),
    # Another name of the same bloc in initials; small references to one of two.
    row(
        "Ngày 12/01/2023, Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh Cà Mau tổng kết năm 2022. Khối MTTQ, đoàn thể có 6 đơn vị.",
        [bloc("Khối thi đua Mặt trận Tổ quốc và các đoàn thể", province="Cà Mau")],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua các cơ quan Đảng và Khối thi đua các cơ quan Nhà nước huyện U Minh tổng kết năm 2022. Ở khối Đảng, Văn phòng Huyện ủy dẫn đầu; ở khối Nhà nước là Phòng Nội vụ.",
        [
            bloc("Khối thi đua các cơ quan Đảng", "huyện", district="U Minh"),
            bloc("Khối thi đua các cơ quan Nhà nước", "huyện", district="U Minh"),
        ],
    ),
    # The Plain of Reeds is no province.
    row(
        "Ngày 22/10/2021, Cụm thi đua Tòa án nhân dân các tỉnh miền Đông Nam Bộ tổng kết năm 2021 tại Tây Ninh.",
        [
            bloc(
                "Cụm thi đua Tòa án nhân dân các tỉnh miền Đông Nam Bộ",
                level="trung ương",
                authority=["Tòa án nhân dân", None],
            )
        ],
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua các trường THPT vùng Đồng Tháp Mười tổng kết năm 2022.",
        [bloc("Cụm thi đua các trường THPT vùng Đồng Tháp Mười", level=None)],
    ),
    # The owner of a sector in a bracket; a system named without a place.
    row(
        "Ngày 12/01/2023, Cụm thi đua các tỉnh Đông Bắc (Hội Nông dân Việt Nam) tổng kết năm 2022.",
        [bloc("Cụm thi đua các tỉnh Đông Bắc", "trung ương", authority="Hội Nông dân Việt Nam")],
    ),
    row(
        "Ngày 12/12/2025, Cụm thi đua số 3 (Cục Hải quan) tổng kết năm 2025.",
        [bloc("Cụm thi đua số 3", "trung ương", authority="Cục Hải quan")],
        published="2025-12-13",
    ),
    # Several numbers after one head; a number before a decimal or a count names none.
    row(
        "Sáng 12/1/2024, các Khối thi đua số 4, 5 và 6 tỉnh Cà Mau tổng kết năm 2023.",
        [bloc(f"Khối thi đua số {n}", province="Cà Mau") for n in (4, 5, 6)],
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua số 3 tỉnh An Giang tổng kết năm 2022. Toàn Cụm 84,7% xã đạt chuẩn, Cụm 12 tập thể được khen.",
        [bloc("Cụm thi đua số 3", province="An Giang")],
    ),
    # The blocs of guests and of those who left are named in passing.
    row(
        "Ngày 12/01/2023, Cụm thi đua số 3 tỉnh An Giang tổng kết năm 2022. Huyện Phú Tân (thuộc Cụm thi đua số 2) dự với tư cách khách mời. Sở Y tế trước đây thuộc Khối thi đua số 7.",
        [bloc("Cụm thi đua số 3", province="An Giang")],
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua số 3 tỉnh An Giang tổng kết năm 2022. Kết quả cao hơn so với Cụm thi đua số 5.",
        [bloc("Cụm thi đua số 3", province="An Giang")],
    ),
    row(
        "Ngày 12/01/2024, Khối Thi đua 08 (Khối Kinh tế tổng hợp) tỉnh Cà Mau tổng kết năm 2023.",
        [bloc("Khối Thi đua 08", province="Cà Mau")],
    ),
]

NONE = [
    row("Đảng bộ Khối các cơ quan tỉnh Sơn La tổng kết công tác năm 2022.", []),
    row("Đảng ủy Khối Doanh nghiệp tỉnh Quảng Nam trao Bằng khen cho 5 tập thể.", []),
    row("Mặt trận các cấp củng cố khối đại đoàn kết toàn dân tộc, thi đua xây dựng nông thôn mới năm 2023.", []),
    row("Trường THPT Lê Lợi trao thưởng cho học sinh khối 10, khối 11 đạt thành tích thi đua học tập.", []),
    row("Đoàn Khối các cơ quan tỉnh phát động thi đua chào mừng ngày 26/3.", []),
    row("Cụm công nghiệp Tân An 1 tổ chức ký kết thỏa ước lao động tập thể năm 2023.", []),
    row("Hội nghị giao ban khối Dân vận tỉnh Hòa Bình đánh giá phong trào thi đua Dân vận khéo năm 2022.", []),
    row("Cán bộ khối cơ quan nhà nước thi đua thực hiện văn hóa công sở năm 2022.", []),
    row("53 cụm chuyên môn các trường phổ thông được thành lập, mỗi cụm có cụm trưởng, cụm phó.", []),
    row("Ngày 12/1/2024, Khối 5, phường Lê Lợi tổng kết phong trào thi đua; Khối trưởng nhận Giấy khen.", []),
    row("Ngày 12/1/2024, Cụm An ninh trật tự số 2 tổng kết phong trào thi đua Vì an ninh Tổ quốc năm 2023.", []),
    row("Các cụm dân cư thi đua xây dựng đời sống văn hóa năm 2022.", []),
]


ROWS = [*NUMBERED, *BY_SECTOR, *WITH_OWNER, *OF_REGIONS, *SEVERAL, *UNDATED, *BORDERS, *WORDY, *NONE]


@pytest.mark.parametrize("case", ROWS)
def test_blocs(case: Row) -> None:
    assert not differences("bloc", case)


@pytest.mark.parametrize("case", [case for case in ROWS if case.facts])
def test_attributes(case: Row) -> None:
    predicted = read(case)
    assert right_attributes(case, predicted) == 1.0, (case.text, case.facts, predicted["blocs"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022.", ["khối"]),
        ("Ngày 15/3/2023, Cụm thi đua khối xã, phường thành phố Bắc Kạn ký giao ước thi đua năm 2023.", ["cụm"]),
        (
            "Ngày 20/12/2012, Khu vực thi đua các tỉnh Tây Bắc của Bộ Tư pháp tổng kết công tác thi đua năm 2012.",
            ["khu vực"],
        ),
    ],
)
def test_the_kind_is_the_head_noun_of_the_name(text: str, kinds: list[str]) -> None:
    assert [b["kind"] for b in read(row(text, []))["blocs"]] == kinds


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000", "\t", "\u200b "])
def test_spaces_of_other_kinds_change_no_fact(space: str) -> None:
    text = "Ngày 12/01/2023, Khối thi đua số 3 tỉnh Cà Mau tổng kết năm 2022. Hội nghị bầu Sở Nội vụ làm Trưởng khối."
    plain, copied = (
        extract(Article(article_id="a", text=t), language()).facts() for t in (text, text.replace(" ", space))
    )
    assert [fact.slots() for fact in copied] == [fact.slots() for fact in plain] != []
