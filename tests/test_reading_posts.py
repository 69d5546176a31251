"""Posts told in everyday and in flowery words: rows of (text, expected leaders), by what tells who holds them."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
LAM_DONG = "Sáng 28/12/2023, Cụm thi đua số 3 huyện Bảo Lâm tổ chức hội nghị tổng kết phong trào thi đua năm 2023. "
CHO_MOI = "Ngày 09/01/2024, UBND huyện Chợ Mới tổ chức hội nghị tổng kết hoạt động các cụm, khối thi đua năm 2023. "
S = "serving"

# The role is a predicate, whatever stands between it and its subject or object.
OF_A_CLAUSE = [
    row(CA_MAU + "Chiếc ghế Trưởng khối năm 2023 được các đơn vị dành cho Sở Xây dựng.", [leader("Sở Xây dựng")]),
    row(
        CA_MAU + "Năm 2023, Sở Xây dựng ngồi ghế Khối trưởng, Sở Du lịch ngồi ghế Khối phó.",
        [leader("Sở Xây dựng"), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU + "Sở Nội vụ trong vai Khối trưởng năm 2022 đã tổ chức ba đợt giám sát.", [leader("Sở Nội vụ", 2022, S)]
    ),
    row(
        CA_MAU + "Sở Tài chính, sau khi nhận được 11/12 phiếu, sẽ nắm giữ vị trí Khối trưởng năm 2023.",
        [leader("Sở Tài chính")],
    ),
    row(
        CA_MAU
        + "Theo đó, Sở Tư pháp đã chính thức trở thành đơn vị Trưởng khối năm 2023, còn Sở Y tế trở thành Phó Trưởng khối.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Việc chọn Trưởng khối năm 2023 diễn ra nhanh gọn với kết quả cuối cùng thuộc về Sở Ngoại vụ.",
        [leader("Sở Ngoại vụ")],
    ),
    row(
        CA_MAU
        + "Hội nghị đã bỏ phiếu kín chọn đơn vị giữ vai trò Trưởng khối năm 2023. Kết quả, đơn vị được chọn là Sở Ngoại vụ.",
        [leader("Sở Ngoại vụ")],
    ),
    row(
        CA_MAU
        + "Kết thúc hội nghị, Sở Công Thương được tín nhiệm trao quyền điều hành Khối với vai trò Trưởng khối năm 2023.",
        [leader("Sở Công Thương")],
    ),
    row(
        CA_MAU + "Sở Nội vụ tiếp tục được các thành viên tin tưởng giao phó cương vị Trưởng khối trong năm 2023.",
        [leader("Sở Nội vụ")],
    ),
    row(
        CA_MAU + "Các thành viên vẫn tin tưởng để Sở Nội vụ ở lại cương vị Trưởng khối thêm một năm nữa.",
        [leader("Sở Nội vụ")],
    ),
    row(
        CA_MAU + "Thanh tra tỉnh dẫn đầu bảng điểm của khối. Đơn vị này cũng được bầu làm Trưởng khối năm 2023.",
        [leader("Thanh tra tỉnh")],
    ),
    row(
        CA_MAU
        + "Sở Giao thông vận tải vừa được bầu làm Trưởng khối năm 2023. Trước đó, cơ quan này là Phó khối năm 2022.",
        [leader("Sở Giao thông vận tải"), deputy("Sở Giao thông vận tải", 2022, S)],
    ),
    row(
        CA_MAU + "Trưởng khối năm 2023 được xướng tên là Sở Văn hóa, Thể thao và Du lịch.",
        [leader("Sở Văn hóa, Thể thao và Du lịch")],
    ),
    row(CA_MAU + "Sở Y tế nhận chức Phó khối năm 2023 sau khi đạt 10/11 phiếu.", [deputy("Sở Y tế")]),
    row(
        CA_MAU + "Sở Y tế đảm nhận vai trò Khối phó năm 2023 với sự thống nhất của toàn thể đại biểu.",
        [deputy("Sở Y tế")],
    ),
    row(
        CA_MAU
        + "Năm 2023, trách nhiệm điều hành Khối với cương vị Trưởng khối sẽ do Sở Nông nghiệp và Phát triển nông thôn gánh vác.",
        [leader("Sở Nông nghiệp và Phát triển nông thôn", 2023, ["elected", "assumed"])],
    ),
    row(
        CA_MAU + "Sở Lao động - Thương binh và Xã hội cùng Sở Y tế là hai đơn vị giữ chức Phó khối năm 2022.",
        [deputy("Sở Lao động - Thương binh và Xã hội", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU
        + "Ông Lê Văn Ba, Giám đốc Sở Tài chính, người vừa đại diện đơn vị nhận nhiệm vụ Trưởng khối năm 2023, phát biểu cảm ơn.",
        [leader("Sở Tài chính", 2023, "assumed")],
    ),
    row(
        CA_MAU
        + "Bà Lê Thị Sen, Giám đốc Sở Y tế và ông Lý Văn Tâm, Giám đốc Sở Nội vụ, đồng chủ trì với tư cách Khối trưởng, Khối phó.",
        [leader("Sở Y tế", 2022, S), deputy("Sở Nội vụ", 2022, S)],
    ),
    row(CA_MAU + "Giữ vai trò Khối trưởng trong năm qua là Sở Nội vụ.", [leader("Sở Nội vụ", 2022, S)]),
    row(
        CA_MAU + "Dưới sự điều hành của Khối trưởng là Sở Nội vụ, khối đã hoàn thành 12 chỉ tiêu.",
        [leader("Sở Nội vụ", 2022, S)],
    ),
    row(
        CA_MAU + "Dưới sự điều hành của Sở Nội vụ - Khối trưởng, khối đã hoàn thành 12 chỉ tiêu.",
        [leader("Sở Nội vụ", 2022, S)],
    ),
    row(
        CA_MAU + "Sở Nội vụ, cơ quan được giao làm Khối trưởng trong năm qua, đã tham mưu kịp thời.",
        [leader("Sở Nội vụ", 2022, ["serving", "appointed"])],
    ),
    row(
        LAM_DONG + "100% đại biểu giơ tay thống nhất, xã Lộc Lâm sẽ là Cụm trưởng năm 2024.",
        [leader("xã Lộc Lâm", 2024)],
    ),
    row(
        LAM_DONG + "Xã Lộc Lâm (8/9 phiếu) giữ Cụm trưởng, xã Lộc Phú (7/9 phiếu) giữ Cụm phó năm 2024.",
        [leader("xã Lộc Lâm", 2024), deputy("xã Lộc Phú", 2024)],
    ),
    row(
        LAM_DONG + "Chức Cụm trưởng năm 2024: xã Lộc Lâm; chức Cụm phó: xã Lộc Phú (cùng đạt 100% phiếu).",
        [leader("xã Lộc Lâm", 2024), deputy("xã Lộc Phú", 2024)],
    ),
    row(
        LAM_DONG + "UBND xã Lộc Bảo đã trao lại vai trò Cụm trưởng cho UBND xã Lộc Lâm theo nguyên tắc luân phiên.",
        [leader("UBND xã Lộc Bảo", 2023, S), leader("UBND xã Lộc Lâm", 2024, "assumed")],
    ),
    row(
        LAM_DONG
        + "“Chúng tôi xin hứa làm tròn nhiệm vụ Cụm trưởng năm 2024”, ông Lê Văn Tám, Chủ tịch UBND xã Lộc Lâm bày tỏ.",
        [leader("UBND xã Lộc Lâm", 2024, ["assumed", "elected"])],
    ),
    row(
        LAM_DONG + "Ảnh: UBND xã Lộc Lâm nhận cờ Cụm trưởng từ UBND xã Lộc Bảo.",
        [leader("UBND xã Lộc Bảo", 2023, S), leader("UBND xã Lộc Lâm", 2024, "assumed")],
    ),
    row(
        LAM_DONG + "Thay mặt Cụm trưởng, ông Lê Văn Tám, Chủ tịch UBND xã Lộc Bảo trình bày báo cáo tổng kết.",
        [leader("UBND xã Lộc Bảo", 2023, S)],
    ),
    row(
        LAM_DONG + "Năm tới, Cụm sẽ do UBND xã Lộc Lâm dẫn dắt trên cương vị Cụm trưởng.",
        [leader("UBND xã Lộc Lâm", 2024)],
    ),
    row(
        LAM_DONG
        + "Qua hiệp thương, vị trí Cụm trưởng, Cụm phó năm 2024 lần lượt được giao cho UBND xã Lộc Lâm và UBND xã Lộc Phú.",
        [leader("UBND xã Lộc Lâm", 2024), deputy("UBND xã Lộc Phú", 2024)],
    ),
    row(
        LAM_DONG
        + "Về Cụm trưởng, Cụm phó năm 2024, hội nghị thống nhất hai đơn vị là UBND xã Lộc Lâm và UBND xã Lộc Phú.",
        [leader("UBND xã Lộc Lâm", 2024), deputy("UBND xã Lộc Phú", 2024)],
    ),
    row(
        LAM_DONG + "Kết quả bầu cụm trưởng, cụm phó năm 2024: UBND xã Lộc Lâm, UBND xã Lộc Phú.",
        [leader("UBND xã Lộc Lâm", 2024), deputy("UBND xã Lộc Phú", 2024)],
    ),
    row(
        LAM_DONG + "Năm 2024, UBND xã Lộc Lâm - đơn vị có 4 năm liền dẫn đầu - sẽ giữ trọng trách Cụm trưởng.",
        [leader("UBND xã Lộc Lâm", 2024)],
    ),
    row(
        CA_MAU + "Hội nghị đề nghị Hội đồng Thi đua - Khen thưởng tỉnh công nhận Sở Y tế là Khối trưởng năm 2023.",
        [leader("Sở Y tế", 2023, "proposed")],
    ),
    row(
        CA_MAU + "Khối trình UBND tỉnh phê duyệt Sở Y tế giữ Khối trưởng, Sở Du lịch giữ Khối phó năm 2023.",
        [leader("Sở Y tế", 2023, "proposed"), deputy("Sở Du lịch", 2023, "proposed")],
    ),
    row(
        CA_MAU
        + "Tại hội nghị, Ban Thi đua - Khen thưởng tỉnh công bố quyết định của Chủ tịch UBND tỉnh giao Sở Y tế làm Khối trưởng năm 2023.",
        [leader("Sở Y tế", 2023, "appointed")],
    ),
]

# As most portals write.
PLAIN = [
    row(
        CA_MAU
        + "Hội nghị thống nhất bầu Sở Xây dựng làm Trưởng khối, Sở Giao thông vận tải làm Phó Trưởng khối thi đua năm 2023.",
        [leader("Sở Xây dựng"), deputy("Sở Giao thông vận tải")],
    ),
    row(
        CA_MAU
        + "Các đại biểu đã bình bầu Trưởng, Phó khối năm 2023; kết quả, Sở Xây dựng được bầu là Trưởng khối; Sở Du lịch được bầu là Phó khối.",
        [leader("Sở Xây dựng"), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU + "Nhiệm vụ Khối trưởng Khối thi đua số 5 năm 2023 được bàn giao cho Sở Tư pháp.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU
        + "Đồng chí Lê Văn Ba - Phó Giám đốc Sở Tài chính, đơn vị Trưởng khối năm 2022 trình bày báo cáo tổng kết.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Đồng chí Lê Văn Ba, Giám đốc Sở Tài chính, Trưởng khối thi đua phát biểu khai mạc.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Hội nghị do đồng chí Lê Văn Ba, Giám đốc Sở Tài chính - Khối trưởng chủ trì.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU
        + "Tham dự hội nghị có đồng chí Lê Văn Ba, Giám đốc Sở Tài chính, Khối trưởng; đồng chí Võ Thị Tư, Giám đốc Sở Y tế, Khối phó cùng lãnh đạo các đơn vị thành viên.",
        [leader("Sở Tài chính", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU + "Thay mặt đơn vị Trưởng khối, ông Lê Văn Ba, Giám đốc Sở Tài chính, trình bày báo cáo.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU
        + "Tại hội nghị, Sở Tài chính - Trưởng khối năm 2022 đã bàn giao nhiệm vụ cho Sở Tư pháp là Trưởng khối năm 2023.",
        [leader("Sở Tài chính", 2022, S), leader("Sở Tư pháp", 2023, ["assumed", "elected"])],
    ),
    row(
        CA_MAU
        + "Cũng tại hội nghị, đại diện Sở Tài chính trao cờ luân lưu và bàn giao nhiệm vụ Trưởng khối năm 2023 cho đại diện Sở Tư pháp.",
        [leader("Sở Tài chính", 2022, S), leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU + "Hội nghị đã tín nhiệm, tiếp tục suy tôn Sở Tài chính làm Trưởng khối, Sở Tư pháp tái cử Phó khối.",
        [leader("Sở Tài chính"), deputy("Sở Tư pháp")],
    ),
    row(
        CA_MAU
        + "Với 100% phiếu bầu, Sở Tư pháp được tín nhiệm bầu giữ chức Trưởng khối, Thanh tra tỉnh giữ chức Phó khối nhiệm kỳ 2023.",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh")],
    ),
    row(
        CA_MAU
        + "Kết quả biểu quyết: Trưởng khối năm 2023 là Sở Tư pháp, Phó trưởng khối là Thanh tra tỉnh và Sở Y tế.",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU
        + "\n\nKết quả bầu Trưởng khối, Phó khối năm 2023:\n\n1. Trưởng khối: Sở Tư pháp\n\n2. Phó khối: Thanh tra tỉnh",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh")],
    ),
    row(
        CA_MAU + "\n\nHội nghị đã bầu:\n\n- Sở Tư pháp: Trưởng khối\n\n- Thanh tra tỉnh: Phó khối",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh")],
    ),
    row(
        CA_MAU + "\n\nHội nghị đã bầu:\n\n- Sở Tư pháp - Trưởng khối\n\n- Thanh tra tỉnh - Phó khối",
        [leader("Sở Tư pháp"), deputy("Thanh tra tỉnh")],
    ),
    row(
        CA_MAU
        + "Cũng trong dịp này, các đơn vị đã thống nhất cao phân công Sở Tư pháp đảm nhận nhiệm vụ Trưởng khối năm 2023.",
        [leader("Sở Tư pháp")],
    ),
    row(
        CA_MAU + "Sở Tư pháp được Hội đồng Thi đua - Khen thưởng tỉnh chỉ định làm Trưởng khối năm 2023.",
        [leader("Sở Tư pháp", 2023, "appointed")],
    ),
    row(
        CA_MAU
        + "Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh, năm 2023 Sở Tư pháp là Khối trưởng, Sở Y tế là Khối phó.",
        [leader("Sở Tư pháp", 2023, "appointed"), deputy("Sở Y tế", 2023, "appointed")],
    ),
    row(
        CA_MAU + "Đồng chí Giám đốc Sở Tư pháp thay mặt Trưởng khối mới phát biểu nhận nhiệm vụ.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU
        + "Phát biểu nhận nhiệm vụ Trưởng khối năm 2023, đồng chí Lê Văn Ba, Giám đốc Sở Tư pháp cảm ơn sự tín nhiệm của các đơn vị.",
        [leader("Sở Tư pháp", 2023, ["assumed", "elected"])],
    ),
    row(
        CA_MAU
        + "Phát biểu tại hội nghị, đồng chí Lê Văn Ba, Giám đốc Sở Tư pháp, Trưởng khối năm 2023 mong các đơn vị phối hợp.",
        [leader("Sở Tư pháp", 2023, ["elected", "assumed"])],
    ),
    row(
        CA_MAU
        + "Hội nghị nhất trí chọn Sở Tư pháp và Sở Y tế lần lượt đảm nhiệm vai trò Trưởng khối và Phó khối năm 2023.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU
        + "Năm 2022, dưới sự chủ trì của Sở Tài chính (Trưởng khối) và Sở Y tế (Phó khối), Khối đã tổ chức 3 hoạt động chung.",
        [leader("Sở Tài chính", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU
        + "Tiếp nhận vai trò Trưởng khối năm 2023 từ Sở Tài chính, lãnh đạo Sở Tư pháp cam kết xây dựng kế hoạch sớm.",
        [leader("Sở Tư pháp", 2023, "assumed"), leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Ở nhiệm kỳ 2023, Sở Tư pháp sẽ thay Sở Tài chính giữ cương vị Trưởng khối.",
        [leader("Sở Tư pháp"), leader("Sở Tài chính", 2022, S)],
    ),
    row(
        LAM_DONG + "Cụm trưởng mới là UBND xã Lộc Lâm; Cụm phó: UBND xã Lộc Phú và UBND xã Lộc Nam.",
        [
            leader("UBND xã Lộc Lâm", 2024, ["assumed", "elected"]),
            deputy("UBND xã Lộc Phú", 2024, ["assumed", "elected"]),
            deputy("UBND xã Lộc Nam", 2024, ["assumed", "elected"]),
        ],
    ),
    row(
        LAM_DONG + "Hội nghị cũng tiến hành bốc thăm, theo đó xã Lộc Lâm sẽ đăng cai làm Cụm trưởng năm 2024.",
        [leader("xã Lộc Lâm", 2024)],
    ),
    row(
        LAM_DONG
        + "Được sự tín nhiệm của các đơn vị, UBND xã Lộc Lâm đã vinh dự được chọn làm Cụm trưởng cụm thi đua số 3 năm 2024.",
        [leader("UBND xã Lộc Lâm", 2024)],
    ),
    row(
        LAM_DONG
        + "Xã Lộc Lâm được tín nhiệm với số phiếu tuyệt đối vào vị trí Cụm trưởng năm 2024, cùng với đó xã Lộc Phú được chọn vào vị trí Cụm phó.",
        [leader("xã Lộc Lâm", 2024), deputy("xã Lộc Phú", 2024)],
    ),
    row(LAM_DONG + "Đơn vị làm Cụm trưởng năm 2024 vẫn là xã Lộc Bảo.", [leader("xã Lộc Bảo", 2024)]),
    row(
        LAM_DONG + "Báo cáo tổng kết của đơn vị Cụm trưởng (xã Lộc Bảo) cho thấy 9/9 xã hoàn thành chỉ tiêu.",
        [leader("xã Lộc Bảo", 2023, S)],
    ),
    row(
        LAM_DONG + "Xã Lộc Bảo, với trách nhiệm là Cụm trưởng, đã chủ động xây dựng kế hoạch, tổ chức ký kết giao ước.",
        [leader("xã Lộc Bảo", 2023, S)],
    ),
    row(
        LAM_DONG + "Chủ tịch UBND xã Lộc Bảo Lê Văn Tám, thay mặt Cụm trưởng, điểm lại kết quả năm qua.",
        [leader("UBND xã Lộc Bảo", 2023, S)],
    ),
    row(
        LAM_DONG
        + "Hội nghị giới thiệu và thống nhất đề cử UBND xã Lộc Lâm giữ vai trò Cụm trưởng năm 2024, báo cáo UBND huyện xem xét, quyết định.",
        [leader("UBND xã Lộc Lâm", 2024, "proposed")],
    ),
    row(
        LAM_DONG
        + "Ông Lê Văn Tám, Chủ tịch UBND xã Lộc Bảo, Cụm trưởng bàn giao cờ luân lưu cho ông Trần Ba, Chủ tịch UBND xã Lộc Lâm, Cụm trưởng năm 2024.",
        [leader("UBND xã Lộc Bảo", 2023, S), leader("UBND xã Lộc Lâm", 2024, ["assumed", "elected"])],
    ),
]

# Captions, lists, votes in brackets, persons, results told before or after.
OF_OTHER_FORM = [
    row(
        CA_MAU + "\n\nẢnh: Đại diện Sở Tư pháp (bên phải) nhận nhiệm vụ Trưởng khối từ Sở Tài chính.",
        [leader("Sở Tư pháp", 2023, "assumed"), leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU
        + "\n\nLãnh đạo Sở Tài chính (Trưởng khối năm 2022) trao cờ luân lưu cho Sở Tư pháp (Trưởng khối năm 2023). Ảnh: Minh Anh",
        [leader("Sở Tư pháp", 2023, ["assumed", "elected"]), leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Danh sách đề cử gồm: Sở Tư pháp - Trưởng khối; Sở Y tế, Sở Du lịch - Phó khối.",
        [
            leader("Sở Tư pháp", 2023, ["elected", "proposed"]),
            deputy("Sở Y tế", 2023, ["elected", "proposed"]),
            deputy("Sở Du lịch", 2023, ["elected", "proposed"]),
        ],
    ),
    row(
        CA_MAU
        + "Kết thúc hội nghị, các đơn vị thống nhất chọn Sở Tư pháp làm Trưởng khối và hai đơn vị Sở Y tế, Sở Du lịch làm Phó khối năm 2023.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế"), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU + "Sở Tư pháp nhận cờ luân lưu, chính thức đảm nhận cương vị Trưởng khối năm 2023.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU + "Đồng chí Lê Văn Ba được bầu làm Trưởng khối năm 2023, đồng chí Võ Thị Tư làm Phó khối.",
        [leader(None, 2023), deputy(None, 2023)],
    ),
    row(
        CA_MAU
        + "Đồng chí Lê Văn Ba, Giám đốc Sở Tư pháp được bầu làm Trưởng khối năm 2023, đồng chí Võ Thị Tư, Giám đốc Sở Y tế làm Phó khối.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Các thành viên nhất trí giao cho Sở Tư pháp đứng ra làm nhiệm vụ của Trưởng khối năm 2023.",
        [leader("Sở Tư pháp")],
    ),
    row(
        CA_MAU
        + "Vinh dự đảm nhận trọng trách Trưởng khối năm 2023, lãnh đạo Sở Tư pháp mong nhận được sự phối hợp của các đơn vị.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU
        + "Sau khi bỏ phiếu, Sở Tư pháp với số phiếu cao nhất được chọn là đơn vị Trưởng khối năm 2023; đơn vị xếp thứ hai là Sở Y tế giữ vị trí Phó khối.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Theo quy chế hoạt động, đơn vị Phó khối năm 2022 là Sở Y tế sẽ đảm nhận Trưởng khối năm 2023.",
        [deputy("Sở Y tế", 2022, S), leader("Sở Y tế", 2023, ["assumed", "elected"])],
    ),
    row(
        CA_MAU + "Sở Y tế, Phó khối năm 2022, được chọn làm Trưởng khối năm 2023.",
        [deputy("Sở Y tế", 2022, S), leader("Sở Y tế")],
    ),
    row(
        CA_MAU + "Ngay sau lễ bàn giao, Trưởng khối mới - Sở Tư pháp đã đề xuất chương trình công tác.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(CA_MAU + "Trưởng khối nhiệm kỳ mới: Sở Tư pháp.", [leader("Sở Tư pháp", 2023, ["elected", "assumed"])]),
    row(
        CA_MAU + "Sở Tài chính được đánh giá đã hoàn thành tốt nhiệm vụ Trưởng khối năm 2022.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Hội nghị đánh giá cao vai trò của Sở Tài chính trên cương vị Trưởng khối năm 2022.",
        [leader("Sở Tài chính", 2022, S)],
    ),
    row(
        CA_MAU + "Cụ thể, Sở Tư pháp (100% phiếu) giữ Trưởng khối; Sở Y tế (92% phiếu) giữ Phó khối năm 2023.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU
        + "Sở Tư pháp và Sở Y tế được tín nhiệm giữ vai trò đầu tàu của Khối, trong đó Sở Tư pháp là Trưởng khối, Sở Y tế là Phó khối năm 2023.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Hai đơn vị Sở Tư pháp, Sở Y tế được giao làm Trưởng khối, Phó khối năm 2023.",
        [leader("Sở Tư pháp", 2023, ["elected", "appointed"]), deputy("Sở Y tế", 2023, ["elected", "appointed"])],
    ),
    row(
        CA_MAU + "Về nhân sự, Khối thống nhất Trưởng khối năm 2023 là Sở Tư pháp; chức danh Phó khối giao cho Sở Y tế.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU
        + "Sở Tư pháp sẽ điều hành Khối trong năm 2023 với vai trò Trưởng khối, phụ giúp có Sở Y tế là Phó khối.",
        [leader("Sở Tư pháp"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Nhiệm vụ Trưởng khối được luân chuyển theo vần, năm 2023 đến lượt Sở Tư pháp.",
        [leader("Sở Tư pháp", 2023, "assumed")],
    ),
    row(
        CA_MAU + "Theo thứ tự luân phiên, Trưởng khối năm 2023 là Sở Tư pháp.", [leader("Sở Tư pháp", 2023, "assumed")]
    ),
    row(
        CA_MAU + "Hội nghị đã nghe Sở Tài chính, đơn vị Trưởng khối, báo cáo và bầu Sở Tư pháp thay thế từ năm 2023.",
        [leader("Sở Tài chính", 2022, S), leader("Sở Tư pháp", 2023)],
    ),
]

# Several blocs: each its own leader.
OF_SEVERAL = [
    row(
        CHO_MOI
        + "Kết quả bầu Cụm trưởng năm 2024: Cụm thi đua số 1 là UBND xã Hòa Bình; Cụm thi đua số 2 là UBND xã Kiến An.",
        [
            leader("UBND xã Hòa Bình", 2024, bloc="Cụm thi đua số 1"),
            leader("UBND xã Kiến An", 2024, bloc="Cụm thi đua số 2"),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
    row(
        CHO_MOI + "Hội nghị bầu UBND xã Hòa Bình làm Cụm trưởng Cụm thi đua số 1, UBND xã Kiến An làm Cụm trưởng "
        "Cụm thi đua số 2 năm 2024.",
        [
            leader("UBND xã Hòa Bình", 2024, bloc="Cụm thi đua số 1"),
            leader("UBND xã Kiến An", 2024, bloc="Cụm thi đua số 2"),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
]

# Units that stand beside a role and do not hold it.
NONE = [
    row(CA_MAU + "Sở Nội vụ mong các đơn vị ủng hộ người giữ ghế Khối trưởng.", []),
    row(CA_MAU + "Khối trưởng cho biết đơn vị có nhiều sáng kiến nhất là Sở Y tế.", []),
    row(CA_MAU + "Khối trưởng tặng 10 suất quà cho Trường THPT Cái Nước.", []),
    row(CA_MAU + "Sở Y tế đề xuất mỗi đơn vị làm Khối trưởng không quá hai năm.", []),
    row(CA_MAU + "Sở Y tế chúc mừng và cảm ơn đơn vị giữ vai trò Khối trưởng.", []),
    row(CA_MAU + "Các đơn vị gửi báo cáo về Khối trưởng trước ngày 15/12, đồng thời gửi về Sở Nội vụ để tổng hợp.", []),
    row(CA_MAU + "Sở Du lịch xin không nhận nhiệm vụ Khối trưởng năm 2023.", []),
    row(CA_MAU + "Giám đốc Sở Y tế nêu khó khăn của đơn vị Trưởng khối khi thiếu kinh phí.", []),
    row(CA_MAU + "Hội nghị bầu Trưởng khối, Phó khối do Sở Nội vụ giám sát.", []),
    row(CA_MAU + "Các đơn vị nộp hồ sơ cho Khối trưởng và Sở Nội vụ trước ngày 20/12.", []),
    row(CA_MAU + "Sở Y tế chưa từng giữ vai trò Trưởng khối.", []),
    row(CA_MAU + "Sở Y tế kiến nghị thay đổi cách chọn đơn vị làm Trưởng khối.", []),
    row(CA_MAU + "Sở Y tế và các đơn vị đề nghị nâng kinh phí cho vai trò Trưởng khối.", []),
    row(CA_MAU + "UBND tỉnh giao Trưởng khối phối hợp với Sở Nội vụ xây dựng tiêu chí.", []),
    row(CA_MAU + "Trưởng khối có trách nhiệm báo cáo kết quả về Sở Nội vụ.", []),
    row(CA_MAU + "Nếu được giao nhiệm vụ Trưởng khối, Sở Y tế sẽ tổ chức thêm hội thao.", []),
    row(CA_MAU + "Thầy Lê Văn Ba, Trưởng khối 10 Trường THPT Cái Nước, nhận Giấy khen.", []),
    row(CA_MAU + "Không khí sôi nổi khi Trưởng khối công bố Sở Y tế có điểm cao nhất.", []),
    row(CA_MAU + "Đơn vị Trưởng khối phối hợp Sở Y tế tổ chức khám bệnh cho người nghèo.", []),
    row(CA_MAU + "Sở Y tế được Trưởng khối biểu dương về chuyển đổi số.", []),
    row(CA_MAU + "Mỗi thành viên đều lần lượt giữ vai trò Trưởng khối, Sở Y tế góp ý.", []),
    row(CA_MAU + "Trưởng khối đề nghị Sở Y tế chia sẻ kinh nghiệm.", []),
    row(CA_MAU + "Đến dự có đại diện Trưởng khối, lãnh đạo Sở Y tế và các đơn vị.", []),
    row(CA_MAU + "Sở Y tế chấm điểm chéo, gửi Trưởng khối tổng hợp.", []),
    row(CA_MAU + "Trưởng khối, Phó khối và lãnh đạo Sở Y tế tặng hoa chúc mừng.", []),
]


@pytest.mark.parametrize("case", [*OF_A_CLAUSE, *PLAIN, *OF_OTHER_FORM, *OF_SEVERAL, *NONE])
def test_posts(case: Row) -> None:
    assert not differences("leader", case)
