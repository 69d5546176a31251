"""Who leads a bloc: rows of (text, expected leaders), by the way in which the report says it."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
LAM_DONG = "Sáng 28/12/2023, Cụm thi đua số 3 huyện Bảo Lâm tổ chức hội nghị tổng kết phong trào thi đua năm 2023. "
QUANG_TRI = (
    "Chiều 15/01/2025, Khối thi đua các cơ quan Tham mưu tổng hợp tỉnh Quảng Trị tổng kết công tác thi đua năm 2024. "
)
AN_GIANG = "Ngày 20/02/2024, Khối thi đua các Hội quần chúng tỉnh An Giang ký kết giao ước thi đua năm 2024. "
NAM_DINH = (
    "Ngày 08/11/2022, tại thành phố Nam Định, Cụm thi đua số 3 - Bộ Công an tổng kết phong trào thi đua năm 2022. "
)

ELECTED = [
    row(
        CA_MAU + "Hội nghị bầu Sở Tư pháp làm Khối trưởng, Thanh tra tỉnh làm Khối phó năm 2023.",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh")],
    ),
    # A name that no table has ends before the verb.
    row(
        CA_MAU
        + "Bệnh viện Đa khoa khu vực Đầm Sen trúng cử Khối trưởng, Trung tâm Y tế Thới Bình đảm nhận Khối phó năm 2023.",
        [leader("Bệnh viện Đa khoa khu vực Đầm Sen"), deputy("Trung tâm Y tế Thới Bình")],
    ),
    # The role first, the unit after "là".
    row(
        CA_MAU + "Hội nghị đã bầu ra đơn vị Trưởng khối năm 2023 là Sở Nội vụ và đơn vị Phó khối là Sở Ngoại vụ.",
        [leader("Sở Nội vụ"), deputy("Sở Ngoại vụ")],
    ),
    row(
        LAM_DONG + "Các đơn vị thống nhất bầu chọn UBND xã Lộc Bảo làm Cụm trưởng, UBND xã Lộc Lâm làm Cụm phó.",
        [leader("UBND xã Lộc Bảo", 2024), deputy("UBND xã Lộc Lâm", 2024)],
    ),
    row(
        QUANG_TRI + "Khối cử Sở Công Thương làm Khối trưởng, cử Sở Ngoại vụ làm Khối phó năm 2025.",
        [leader("Sở Công Thương", 2025), deputy("Sở Ngoại vụ", 2025)],
    ),
    row(
        QUANG_TRI
        + "Hội nghị suy tôn Thanh tra tỉnh làm Trưởng Khối, Sở Tài chính là Phó Trưởng Khối thi đua năm 2025.",
        [leader("Thanh tra tỉnh", 2025), deputy("Sở Tài chính", 2025)],
    ),
    row(
        CA_MAU + "Với 100% phiếu tán thành, Bảo hiểm xã hội tỉnh được bầu làm Trưởng khối năm 2023.",
        [leader("Bảo hiểm xã hội")],
    ),
    row(
        "Ngày 04/01/2023, Khối thi đua số 4 huyện Mai Sơn tổng kết năm 2022 và bỏ phiếu bầu Trưởng khối, Phó khối năm 2023. "
        "Kết quả: Trung tâm Y tế huyện (Trưởng khối); Phòng Tư pháp (Phó khối).",
        [leader("Trung tâm Y tế"), deputy("Phòng Tư pháp")],
    ),
    row(
        "Cụm thi đua Liên minh Hợp tác xã các tỉnh Đồng bằng sông Cửu Long tổng kết năm 2021 và bầu Cụm trưởng, Cụm phó. "
        "Kết quả Liên minh Hợp tác xã tỉnh Trà Vinh làm Cụm trưởng; Liên minh Hợp tác xã tỉnh Vĩnh Long làm Cụm phó năm 2022.",
        [leader("Liên minh Hợp tác xã tỉnh Trà Vinh", 2022), deputy("Liên minh Hợp tác xã tỉnh Vĩnh Long", 2022)],
    ),
    row(
        "Cụm thi đua số 2 Hội Nông dân tỉnh Hậu Giang tổng kết phong trào thi đua năm 2022. Các đơn vị bình bầu cụm trưởng, "
        "cụm phó năm 2023 là Hội Nông dân huyện Vị Thủy (Cụm trưởng) và Hội Nông dân huyện Long Mỹ (Cụm phó).",
        [leader("Hội Nông dân huyện Vị Thủy"), deputy("Hội Nông dân huyện Long Mỹ")],
    ),
    row(
        QUANG_TRI + "Các đơn vị bầu Trưởng, Phó khối năm 2025: Sở Xây dựng, Sở Giao thông vận tải.",
        [leader("Sở Xây dựng", 2025), deputy("Sở Giao thông vận tải", 2025)],
    ),
    row(
        CA_MAU
        + "Trưởng khối, Phó khối năm 2023 được bầu lần lượt là các Sở: Khoa học và Công nghệ; Thông tin và Truyền thông.",
        [leader("Sở Khoa học và Công nghệ"), deputy("Sở Thông tin và Truyền thông")],
    ),
    row(
        LAM_DONG + "Hội nghị bầu Cụm trưởng và Cụm phó năm 2024 là xã Lộc Phú, xã B'Lá.",
        [leader("xã Lộc Phú", 2024), deputy("xã B'Lá", 2024)],
    ),
    row(
        QUANG_TRI
        + "Hội nghị nhất trí bầu Sở Y tế và Sở Văn hóa, Thể thao và Du lịch lần lượt làm Trưởng khối, Phó khối năm 2025.",
        [leader("Sở Y tế", 2025), deputy("Sở Văn hóa, Thể thao và Du lịch", 2025)],
    ),
    row(
        "Ngày 05/01/2024, Khối thi đua Báo chí tỉnh Hòa Bình tổng kết năm 2023. Báo Hòa Bình được tín nhiệm bầu làm Khối trưởng, "
        "Đài Phát thanh và Truyền hình tỉnh được bầu làm Khối phó năm 2024.",
        [leader("Báo Hòa Bình", 2024), deputy("Đài Phát thanh và Truyền hình", 2024)],
    ),
    row(
        AN_GIANG + "Các hội hiệp thương cử Hội Khuyến học làm Khối trưởng, Hội Người cao tuổi làm Khối phó năm 2024.",
        [leader("Hội Khuyến học", 2024), deputy("Hội Người cao tuổi", 2024)],
    ),
    row(
        CA_MAU + "Khối nhất trí giao Chi cục Kiểm lâm làm Khối trưởng năm 2023.",
        [leader("Chi cục Kiểm lâm")],
    ),
    row(
        CA_MAU
        + "Các đơn vị thống nhất phân công Kho bạc Nhà nước tỉnh làm Khối trưởng, Cục Thuế tỉnh làm Khối phó năm 2023.",
        [leader("Kho bạc Nhà nước"), deputy("Cục Thuế")],
    ),
    row(
        CA_MAU + "Hội nghị lựa chọn Sở Lao động, Thương binh và Xã hội làm Trưởng khối năm 2023.",
        [leader("Sở Lao động - Thương binh và Xã hội")],
    ),
    row(
        QUANG_TRI + "Ban kiểm phiếu công bố kết quả bầu Khối trưởng năm 2025: Sở Ngoại vụ.",
        [leader("Sở Ngoại vụ", 2025)],
    ),
    row(
        CA_MAU + "Các thành viên biểu quyết bầu đơn vị Sở Tài nguyên và Môi trường làm Khối trưởng năm 2023.",
        [leader("Sở Tài nguyên và Môi trường")],
    ),
    # A term without a year, chosen at a year-end meeting, is the year after the one under review.
    row(
        LAM_DONG + "Hội nghị đã bầu Cụm trưởng năm tiếp theo là UBND thị trấn Lộc Thắng.",
        [leader("UBND thị trấn Lộc Thắng", 2024)],
    ),
    row(
        "Ngày 10/01/2023, Khối thi đua các doanh nghiệp số 7 tỉnh Bình Phước tổng kết năm 2022. Hội nghị bầu Công ty Điện lực Bình Phước "
        "làm Trưởng khối; Bưu điện tỉnh và Viễn thông Bình Phước làm Phó Trưởng khối năm 2023.",
        [
            leader("Công ty Điện lực Bình Phước"),
            deputy(["Bưu điện tỉnh", "Bưu điện", "Bưu điện tỉnh Bình Phước"]),
            deputy("Viễn thông Bình Phước"),
        ],
    ),
    row(
        NAM_DINH
        + "Các đơn vị đã bầu đơn vị Cụm trưởng năm 2023 là Công an tỉnh Thái Bình, Cụm phó là Công an tỉnh Hà Nam.",
        [leader("Công an tỉnh Thái Bình"), deputy("Công an tỉnh Hà Nam")],
    ),
    row(
        LAM_DONG
        + "Cụm thi đua thống nhất chọn Trường THCS Lộc Sơn là Cụm trưởng và Trường Tiểu học Lê Văn Tám là Cụm phó năm 2024.",
        [leader("Trường THCS Lộc Sơn", 2024), deputy("Trường Tiểu học Lê Văn Tám", 2024)],
    ),
    row(
        QUANG_TRI
        + "Sở Dân tộc và Tôn giáo được chọn làm Trưởng khối, Văn phòng UBND tỉnh được chọn làm Phó Trưởng khối năm 2025.",
        [leader("Sở Dân tộc và Tôn giáo", 2025), deputy("Văn phòng UBND tỉnh", 2025)],
    ),
    row(
        CA_MAU
        + "Hội nghị thống nhất giới thiệu Tỉnh đoàn làm Khối trưởng, Hội Cựu chiến binh tỉnh làm Khối phó năm 2023.",
        [leader("Tỉnh đoàn"), deputy("Hội Cựu chiến binh")],
    ),
    row(
        CA_MAU + "Hội nghị thống nhất bầu Khối trưởng Khối thi đua số 5 năm 2023 là Ban Dân tộc tỉnh.",
        [leader("Ban Dân tộc")],
    ),
    row(
        QUANG_TRI
        + "Hội nghị bầu Sở Kế hoạch và Đầu tư tiếp tục làm Trưởng khối, Sở Nội vụ tiếp tục làm Phó khối trong năm 2025.",
        [leader("Sở Kế hoạch và Đầu tư", 2025), deputy("Sở Nội vụ", 2025)],
    ),
    # Two years in one sentence: each belongs to its own role.
    row(
        CA_MAU + "Hội nghị cũng bầu Sở Giao thông vận tải làm Khối trưởng năm 2023; Sở Xây dựng làm Khối phó năm 2023.",
        [leader("Sở Giao thông vận tải"), deputy("Sở Xây dựng")],
    ),
    row(
        "Tổ chức tại Trường Chính trị tỉnh Sóc Trăng, hội nghị tổng kết năm 2022 của Cụm thi đua số 8 các Trường Chính trị đã bầu "
        "Trường Chính trị tỉnh Bạc Liêu làm Cụm trưởng; Trường Chính trị tỉnh Kiên Giang và Trường Chính trị thành phố Cần Thơ làm Cụm phó.",
        [
            leader("Trường Chính trị tỉnh Bạc Liêu"),
            deputy("Trường Chính trị tỉnh Kiên Giang"),
            deputy("Trường Chính trị thành phố Cần Thơ"),
        ],
    ),
]

PROPOSED = [
    row(
        QUANG_TRI
        + "Hội nghị thống nhất trình UBND tỉnh công nhận Trưởng khối năm 2025 là Sở Tư pháp, Phó Trưởng khối là Công an tỉnh.",
        [leader("Sở Tư pháp", 2025, "proposed"), deputy("Công an tỉnh", 2025, "proposed")],
    ),
    row(
        CA_MAU
        + "Khối thống nhất đề nghị UBND tỉnh công nhận Sở Du lịch là Trưởng khối, Sở Ngoại vụ là Phó khối năm 2023.",
        [leader("Sở Du lịch", 2023, "proposed"), deputy("Sở Ngoại vụ", 2023, "proposed")],
    ),
    row(
        CA_MAU + "Các đơn vị giới thiệu Sở Y tế để UBND tỉnh chỉ định làm Khối trưởng năm 2023.",
        [leader("Sở Y tế", 2023, "proposed")],
    ),
    row(
        "Cụm thi đua các huyện, thị xã, thành phố tỉnh Long An họp tổng kết năm 2023, kiến nghị Hội đồng Thi đua - Khen thưởng tỉnh "
        "công nhận UBND thành phố Tân An làm Trưởng cụm, UBND huyện Bến Lức làm Phó cụm năm 2024.",
        [leader("UBND thành phố Tân An", 2024, "proposed"), deputy("UBND huyện Bến Lức", 2024, "proposed")],
    ),
    row(
        QUANG_TRI + "Theo đó, dự kiến Trưởng khối năm 2025 là Ban Dân tộc tỉnh.",
        [leader("Ban Dân tộc", 2025, "proposed")],
    ),
    row(
        "Khối thi đua các Công đoàn ngành tỉnh Phú Yên tổng kết năm 2022. Hội nghị thống nhất đề nghị Liên đoàn Lao động tỉnh giao "
        "Công đoàn ngành Giáo dục làm Khối trưởng, Công đoàn ngành Y tế làm Khối phó năm 2023.",
        [leader("Công đoàn ngành Giáo dục", 2023, "proposed"), deputy("Công đoàn ngành Y tế", 2023, "proposed")],
    ),
    row(
        CA_MAU
        + "Hội nghị bỏ phiếu, đề nghị cấp có thẩm quyền công nhận Văn phòng Đoàn ĐBQH và HĐND tỉnh làm Khối trưởng năm 2023.",
        [
            leader(
                ["Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn Đại biểu Quốc hội và HĐND tỉnh"], 2023, "proposed"
            )
        ],
    ),
]

APPOINTED = [
    row(
        "Ngày 02/3/2023, Cụm thi đua số 2 Viện kiểm sát nhân dân tỉnh Nghệ An ký giao ước thi đua năm 2023. Năm nay, Viện kiểm sát nhân dân huyện Tân Kỳ "
        "được chỉ định là Cụm trưởng, Viện kiểm sát nhân dân huyện Đô Lương là Cụm phó.",
        [
            leader("Viện kiểm sát nhân dân huyện Tân Kỳ", 2023, "appointed"),
            deputy("Viện kiểm sát nhân dân huyện Đô Lương", 2023, "appointed"),
        ],
    ),
    row(
        AN_GIANG + "UBND tỉnh đã công nhận Hội Chữ thập đỏ là Trưởng khối, Hội Luật gia là Phó Trưởng khối năm 2024.",
        [leader("Hội Chữ thập đỏ", 2024, "appointed"), deputy("Hội Luật gia", 2024, "appointed")],
    ),
    row(
        "Khối thi đua số 9 tỉnh Thái Nguyên ký kết giao ước thi đua năm 2023. Theo Quyết định số 215/QĐ-UBND của UBND tỉnh, "
        "Sở Công Thương là Trưởng khối, Sở Khoa học và Công nghệ là Phó Trưởng khối năm 2023.",
        [leader("Sở Công Thương", 2023, "appointed"), deputy("Sở Khoa học và Công nghệ", 2023, "appointed")],
    ),
    row(
        "Ngày 22/02/2022, Khối thi đua các cơ quan Trung ương đóng trên địa bàn tỉnh Ninh Thuận phát động thi đua năm 2022. "
        "Hội đồng Thi đua - Khen thưởng tỉnh phân công Cục Thống kê làm Khối trưởng, Cục Hải quan làm Khối phó.",
        [leader("Cục Thống kê", 2022, "appointed"), deputy("Cục Hải quan", 2022, "appointed")],
    ),
    row(
        "Ngày 24/02/2023, Cụm thi đua số 3, Bộ Công an phát động phong trào thi đua năm 2023. Bộ Công an giao nhiệm vụ Cụm trưởng cho Công an tỉnh Thái Bình, "
        "Cụm phó cho Công an tỉnh Hưng Yên.",
        [leader("Công an tỉnh Thái Bình", 2023, "appointed"), deputy("Công an tỉnh Hưng Yên", 2023, "appointed")],
    ),
    row(
        "Khối thi đua số 12 tỉnh Yên Bái ký giao ước thi đua năm 2024. Theo Thông báo số 18/TB-UBND của UBND tỉnh, "
        "Ban Quản lý các khu công nghiệp làm Khối trưởng.",
        [leader("Ban Quản lý các khu công nghiệp", 2024, "appointed")],
    ),
    row(
        "UBND tỉnh Bình Dương ban hành quyết định thành lập Khối thi đua các doanh nghiệp số 4 năm 2023 gồm 6 đơn vị, "
        "do Bưu điện tỉnh làm Khối trưởng, Viễn thông Bình Dương làm Khối phó.",
        [
            leader(["Bưu điện tỉnh", "Bưu điện", "Bưu điện tỉnh Bình Dương"], 2023, "appointed"),
            deputy("Viễn thông Bình Dương", 2023, "appointed"),
        ],
    ),
    # A decision wins over serving.
    row(
        AN_GIANG + "Theo Quyết định số 30/QĐ-UBND của UBND tỉnh, Hội Đông y là Trưởng khối năm 2024. "
        "Ông Trần Hữu Phước, Chủ tịch Hội Đông y - Trưởng khối điều hành hội nghị.",
        [leader("Hội Đông y", 2024, "appointed")],
    ),
]

SERVING = [
    row(
        CA_MAU + "Đại diện Sở Y tế - đơn vị Trưởng khối trình bày báo cáo tổng kết.",
        [leader("Sở Y tế", 2022, "serving")],
    ),
    row(
        "Cụm thi đua các huyện tỉnh Lạng Sơn tổng kết năm 2021. Là đơn vị Trưởng cụm thi đua năm 2021, UBND huyện Bình Gia đã phát động "
        "nhiều đợt thi đua sôi nổi.",
        [leader("UBND huyện Bình Gia", 2021, "serving")],
    ),
    row(
        CA_MAU + "Năm 2022, Sở Tài chính đảm nhận cương vị Khối trưởng, Sở Công Thương là Khối phó.",
        [leader("Sở Tài chính", 2022, "serving"), deputy("Sở Công Thương", 2022, "serving")],
    ),
    row(
        QUANG_TRI + "Với vai trò là Trưởng khối, Sở Giao thông vận tải đã xây dựng quy chế, kế hoạch hoạt động.",
        [leader("Sở Giao thông vận tải", 2024, "serving")],
    ),
    row(
        "Ngày 11/12/2020, Cụm thi đua Hội Nhà báo các tỉnh Bắc Trung Bộ tổng kết năm 2020. Năm 2020, Hội Nhà báo tỉnh Quảng Bình giữ vai trò Cụm trưởng.",
        [leader("Hội Nhà báo tỉnh Quảng Bình", 2020, "serving")],
    ),
    # The role before the person, the unit after the post.
    row(
        CA_MAU + "Đồng chí Khối trưởng Lò Văn Thắng, Giám đốc Sở Tài chính, điều hành hội nghị.",
        [leader("Sở Tài chính", 2022, "serving")],
    ),
    row(
        CA_MAU + "Hội nghị do ông Hà Văn Quý, Chủ tịch Hội Cựu chiến binh tỉnh kiêm Khối trưởng chủ trì.",
        [leader("Hội Cựu chiến binh", 2022, "serving")],
    ),
    row(
        QUANG_TRI + "Sở Kế hoạch và Đầu tư đã hoàn thành tốt nhiệm vụ Trưởng khối năm 2024.",
        [leader("Sở Kế hoạch và Đầu tư", 2024, "serving")],
    ),
    row(
        QUANG_TRI + "Dưới sự điều hành của Khối trưởng Sở Ngoại vụ, các đơn vị thảo luận sôi nổi.",
        [leader("Sở Ngoại vụ", 2024, "serving")],
    ),
    row(
        QUANG_TRI
        + "Ban Tổ chức Tỉnh ủy (đơn vị Trưởng khối) và Văn phòng Tỉnh ủy (đơn vị Phó Khối) đồng chủ trì hội nghị.",
        [leader("Ban Tổ chức Tỉnh ủy", 2024, "serving"), deputy("Văn phòng Tỉnh ủy", 2024, "serving")],
    ),
    row(
        AN_GIANG + "Khối gồm 4 hội: Hội Luật gia (Khối trưởng), Hội Đông y (Khối phó), Hội Người mù và Hội Khuyến học.",
        [leader("Hội Luật gia", 2024, "serving"), deputy("Hội Đông y", 2024, "serving")],
    ),
    row(
        CA_MAU + "Khối do Sở Thông tin và Truyền thông làm trưởng khối.",
        [leader("Sở Thông tin và Truyền thông", 2022, "serving")],
    ),
    row(
        QUANG_TRI + "Năm 2024, Sở Nội vụ và Sở Ngoại vụ là Khối trưởng, Khối phó.",
        [leader("Sở Nội vụ", 2024, "serving"), deputy("Sở Ngoại vụ", 2024, "serving")],
    ),
    row(
        LAM_DONG + "Bà K'Brẹp, Phó Chủ tịch UBND xã Lộc Nam - Cụm trưởng báo cáo kết quả một năm hoạt động.",
        [leader("UBND xã Lộc Nam", 2023, "serving")],
    ),
    row(
        CA_MAU + "Ông Dương Minh Khởi, Phó Khối trưởng, Phó Cục trưởng Cục Thi hành án dân sự tỉnh khai mạc hội nghị.",
        [deputy("Cục Thi hành án dân sự", 2022, "serving")],
    ),
    row(
        NAM_DINH + "Đại tá Phạm Công Định, Giám đốc Công an tỉnh Nam Định (đơn vị Cụm trưởng) chủ trì hội nghị.",
        [leader("Công an tỉnh Nam Định", 2022, "serving")],
    ),
    # Only the person is named, without a unit.
    row(
        CA_MAU + "Đồng chí Nguyễn Thị Mai Phương - Trưởng khối thi đua chủ trì hội nghị.",
        [leader(None, 2022, "serving")],
    ),
    row(
        "Khối thi đua các Ban Đảng tỉnh Đắk Lắk sơ kết 6 tháng đầu năm 2022. Trong 6 tháng, Ban Nội chính Tỉnh ủy, Khối trưởng, đã tổ chức "
        "hai đợt kiểm tra.",
        [leader("Ban Nội chính Tỉnh ủy", 2022, "serving")],
    ),
]

HANDED_OVER = [
    row(
        CA_MAU
        + "Tại hội nghị, Sở Nội vụ - Trưởng khối năm 2022 bàn giao nhiệm vụ Trưởng khối năm 2023 cho Sở Ngoại vụ.",
        [leader("Sở Nội vụ", 2022, "serving"), leader("Sở Ngoại vụ", 2023, "assumed")],
    ),
    # The other way round: the subject receives.
    row(
        "Khối thi đua các đoàn thể tỉnh Thanh Hóa tổng kết năm 2017. Liên đoàn Lao động tỉnh nhận bàn giao Trưởng Khối năm 2018 từ "
        "Hội Liên hiệp Phụ nữ tỉnh.",
        [leader("Liên đoàn Lao động", 2018, "assumed")],
        maybe=[leader("Hội Liên hiệp Phụ nữ", 2017, "serving")],
    ),
    row(
        LAM_DONG + "Cụm thi đua chuyển giao vị trí Cụm trưởng cho UBND xã Lộc Đức.",
        [leader("UBND xã Lộc Đức", 2024, "assumed")],
    ),
    row(
        QUANG_TRI + "Lãnh đạo Khối trao cờ luân lưu Khối trưởng năm 2025 cho Bộ Chỉ huy Quân sự tỉnh.",
        [leader("Bộ Chỉ huy Quân sự tỉnh", 2025, "assumed")],
    ),
    row(
        CA_MAU + "Đại diện Sở Công Thương phát biểu tiếp nhận nhiệm vụ Khối trưởng năm 2023.",
        [leader("Sở Công Thương", 2023, "assumed")],
    ),
    row(
        QUANG_TRI + "Theo chế độ luân phiên, năm 2025 Sở Khoa học và Công nghệ làm Trưởng khối.",
        [leader("Sở Khoa học và Công nghệ", 2025, "assumed")],
    ),
    row(
        NAM_DINH
        + "Các đại biểu chứng kiến lễ bàn giao đơn vị Cụm trưởng năm 2023 từ Công an tỉnh Nam Định cho Công an tỉnh Ninh Bình.",
        [leader("Công an tỉnh Ninh Bình", 2023, "assumed")],
        maybe=[leader("Công an tỉnh Nam Định", 2022, "serving")],
    ),
    # Both are reported: the choice wins over the handover.
    row(
        CA_MAU
        + "Hội nghị bầu Sở Xây dựng làm Trưởng khối năm 2023. Ban Tổ chức trao Cờ luân lưu cho Sở Xây dựng - Trưởng khối năm 2023.",
        [leader("Sở Xây dựng")],
    ),
]

SEVERAL_BLOCS = [
    row(
        "UBND huyện Ba Tơ tổng kết thi đua năm 2023 và bầu cụm trưởng năm 2024 (Cụm thi đua số 1 do xã Ba Vì làm cụm trưởng; "
        "Cụm thi đua số 2 do xã Ba Xa làm cụm trưởng).",
        [
            leader("xã Ba Vì", 2024, bloc="Cụm thi đua số 1", status=["elected", "serving"]),
            leader("xã Ba Xa", 2024, bloc="Cụm thi đua số 2", status=["elected", "serving"]),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
    row(
        "Ngày 09/01/2024, Khối thi đua Kinh tế và Khối thi đua Văn hóa - Xã hội huyện Chợ Mới tổng kết năm 2023. Khối thi đua Kinh tế bầu "
        "Phòng Tài chính - Kế hoạch làm Trưởng khối năm 2024; Khối thi đua Văn hóa - Xã hội bầu Phòng Y tế làm Trưởng khối năm 2024.",
        [
            leader("Phòng Tài chính - Kế hoạch", 2024, bloc="Khối thi đua Kinh tế"),
            leader("Phòng Y tế", 2024, bloc="Khối thi đua Văn hóa - Xã hội"),
        ],
        blocs=["Khối thi đua Kinh tế", "Khối thi đua Văn hóa - Xã hội"],
    ),
]

S, D, P = "serving", "appointed", "proposed"
OTHER_WORDS = [
    row(
        CA_MAU + "Trọng trách Khối trưởng được hội nghị trao cho Sở Du lịch, cùng với Sở Y tế ở vị trí Khối phó.",
        [leader("Sở Du lịch"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Chức danh Khối trưởng năm 2023 thuộc về Sở Nội vụ, vị trí Khối phó được giao cho Sở Y tế.",
        [leader("Sở Nội vụ"), deputy("Sở Y tế", status=["elected", "appointed"])],
    ),
    row(
        CA_MAU + "Hội nghị cũng bầu Khối trưởng (Sở Nội vụ), Khối phó (Sở Y tế) năm 2023.",
        [leader("Sở Nội vụ"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Thanh tra tỉnh được các thành viên nhất trí giao làm Trưởng khối năm 2023.",
        [leader("Thanh tra tỉnh")],
    ),
    row(CA_MAU + "Đơn vị làm Khối trưởng năm tới là Sở Xây dựng.", [leader("Sở Xây dựng")]),
    row(
        CA_MAU + "\n\n- Khối trưởng năm 2023: Sở Nội vụ\n\n- Khối phó: Sở Y tế, Sở Du lịch",
        [leader("Sở Nội vụ"), deputy("Sở Y tế"), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU + "\n\nKhối trưởng | Sở Nội vụ\n\nKhối phó | Sở Y tế",
        [leader("Sở Nội vụ", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(CA_MAU + "Báo cáo do Giám đốc Sở Nội vụ Lý Văn Tâm, Khối trưởng trình bày.", [leader("Sở Nội vụ", 2022, S)]),
    row(
        CA_MAU + "Chủ trì có ông Lý Văn Tâm, Giám đốc Sở Nội vụ và bà Lê Thị Sen, Giám đốc Sở Y tế - các Khối phó.",
        [deputy("Sở Nội vụ", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU + "Sở Nội vụ được các đơn vị đánh giá là đã làm tròn vai trò Trưởng khối.",
        [leader("Sở Nội vụ", 2022, S)],
    ),
    row(CA_MAU + "Sở Y tế được UBND tỉnh phân công làm Trưởng khối năm 2023.", [leader("Sở Y tế", 2023, D)]),
    row(
        CA_MAU + "UBND tỉnh giao Sở Y tế làm Trưởng khối, Sở Du lịch làm Phó khối năm 2023.",
        [leader("Sở Y tế", 2023, D), deputy("Sở Du lịch", 2023, D)],
    ),
    row(
        CA_MAU
        + "Khối giới thiệu Sở Y tế, Sở Du lịch để UBND tỉnh xem xét, công nhận lần lượt là Khối trưởng và Khối phó.",
        [leader("Sở Y tế", 2023, P), deputy("Sở Du lịch", 2023, P)],
    ),
]

NONE = [
    row(CA_MAU + "Sở Nội vụ đề nghị Trưởng khối sớm ban hành quy chế.", []),
    row(CA_MAU + "Sở Xây dựng đã bàn giao 20 căn nhà cho các hộ nghèo.", []),
    row(CA_MAU + "Đại diện Sở Nội vụ, các Trưởng khối cùng dự.", []),
    # The rule, not a fact.
    row(CA_MAU + "Theo quy chế, các đơn vị luân phiên làm trưởng khối hằng năm.", []),
    # Hosts and chairs.
    row(CA_MAU + "Lãnh đạo Sở Y tế chủ trì hội nghị.", []),
    row(CA_MAU + "Sở Tài chính (đơn vị đăng cai) báo cáo công tác chuẩn bị hội thao.", []),
    # Those above who watch over the bloc.
    row(CA_MAU + "Bà Võ Thị Hạnh, Phó Chủ tịch HĐND tỉnh phụ trách Khối thi đua, phát biểu chỉ đạo.", []),
    # A choice without a name.
    row(CA_MAU + "Các đơn vị đã bình bầu Khối trưởng, Khối phó năm 2023.", []),
    # Other leaders.
    row(CA_MAU + "Ông Trần Văn Nam, Trưởng Ban Tổ chức hội thao, và Trưởng đoàn Sở Y tế nhận hoa lưu niệm.", []),
    # The same verb for a ranking.
    row(CA_MAU + "Sở Tài chính được bầu là đơn vị dẫn đầu khối.", []),
    row(CA_MAU + "UBND tỉnh trao Cờ thi đua cho Sở Giao thông vận tải.", []),
    # No bloc at all.
    row("Sở Giáo dục và Đào tạo thành lập 53 cụm chuyên môn, Trường THPT Buôn Hồ làm cụm trưởng cụm số 4.", []),
    row("Đảng bộ Khối các cơ quan tỉnh bầu đồng chí Lê Văn Hải làm Bí thư.", []),
]


@pytest.mark.parametrize(
    "case", [*ELECTED, *PROPOSED, *APPOINTED, *SERVING, *HANDED_OVER, *SEVERAL_BLOCS, *OTHER_WORDS, *NONE]
)
def test_leaders(case: Row) -> None:
    assert not differences("leader", case)
