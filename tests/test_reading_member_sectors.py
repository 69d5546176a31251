"""Members in lists of sectors with few reports: provinces under one body, regions, troops, odd names."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

LISTS = [
    row(
        "Ngày 5/1/2024, Khối thi đua số 1 và Khối thi đua số 2 huyện Đăk Hà tổng kết năm 2023.\n\n"
        "Khối thi đua số 1 có các xã Đăk Ui, Đăk Mar, Hà Mòn, Ngọk Wang. Khối thi đua số 2 gồm Phòng "
        "Nội vụ, Phòng Tư pháp, Thanh tra huyện.",
        members(
            "xã Đăk Ui", "xã Đăk Mar", "xã Hà Mòn", "xã Ngọk Wang", "Phòng Nội vụ", "Phòng Tư pháp", "Thanh tra huyện"
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số 3 Tổng cục Hải quan gồm các Cục Hải quan: Quảng Trị, Thừa Thiên "
        "Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi đã tổng kết năm 2023.",
        members(
            "Cục Hải quan tỉnh Quảng Trị",
            "Cục Hải quan tỉnh Thừa Thiên Huế",
            "Cục Hải quan thành phố Đà Nẵng",
            "Cục Hải quan tỉnh Quảng Nam",
            "Cục Hải quan tỉnh Quảng Ngãi",
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số VII BHXH Việt Nam tổng kết năm 2023.\n\n"
        "Với sự góp mặt của BHXH các tỉnh Bình Phước, Tây Ninh, Long An, Tiền Giang, Bến Tre, Cụm có "
        "nhiều mô hình hay.",
        members(
            "Bảo hiểm xã hội tỉnh Bình Phước",
            "Bảo hiểm xã hội tỉnh Tây Ninh",
            "Bảo hiểm xã hội tỉnh Long An",
            "Bảo hiểm xã hội tỉnh Tiền Giang",
            "Bảo hiểm xã hội tỉnh Bến Tre",
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số 2 Tổng cục Thống kê tổng kết năm 2023.\n\n"
        "Cụm do Cục Thống kê Nghệ An làm Cụm trưởng, các thành viên khác là Cục Thống kê Thanh Hóa, Cục "
        "Thống kê Hà Tĩnh và Cục Thống kê Quảng Bình.",
        members("Cục Thống kê Nghệ An", "Cục Thống kê Thanh Hóa", "Cục Thống kê Hà Tĩnh", "Cục Thống kê Quảng Bình"),
    ),
    row(
        "Chiều 5/1/2024, Khối thi đua Kiểm toán nhà nước khu vực tổng kết năm 2023.\n\n"
        "Mười hai đơn vị, từ Kiểm toán nhà nước khu vực I đến Kiểm toán nhà nước khu vực XIII, trong đó "
        "có Kiểm toán nhà nước khu vực V, Kiểm toán nhà nước khu vực VI, dự họp.",
        members(),
    ),
    row(
        "Chiều 5/1/2024, Khối thi đua các tổ chức chính trị - xã hội tỉnh Tuyên Quang tổng kết năm "
        "2023.\n\n"
        "Các đồng chí lãnh đạo Ủy ban MTTQ tỉnh, LĐLĐ tỉnh, Hội LHPN tỉnh, Hội Nông dân tỉnh, Hội CCB "
        "tỉnh và Tỉnh đoàn - sáu đơn vị thành viên - đồng chủ trì.",
        members(
            "Ủy ban Mặt trận Tổ quốc Việt Nam",
            "Liên đoàn Lao động",
            "Hội Liên hiệp Phụ nữ",
            "Hội Nông dân",
            "Hội Cựu chiến binh",
            "Tỉnh đoàn",
        ),
    ),
    row(
        "Chiều 5/7/2024, Cụm thi đua Điện lực phía Tây (Công ty Điện lực Nghệ An) sơ kết 6 tháng.\n\n"
        "Cụm quy tụ 4 Điện lực Con Cuông, Tương Dương, Quỳ Hợp, Tân Kỳ.",
        members("Điện lực Con Cuông", "Điện lực Tương Dương", "Điện lực Quỳ Hợp", "Điện lực Tân Kỳ"),
    ),
    row(
        "Chiều 5/7/2024, Cụm thi đua số 5 Tổng công ty Bưu điện Việt Nam sơ kết 6 tháng.\n\n"
        "Thuộc Cụm là các Bưu điện tỉnh Hòa Bình, Sơn La, Điện Biên, Lai Châu.",
        members("Bưu điện tỉnh Hòa Bình", "Bưu điện tỉnh Sơn La", "Bưu điện tỉnh Điện Biên", "Bưu điện tỉnh Lai Châu"),
    ),
    row(
        "Chiều 5/7/2024, Khối thi đua số 2 Bộ Nội vụ sơ kết 6 tháng.\n\n"
        "Khối có 5 vụ: Vụ Pháp chế, Vụ Tổ chức - Biên chế, Vụ Tiền lương, Vụ Công chức - Viên chức và "
        "Vụ Chính quyền địa phương.",
        members(
            "Vụ Pháp chế",
            "Vụ Tổ chức - Biên chế",
            "Vụ Tiền lương",
            "Vụ Công chức - Viên chức",
            "Vụ Chính quyền địa phương",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua các tổ chức tín dụng tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Tham gia Khối có: Agribank Hà Nam (98 điểm), BIDV Hà Nam (97,5 điểm), VietinBank Hà Nam (97 "
        "điểm), LPBank Hà Nam và Quỹ tín dụng nhân dân Bình Lục.",
        members(
            "Agribank chi nhánh Hà Nam",
            "BIDV chi nhánh Hà Nam",
            "VietinBank chi nhánh Hà Nam",
            "LPBank chi nhánh Hà Nam",
            "Quỹ tín dụng nhân dân Bình Lục",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Khối gồm Sở Tư pháp - Khối trưởng, Sở Nội vụ - Khối phó, Sở Ngoại vụ, Ban Dân tộc và Thanh tra "
        "tỉnh.",
        members("Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Gồm 5 đơn vị là Sở Tư pháp, Sở Nội vụ, Sở Ngoại vụ, Ban Dân tộc và Thanh tra tỉnh, Khối đã có "
        "nhiều đổi mới.",
        members("Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Tại hội nghị, đại diện Sở Tư pháp, Sở Nội vụ, Sở Ngoại vụ đã tham luận.",
        members(),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 LĐLĐ tỉnh Bình Định tổng kết năm 2023.\n\n"
        "Cụm có LĐLĐ thị xã An Nhơn, LĐLĐ huyện: Tây Sơn, Vĩnh Thạnh, Tuy Phước, CĐ Viên chức tỉnh và "
        "CĐ ngành Giáo dục.",
        members(
            "Liên đoàn Lao động thị xã An Nhơn",
            "Liên đoàn Lao động huyện Tây Sơn",
            "Liên đoàn Lao động huyện Vĩnh Thạnh",
            "Liên đoàn Lao động huyện Tuy Phước",
            "Công đoàn Viên chức",
            "Công đoàn ngành Giáo dục",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 Cục Thuế tỉnh Bình Định tổng kết năm 2023.\n\n"
        "Các đơn vị thành viên\n"
        "1. Chi cục Thuế thành phố Quy Nhơn\n"
        "2. Chi cục Thuế khu vực Hoài Nhơn - An Lão\n"
        "3. Chi cục Thuế khu vực Phù Cát - Phù Mỹ\n"
        "4. Phòng Thanh tra - Kiểm tra số 1",
        members(
            "Chi cục Thuế thành phố Quy Nhơn",
            "Chi cục Thuế khu vực Hoài Nhơn - An Lão",
            "Chi cục Thuế khu vực Phù Cát - Phù Mỹ",
            "Phòng Thanh tra - Kiểm tra số 1",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 5 Quân khu 4 tổng kết năm 2023.\n\n"
        "Khối gồm các sư đoàn 324, 341, 968; các lữ đoàn 16, 80, 206 và Trường Quân sự Quân khu.",
        members(
            "Sư đoàn 324",
            "Sư đoàn 341",
            "Sư đoàn 968",
            "Lữ đoàn 16",
            "Lữ đoàn 80",
            "Lữ đoàn 206",
            "Trường Quân sự Quân khu",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 BĐBP tổng kết năm 2023.\n\n"
        "Cụm gồm BĐBP các tỉnh Quảng Ninh, Thái Bình, Nam Định, BĐBP thành phố Hải Phòng và Hải đoàn "
        "Biên phòng 38.",
        members(
            "Bộ đội Biên phòng tỉnh Quảng Ninh",
            "Bộ đội Biên phòng tỉnh Thái Bình",
            "Bộ đội Biên phòng tỉnh Nam Định",
            "Bộ đội Biên phòng thành phố Hải Phòng",
            "Hải đoàn Biên phòng 38",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 3 Bộ Ngoại giao tổng kết năm 2023.\n\n"
        "Cụm gồm Sở Ngoại vụ 6 tỉnh Hà Tĩnh, Nghệ An, Thanh Hóa, Quảng Bình, Quảng Trị và Thừa Thiên "
        "Huế.",
        members(
            "Sở Ngoại vụ tỉnh Hà Tĩnh",
            "Sở Ngoại vụ tỉnh Nghệ An",
            "Sở Ngoại vụ tỉnh Thanh Hóa",
            "Sở Ngoại vụ tỉnh Quảng Bình",
            "Sở Ngoại vụ tỉnh Quảng Trị",
            "Sở Ngoại vụ tỉnh Thừa Thiên Huế",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 4 VNPT tổng kết năm 2023.\n\n"
        "Đơn vị đăng cai là VNPT Bắc Giang; cùng Cụm có VNPT Bắc Ninh, Lạng Sơn, Thái Nguyên, Cao Bằng.",
        members("VNPT Bắc Ninh", "VNPT Lạng Sơn", "VNPT Thái Nguyên", "VNPT Cao Bằng"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 1 LĐLĐ tỉnh Ninh Thuận tổng kết năm 2023. Tham dự có đại diện "
        "thường trực 5 đơn vị thành viên: LĐLĐ các huyện Thuận Bắc, Ninh Hải, Bác Ái, Ninh Sơn và LĐLĐ "
        "thành phố Phan Rang - Tháp Chàm.",
        members(
            "Liên đoàn Lao động huyện Thuận Bắc",
            "Liên đoàn Lao động huyện Ninh Hải",
            "Liên đoàn Lao động huyện Bác Ái",
            "Liên đoàn Lao động huyện Ninh Sơn",
            "Liên đoàn Lao động thành phố Phan Rang - Tháp Chàm",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua V (Sở Khoa học và Công nghệ, Sở Thông tin và Truyền thông, Sở Xây "
        "dựng, Sở Giao thông vận tải) tỉnh Phú Thọ tổng kết năm 2023.",
        members("Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông", "Sở Xây dựng", "Sở Giao thông vận tải"),
    ),
    row(
        "Sở Tài chính, Sở Công Thương, Cục Thuế, Cục Hải quan và Kho bạc Nhà nước tỉnh - 5 đơn vị của "
        "Khối thi đua Kinh tế tổng hợp tỉnh Tây Ninh - ngày 5/1/2024 tổng kết năm 2023.",
        members("Sở Tài chính", "Sở Công Thương", "Cục Thuế", "Cục Hải quan", "Kho bạc Nhà nước"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua Nội chính tỉnh Phú Yên tổng kết năm 2023.\n\n"
        "Hợp thành Khối là Công an tỉnh, Bộ CHQS tỉnh, Bộ Chỉ huy BĐBP tỉnh, Viện KSND tỉnh, TAND tỉnh.",
        members(
            "Công an tỉnh",
            "Bộ Chỉ huy Quân sự tỉnh",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
            "Viện kiểm sát nhân dân",
            "Tòa án nhân dân",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua Nội chính tỉnh Phú Yên tổng kết năm 2023.\n\n"
        "Điểm danh các thành viên có thể kể: Công an tỉnh, Bộ CHQS tỉnh, Viện KSND tỉnh, TAND tỉnh.",
        members("Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Viện kiểm sát nhân dân", "Tòa án nhân dân"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 6 VKSND hai cấp tỉnh Nghệ An tổng kết năm 2023.\n\n"
        "Danh sách thành viên: VKSND TP Vinh; VKSND TX Hoàng Mai; VKSND các huyện Quỳnh Lưu, Diễn Châu, "
        "Yên Thành.",
        members(
            "Viện kiểm sát nhân dân thành phố Vinh",
            "Viện kiểm sát nhân dân thị xã Hoàng Mai",
            "Viện kiểm sát nhân dân huyện Quỳnh Lưu",
            "Viện kiểm sát nhân dân huyện Diễn Châu",
            "Viện kiểm sát nhân dân huyện Yên Thành",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua Huyện đoàn số 2 (Tỉnh đoàn Bắc Giang) tổng kết năm 2023.\n\n"
        "Các đơn vị Huyện đoàn Lục Ngạn, Huyện đoàn Lục Nam, Huyện đoàn Sơn Động, Đoàn Khối Doanh "
        "nghiệp cùng ký giao ước.",
        members("Huyện đoàn Lục Ngạn", "Huyện đoàn Lục Nam", "Huyện đoàn Sơn Động", "Đoàn Khối Doanh nghiệp"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua Ủy ban MTTQ Việt Nam các tỉnh Đông Bắc tổng kết năm 2023.\n\n"
        "Cụm gồm 7 tỉnh: Quảng Ninh, Lạng Sơn, Cao Bằng, Bắc Kạn, Thái Nguyên, Bắc Giang, Phú Thọ.",
        members(
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ninh",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lạng Sơn",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Cao Bằng",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bắc Kạn",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thái Nguyên",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bắc Giang",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Phú Thọ",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 Liên minh Hợp tác xã Việt Nam tổng kết năm 2023.\n\n"
        "Liên minh HTX các tỉnh trong Cụm, bao gồm: Hà Nam, Nam Định, Thái Bình, Ninh Bình và Hưng Yên.",
        members(
            "Liên minh Hợp tác xã tỉnh Hà Nam",
            "Liên minh Hợp tác xã tỉnh Nam Định",
            "Liên minh Hợp tác xã tỉnh Thái Bình",
            "Liên minh Hợp tác xã tỉnh Ninh Bình",
            "Liên minh Hợp tác xã tỉnh Hưng Yên",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua Vườn quốc gia tổng kết năm 2023.\n\n"
        "Cụm có sáu vườn quốc gia: Cúc Phương, Ba Vì, Tam Đảo, Bạch Mã, Yok Đôn, Cát Tiên.",
        members(
            "Vườn quốc gia Cúc Phương",
            "Vườn quốc gia Ba Vì",
            "Vườn quốc gia Tam Đảo",
            "Vườn quốc gia Bạch Mã",
            "Vườn quốc gia Yok Đôn",
            "Vườn quốc gia Cát Tiên",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 Cục Hàng hải Việt Nam tổng kết năm 2023.\n\n"
        "Các thành viên: Cảng vụ Hàng hải Đà Nẵng, Quảng Nam, Quảng Ngãi, Quy Nhơn, Nha Trang.",
        members(
            "Cảng vụ Hàng hải Đà Nẵng",
            "Cảng vụ Hàng hải Quảng Nam",
            "Cảng vụ Hàng hải Quảng Ngãi",
            "Cảng vụ Hàng hải Quy Nhơn",
            "Cảng vụ Hàng hải Nha Trang",
        ),
    ),
    row(
        "Ngày 5/11/2025, Cụm thi đua số 3 tỉnh Đồng Nai tổng kết năm 2025.\n\n"
        "Cụm hiện có 3 phường (Trấn Biên, Tam Hiệp, Long Bình) và 2 xã (An Phước, Bình An).",
        members("phường Trấn Biên", "phường Tam Hiệp", "phường Long Bình", "xã An Phước", "xã Bình An"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua Doanh nghiệp tỉnh Phú Thọ tổng kết năm 2023.\n\n"
        "Khối gồm Supe Lâm Thao, VNPT Phú Thọ, Bưu điện tỉnh và Công ty Điện lực Phú Thọ.",
        members("Supe Lâm Thao", "VNPT Phú Thọ", "Bưu điện tỉnh", "Công ty Điện lực Phú Thọ"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua các đơn vị sự nghiệp tỉnh Thái Bình tổng kết năm 2023.\n\n"
        "Khối gồm: Viện Quy hoạch xây dựng, Trung tâm Lưu trữ lịch sử, Trường Năng khiếu Thể dục thể "
        "thao, Nhà hát Chèo, Thư viện tỉnh, Bảo tàng tỉnh, Quỹ Bảo vệ môi trường, Ban Quản lý di tích, "
        "Trung tâm Xúc tiến đầu tư và Phát triển.",
        members(
            "Viện Quy hoạch xây dựng",
            "Trung tâm Lưu trữ lịch sử",
            "Trường Năng khiếu Thể dục thể thao",
            "Nhà hát Chèo",
            "Thư viện tỉnh",
            "Bảo tàng tỉnh",
            "Quỹ Bảo vệ môi trường",
            "Ban Quản lý di tích",
            "Trung tâm Xúc tiến đầu tư và Phát triển",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 3 Công đoàn các KCN tỉnh Bắc Ninh tổng kết năm 2023.\n\n"
        "Cụm gồm CĐCS Công ty TNHH Samsung Electronics Việt Nam, CĐCS Công ty Canon, CĐCS Công ty TNHH "
        "Goertek Vina và CĐCS Công ty CP Bia Hà Nội - Bắc Ninh.",
        members(
            "Công đoàn cơ sở Công ty TNHH Samsung Electronics Việt Nam",
            "Công đoàn cơ sở Công ty Canon",
            "Công đoàn cơ sở Công ty TNHH Goertek Vina",
            "Công đoàn cơ sở Công ty CP Bia Hà Nội - Bắc Ninh",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 1 Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổng kết năm 2025.\n\n"
        "Khối có Văn phòng Sở, Thanh tra Sở, Phòng Kế hoạch - Tài chính, Phòng Tổ chức cán bộ, Chi cục "
        "Biển, Hải đảo và Kiểm ngư, Chi cục Bảo vệ môi trường.",
        members(
            "Văn phòng Sở",
            "Thanh tra Sở",
            "Phòng Kế hoạch - Tài chính",
            "Phòng Tổ chức cán bộ",
            "Chi cục Biển, Hải đảo và Kiểm ngư",
            "Chi cục Bảo vệ môi trường",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 4 Cục Cảnh sát quản lý trại giam (Bộ Công an) tổng kết năm "
        "2023.\n\n"
        "Cụm gồm Trại giam Số 5, Trại giam Thanh Lâm, Trại giam Thanh Phong, Trại giam Số 6, Cơ sở giáo "
        "dục bắt buộc Thanh Hà.",
        members(
            "Trại giam Số 5",
            "Trại giam Thanh Lâm",
            "Trại giam Thanh Phong",
            "Trại giam Số 6",
            "Cơ sở giáo dục bắt buộc Thanh Hà",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 Bộ Nông nghiệp và Môi trường tổng kết năm 2025.\n\n"
        "Khối gồm: Cục Lâm nghiệp và Kiểm lâm, Cục Thủy sản và Kiểm ngư, Cục Chăn nuôi và Thú y, Cục "
        "Trồng trọt và Bảo vệ thực vật, Cục Quản lý và Xây dựng công trình thủy lợi.",
        members(
            "Cục Lâm nghiệp và Kiểm lâm",
            "Cục Thủy sản và Kiểm ngư",
            "Cục Chăn nuôi và Thú y",
            "Cục Trồng trọt và Bảo vệ thực vật",
            "Cục Quản lý và Xây dựng công trình thủy lợi",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua 4 Tập đoàn Điện lực Việt Nam tổng kết năm 2023.\n\n"
        "Khối gồm EVNNPC, EVNCPC, EVNSPC, EVNHANOI và EVNHCMC.",
        members("EVNNPC", "EVNCPC", "EVNSPC", "EVNHANOI", "EVNHCMC"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 5 Tổng cục Quản lý thị trường tổng kết năm 2023.\n\n"
        "6 Cục QLTT trong Cụm: Lạng Sơn, Cao Bằng, Bắc Kạn, Thái Nguyên, Hà Giang, Tuyên Quang.",
        members(
            "Cục Quản lý thị trường tỉnh Lạng Sơn",
            "Cục Quản lý thị trường tỉnh Cao Bằng",
            "Cục Quản lý thị trường tỉnh Bắc Kạn",
            "Cục Quản lý thị trường tỉnh Thái Nguyên",
            "Cục Quản lý thị trường tỉnh Hà Giang",
            "Cục Quản lý thị trường tỉnh Tuyên Quang",
        ),
    ),
    row(
        "Ngày 5/1/2026, Cụm thi đua số 2 Kho bạc Nhà nước tổng kết năm 2025.\n\n"
        "Cụm gồm KBNN khu vực III, KBNN khu vực IV, KBNN khu vực V và KBNN khu vực VI.",
        members(
            "Kho bạc Nhà nước khu vực III",
            "Kho bạc Nhà nước khu vực IV",
            "Kho bạc Nhà nước khu vực V",
            "Kho bạc Nhà nước khu vực VI",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua Hải quân vùng 4 tổng kết năm 2023.\n\n"
        "Khối 5 đơn vị gồm: Lữ đoàn 146, Lữ đoàn 162, Lữ đoàn 189, Trung đoàn 196 và Tiểu đoàn Cảnh vệ.",
        members("Lữ đoàn 146", "Lữ đoàn 162", "Lữ đoàn 189", "Trung đoàn 196", "Tiểu đoàn Cảnh vệ"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 1 ngành Tòa án tổng kết năm 2023.\n\n"
        "Sáu tòa trong Cụm là Tòa án các tỉnh Phú Thọ, Vĩnh Phúc, Tuyên Quang, Yên Bái, Lào Cai, Hà "
        "Giang.",
        members(
            "Tòa án nhân dân tỉnh Phú Thọ",
            "Tòa án nhân dân tỉnh Vĩnh Phúc",
            "Tòa án nhân dân tỉnh Tuyên Quang",
            "Tòa án nhân dân tỉnh Yên Bái",
            "Tòa án nhân dân tỉnh Lào Cai",
            "Tòa án nhân dân tỉnh Hà Giang",
        ),
    ),
    row(
        "Ngày 5/1/2024, theo phân chia của UBND tỉnh Bến Tre, Khối thi đua số 6 có 4 đơn vị, lần lượt "
        "là Sở Y tế, Sở Tư pháp, Ban Dân tộc, Thanh tra tỉnh.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 6 tỉnh Bến Tre (các huyện Ba Tri, Bình Đại, Giồng Trôm và thành "
        "phố Bến Tre) tổng kết năm 2023.",
        members("huyện Ba Tri", "huyện Bình Đại", "huyện Giồng Trôm", "thành phố Bến Tre"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua VI tổng kết năm 2023. Khối tập hợp Sở Y tế, Sở Tư pháp, Ban Dân "
        "tộc và Thanh tra tỉnh Bến Tre.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua VI tổng kết năm 2023. Khối được hình thành từ Sở Y tế, Sở Tư pháp, "
        "Ban Dân tộc và Thanh tra tỉnh Bến Tre.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua VI tổng kết năm 2023. Sinh hoạt cùng Khối là Sở Y tế, Sở Tư pháp, "
        "Ban Dân tộc và Thanh tra tỉnh Bến Tre.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua VI tổng kết năm 2023. Đội hình của Khối: Sở Y tế, Sở Tư pháp, Ban "
        "Dân tộc và Thanh tra tỉnh Bến Tre.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua VI tổng kết năm 2023. Khối với bốn thành viên Sở Y tế, Sở Tư pháp, "
        "Ban Dân tộc và Thanh tra tỉnh Bến Tre đã hoàn thành tốt nhiệm vụ.",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số VI Ngân hàng Nhà nước tổng kết năm 2023. Thuộc Cụm có NHNN chi "
        "nhánh tỉnh Gia Lai, Kon Tum, Đắk Lắk, Đắk Nông, Lâm Đồng.",
        members(
            "Ngân hàng Nhà nước chi nhánh tỉnh Gia Lai",
            "Ngân hàng Nhà nước chi nhánh tỉnh Kon Tum",
            "Ngân hàng Nhà nước chi nhánh tỉnh Đắk Lắk",
            "Ngân hàng Nhà nước chi nhánh tỉnh Đắk Nông",
            "Ngân hàng Nhà nước chi nhánh tỉnh Lâm Đồng",
        ),
    ),
]


@pytest.mark.parametrize("case", LISTS)
def test_members_of_sectors(case: Row) -> None:
    assert not differences("member", case)
