"""Members in lists that other signs than "gồm" open or close: counts, pledges, headings, elliptical lists, odd names."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

LISTS = [
    # Places that are called localities of the bloc; not those that it gives something.
    row(
        "Cụm thi đua số 1 tỉnh Lâm Đồng, gồm các địa phương: Đam Rông, Lạc Dương và Đơn Dương, ký giao ước năm 2022.",
        members("Đam Rông", "Lạc Dương", "Đơn Dương"),
    ),
    row(
        "Cụm thi đua số 1 tỉnh Lâm Đồng ký giao ước năm 2022. Cụm trao quà cho các địa phương: Đam Rông, Lạc Dương.",
        [],
    ),
    # Who signs the pledge.
    row(
        "Khối thi đua Dịch vụ 1 tỉnh Nghệ An ký giao ước thi đua năm 2022.\n\nKý giao ước tại Hội nghị bao gồm: "
        "Công ty Xăng dầu Nghệ An (Trưởng khối), Bưu điện tỉnh (Phó trưởng khối), Công ty Điện lực Nghệ An.",
        members("Công ty Xăng dầu Nghệ An", "Bưu điện tỉnh", "Công ty Điện lực Nghệ An"),
    ),
    row(
        "Khối thi đua số 1 tỉnh Nghệ An ký giao ước thi đua năm 2022.\n\nVăn bản ký kết gồm 5 nội dung với Sở Y tế.", []
    ),
    row(
        "Ngày 12/10/2022, Cụm thi đua số 3 Tòa án nhân dân tổng kết công tác năm 2022.\n\n"
        "Sáu TAND cấp tỉnh sinh hoạt trong Cụm: Lào Cai, Yên Bái, Sơn La, Điện Biên, Lai Châu, Hòa "
        "Bình.",
        members(
            "Tòa án nhân dân tỉnh Lào Cai",
            "Tòa án nhân dân tỉnh Yên Bái",
            "Tòa án nhân dân tỉnh Sơn La",
            "Tòa án nhân dân tỉnh Điện Biên",
            "Tòa án nhân dân tỉnh Lai Châu",
            "Tòa án nhân dân tỉnh Hòa Bình",
        ),
    ),
    row(
        "Ngày 12/12/2022, Cụm thi đua các báo Đảng miền Trung tổng kết công tác năm 2022.\n\n"
        "Tham gia Cụm có các báo Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa.",
        members("Báo Quảng Nam", "Báo Quảng Ngãi", "Báo Bình Định", "Báo Phú Yên", "Báo Khánh Hòa"),
    ),
    row(
        "Ngày 22/4/2024, UBND tỉnh Quảng Trị ban hành Quyết định số 407/QĐ-UBND về việc thành lập các "
        "khối thi đua năm 2024. Danh sách như sau:\n\n"
        "1. Khối thi đua số 1\n"
        "Sở Tài chính; Sở Kế hoạch và Đầu tư; Sở Công Thương; Cục Thuế.\n"
        "Trưởng khối: Sở Tài chính.\n\n"
        "2. Khối thi đua số 2\n"
        "Sở Y tế, Sở Giáo dục và Đào tạo, Sở Tư pháp.\n"
        "Trưởng khối: Sở Y tế.",
        members(
            "Sở Tài chính",
            "Sở Kế hoạch và Đầu tư",
            "Sở Công Thương",
            "Cục Thuế",
            "Sở Y tế",
            "Sở Giáo dục và Đào tạo",
            "Sở Tư pháp",
        ),
    ),
    row(
        "Ngày 5/1/2023, Khối thi đua các cơ quan nội chính tỉnh Bắc Giang tổng kết năm 2022.\n\n"
        "Dự hội nghị có lãnh đạo 5/5 đơn vị, gồm: Công an tỉnh, Viện KSND tỉnh, Tòa án nhân dân tỉnh, "
        "Sở Tư pháp, Thanh tra tỉnh.",
        members("Công an tỉnh", "Viện kiểm sát nhân dân", "Tòa án nhân dân", "Sở Tư pháp", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2023, Cụm thi đua số 4 huyện Cư Jút tổng kết năm 2022.\n\n"
        "Tham dự có lãnh đạo các xã trong Cụm (Đắk Wil, Ea Pô, Nam Dong, Cư Knia).",
        members("xã Đắk Wil", "xã Ea Pô", "xã Nam Dong", "xã Cư Knia"),
    ),
    row(
        "Ngày 5/7/2023, Khối thi đua các trường chuyên nghiệp tỉnh Đồng Tháp tổng kết năm học 2022 - "
        "2023.\n\n"
        "Khối gồm 2 trường cao đẳng: Cộng đồng Đồng Tháp, Y tế Đồng Tháp và 2 trường trung cấp: Nông "
        "dân, Nghề Tháp Mười.",
        members(
            "Trường Cao đẳng Cộng đồng Đồng Tháp",
            "Trường Cao đẳng Y tế Đồng Tháp",
            "Trường Trung cấp Nông dân",
            "Trường Trung cấp Nghề Tháp Mười",
        ),
    ),
    row(
        "Ngày 5/1/2023, Khối thi đua Đảng, đoàn thể huyện Krông Pắc tổng kết năm 2022.\n\n"
        "Ngoài Hội Nông dân huyện là Khối trưởng, khối còn có Hội Phụ nữ, Hội Cựu chiến binh, Huyện "
        "đoàn và Liên đoàn Lao động huyện.",
        members("Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Huyện đoàn", "Liên đoàn Lao động"),
    ),
    row(
        "Ngày 5/1/2023, Khối thi đua kinh tế ngành tỉnh Vĩnh Long tổng kết năm 2022.\n\n"
        "Khối bao gồm các sở, ngành: Nông nghiệp và Phát triển nông thôn, Công Thương, Giao thông vận "
        "tải, Xây dựng, Ban Quản lý các khu công nghiệp.",
        members(
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Sở Công Thương",
            "Sở Giao thông vận tải",
            "Sở Xây dựng",
            "Ban Quản lý các khu công nghiệp",
        ),
    ),
    row(
        "Ngày 5/7/2023, Cụm thi đua số 2 LĐLĐ tỉnh Thanh Hóa sơ kết 6 tháng đầu năm 2023.\n\n"
        "Cụm có 6 thành viên là LĐLĐ thị xã Bỉm Sơn, LĐLĐ các huyện Hà Trung, Nga Sơn, Hậu Lộc, Hoằng "
        "Hóa và Công đoàn ngành Y tế.",
        members(
            "Liên đoàn Lao động thị xã Bỉm Sơn",
            "Liên đoàn Lao động huyện Hà Trung",
            "Liên đoàn Lao động huyện Nga Sơn",
            "Liên đoàn Lao động huyện Hậu Lộc",
            "Liên đoàn Lao động huyện Hoằng Hóa",
            "Công đoàn ngành Y tế",
        ),
    ),
    row(
        "Ngày 1/12/2022, Cụm thi đua Hội Nông dân các tỉnh Tây Bắc tổng kết năm 2022.\n\n"
        "Cụm quy tụ Hội Nông dân 4 tỉnh Sơn La, Lai Châu, Điện Biên, Hòa Bình.",
        members(
            "Hội Nông dân tỉnh Sơn La",
            "Hội Nông dân tỉnh Lai Châu",
            "Hội Nông dân tỉnh Điện Biên",
            "Hội Nông dân tỉnh Hòa Bình",
        ),
    ),
    row(
        "Ngày 1/12/2022, Cụm thi đua số 2 Bộ Công an tổng kết năm 2022.\n\n"
        "Công an 5 tỉnh trong cụm: Bắc Giang, Bắc Ninh, Hà Nam, Nam Định, Ninh Bình đã đóng góp nhiều ý "
        "kiến.",
        members(
            "Công an tỉnh Bắc Giang",
            "Công an tỉnh Bắc Ninh",
            "Công an tỉnh Hà Nam",
            "Công an tỉnh Nam Định",
            "Công an tỉnh Ninh Bình",
        ),
    ),
    row(
        "Ngày 1/12/2022, Khối thi đua các bộ, ngành tổng hợp tổng kết năm 2022.\n\n"
        "Khối quy tụ các Bộ: Nội vụ, Tư pháp, Ngoại giao cùng Thanh tra Chính phủ và Văn phòng Chính "
        "phủ.",
        members("Bộ Nội vụ", "Bộ Tư pháp", "Bộ Ngoại giao", "Thanh tra Chính phủ", "Văn phòng Chính phủ"),
    ),
    row(
        "Ngày 1/12/2022, Cụm thi đua số 1 Quân khu 5 tổng kết năm 2022.\n\n"
        "Thành phần của Cụm gồm Bộ CHQS các tỉnh: Quảng Nam, Quảng Ngãi, Bình Định; Sư đoàn 315 và Lữ "
        "đoàn Công binh 270.",
        members(
            "Bộ Chỉ huy Quân sự tỉnh Quảng Nam",
            "Bộ Chỉ huy Quân sự tỉnh Quảng Ngãi",
            "Bộ Chỉ huy Quân sự tỉnh Bình Định",
            "Sư đoàn 315",
            "Lữ đoàn Công binh 270",
        ),
    ),
    row(
        "Ngày 5/1/2023, Cụm thi đua số 4 Cục Hải quan tổng kết năm 2025.\n\n"
        "Cụm có các đơn vị: Chi cục Hải quan các khu vực: II, IX, XII và XIII.",
        members(
            "Chi cục Hải quan khu vực II",
            "Chi cục Hải quan khu vực IX",
            "Chi cục Hải quan khu vực XII",
            "Chi cục Hải quan khu vực XIII",
        ),
    ),
    row(
        "Ngày 5/1/2023, Cụm thi đua số 2 huyện Tân Hồng tổng kết năm 2022.\n\n"
        "Cụm gồm các xã Trường Khánh, Đội Bình, Ban Công và Vụ Cầu.",
        members("xã Trường Khánh", "xã Đội Bình", "xã Ban Công", "xã Vụ Cầu"),
    ),
    row(
        "Ngày 5/1/2023, Khối thi đua số 2 tỉnh Cao Bằng tổng kết năm 2022.\n\n"
        "Khối gồm sở, ngành: Nội vụ, Tài chính, Công Thương, Cục Thống kê, Kho bạc Nhà nước tỉnh.",
        members("Sở Nội vụ", "Sở Tài chính", "Sở Công Thương", "Cục Thống kê", "Kho bạc Nhà nước"),
    ),
    row(
        "Ngày 5/11/2025, Khối thi đua trường học - y tế xã Tân Yên tổng kết năm 2025.\n\n"
        "Khối có 4 đơn vị: Trường Mầm non Cao Thượng, Trường Tiểu học Cao Xá, Trường THCS Ngọc Châu và "
        "Trạm Y tế xã.",
        members("Trường Mầm non Cao Thượng", "Trường Tiểu học Cao Xá", "Trường THCS Ngọc Châu", "Trạm Y tế"),
    ),
    row(
        "Ngày 5/1/2025, Cụm thi đua số 1 Cục Hải quan tổng kết năm 2024.\n\n"
        "Góp mặt có Ban Tổ chức cán bộ, Ban Pháp chế, Ban Giám sát quản lý về hải quan - cũng chính là "
        "toàn bộ thành viên của Cụm.",
        members("Ban Tổ chức cán bộ", "Ban Pháp chế", "Ban Giám sát quản lý về hải quan"),
    ),
    row(
        "Ngày 5/1/2025, Khối thi đua các hội đặc thù tỉnh Lai Châu tổng kết năm 2024.\n\n"
        "Dự hội nghị có đại diện Sở Nội vụ, Sở Tài chính, Ban Dân vận Tỉnh ủy.",
        members(),
    ),
    row(
        "Ngày 5/1/2025, Khối thi đua các hội đặc thù tỉnh Lai Châu tổng kết năm 2024. Về dự có lãnh đạo "
        "3 sở: Nội vụ, Tài chính, Y tế.\n\n"
        "Trao thưởng cho 3 đơn vị: Hội Đông y, Hội Luật gia, Hội Người mù.",
        members(),
    ),
    row(
        "Ngày 5/1/2025, Khối thi đua các hội đặc thù tỉnh Lai Châu tổng kết năm 2024.\n\n"
        "Khối đã phối hợp với 4 đơn vị: Sở Y tế, Sở Nội vụ, Sở Tài chính, Công an tỉnh để thăm hỏi hội "
        "viên.",
        members(),
    ),
    row(
        "Ngày 22/1/2021, Khối thi đua Doanh nghiệp tỉnh Hòa Bình tổng kết năm 2020.\n\n"
        "Thành phần Khối gồm: Điện lực Hòa Bình, Công ty Thủy điện Hòa Bình, Công ty CP Nước sạch Hòa "
        "Bình, Công ty Xăng dầu Hòa Bình, Bảo Việt Hòa Bình và Viễn thông Hòa Bình.",
        members(
            "Điện lực Hòa Bình",
            "Công ty Thủy điện Hòa Bình",
            "Công ty CP Nước sạch Hòa Bình",
            "Công ty Xăng dầu Hòa Bình",
            "Bảo Việt Hòa Bình",
            "Viễn thông Hòa Bình",
        ),
    ),
    row(
        "Ngày 22/1/2021, Cụm thi đua số 2 LĐLĐ thành phố Hải Phòng tổng kết năm 2020.\n\n"
        "Tham gia Cụm có LĐLĐ các quận: Lê Chân, Ngô Quyền, Hồng Bàng; Công đoàn ngành Xây dựng, Công "
        "đoàn Khu kinh tế và Công đoàn Viên chức thành phố.",
        members(
            "Liên đoàn Lao động quận Lê Chân",
            "Liên đoàn Lao động quận Ngô Quyền",
            "Liên đoàn Lao động quận Hồng Bàng",
            "Công đoàn ngành Xây dựng",
            "Công đoàn Khu kinh tế",
            "Công đoàn Viên chức",
        ),
    ),
    row(
        "Ngày 22/1/2021, Cụm thi đua số 2 Tòa án nhân dân hai cấp tỉnh Nghệ An tổng kết năm 2020.\n\n"
        "Các đơn vị trong Cụm, gồm TAND thành phố Vinh, TAND thị xã Cửa Lò và TAND các huyện Nghi Lộc, "
        "Hưng Nguyên, Nam Đàn.",
        members(
            "Tòa án nhân dân thành phố Vinh",
            "Tòa án nhân dân thị xã Cửa Lò",
            "Tòa án nhân dân huyện Nghi Lộc",
            "Tòa án nhân dân huyện Hưng Nguyên",
            "Tòa án nhân dân huyện Nam Đàn",
        ),
    ),
    row(
        "Ngày 22/5/2021, Cụm thi đua số 2 Phòng GD&ĐT huyện Anh Sơn tổng kết năm học 2020 - 2021.\n\n"
        "Cụm có các trường: MN Tường Sơn, MN Hội Sơn, TH Tường Sơn, THCS Anh Sơn, TH&THCS Hùng Sơn.",
        members(
            "Trường Mầm non Tường Sơn",
            "Trường Mầm non Hội Sơn",
            "Trường Tiểu học Tường Sơn",
            "Trường THCS Anh Sơn",
            "Trường TH&THCS Hùng Sơn",
        ),
    ),
    row(
        "Ngày 22/12/2021, Cụm thi đua số 3 Bộ CHQS tỉnh Thanh Hóa tổng kết năm 2021.\n\n"
        "Cụm gồm Ban CHQS các huyện Như Xuân, Như Thanh, Thường Xuân, Trung đoàn Bộ binh 762 và Tiểu "
        "đoàn Trinh sát 20.",
        members(
            "Ban Chỉ huy Quân sự huyện Như Xuân",
            "Ban Chỉ huy Quân sự huyện Như Thanh",
            "Ban Chỉ huy Quân sự huyện Thường Xuân",
            "Trung đoàn Bộ binh 762",
            "Tiểu đoàn Trinh sát 20",
        ),
    ),
    row(
        "Ngày 22/12/2021, Cụm thi đua số 1 BĐBP tỉnh Quảng Bình tổng kết năm 2021.\n\n"
        "Cụm gồm các đồn: Cha Lo, Cà Xèng, Ra Mai, Làng Mô và Tiểu khu Biên phòng Ròon.",
        members("Đồn Cha Lo", "Đồn Cà Xèng", "Đồn Ra Mai", "Đồn Làng Mô", "Tiểu khu Biên phòng Ròon"),
    ),
    row(
        "Ngày 22/12/2025, UBND phường Hạc Thành ban hành quyết định chia các khối thi đua:\n\n"
        "- Khối thi đua số 1 (gồm 4 đơn vị): Văn phòng HĐND và UBND phường; Phòng Kinh tế, Hạ tầng và "
        "Đô thị; Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công.\n"
        "- Khối thi đua số 2 (gồm 3 đơn vị): Trường THCS Trần Mai Ninh; Trường Tiểu học Điện Biên 1; "
        "Trường Mầm non Hoa Mai.",
        members(
            "Văn phòng HĐND và UBND",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công",
            "Trường THCS Trần Mai Ninh",
            "Trường Tiểu học Điện Biên 1",
            "Trường Mầm non Hoa Mai",
        ),
    ),
    row(
        "Ngày 22/12/2021, Cụm thi đua số 3 Tập đoàn VNPT tổng kết năm 2021.\n\n"
        "Có mặt đủ 6 đơn vị thành viên: VNPT Lào Cai, VNPT Yên Bái, VNPT Phú Thọ, VNPT Hà Giang, VNPT "
        "Tuyên Quang và VNPT Lai Châu.",
        members("VNPT Lào Cai", "VNPT Yên Bái", "VNPT Phú Thọ", "VNPT Hà Giang", "VNPT Tuyên Quang", "VNPT Lai Châu"),
    ),
    row(
        "Ngày 22/12/2021, Cụm thi đua KBNN các tỉnh Đồng bằng sông Cửu Long tổng kết năm 2021.\n\n"
        "Hội nghị có sự tham dự của đại diện lãnh đạo 5 KBNN: An Giang, Cà Mau, Bạc Liêu, Kiên Giang và "
        "Sóc Trăng.",
        members(
            "Kho bạc Nhà nước tỉnh An Giang",
            "Kho bạc Nhà nước tỉnh Cà Mau",
            "Kho bạc Nhà nước tỉnh Bạc Liêu",
            "Kho bạc Nhà nước tỉnh Kiên Giang",
            "Kho bạc Nhà nước tỉnh Sóc Trăng",
        ),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua số II LĐLĐ tỉnh Quảng Ninh tổng kết năm 2019.\n\n"
        "Ngồi chung Cụm với Công đoàn ngành Giáo dục còn có Công đoàn ngành Y tế, Công đoàn Viên chức "
        "tỉnh, Công đoàn Than - Khoáng sản Việt Nam.",
        members(
            "Công đoàn ngành Giáo dục",
            "Công đoàn ngành Y tế",
            "Công đoàn Viên chức",
            "Công đoàn Than - Khoáng sản Việt Nam",
        ),
    ),
    row(
        "Ngày 5/1/2020, Khối thi đua III tỉnh Ninh Bình tổng kết năm 2019.\n\n"
        "Bảy thành viên của Khối gồm Sở Xây dựng, Sở Giao thông vận tải, Sở Công Thương, Sở Nông nghiệp "
        "và PTNT, Sở TN&MT, Sở KH&CN và BQL các KCN.",
        members(
            "Sở Xây dựng",
            "Sở Giao thông vận tải",
            "Sở Công Thương",
            "Sở Nông nghiệp và Phát triển nông thôn",
            "Sở Tài nguyên và Môi trường",
            "Sở Khoa học và Công nghệ",
            "Ban Quản lý các khu công nghiệp",
        ),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua số 5 VKSND tổng kết năm 2019.\n\n"
        "Đại diện VKSND các tỉnh Đắk Lắk, Đắk Nông, Gia Lai, Kon Tum và Lâm Đồng (các đơn vị thuộc Cụm) "
        "cùng tham luận.",
        members(
            "Viện kiểm sát nhân dân tỉnh Đắk Lắk",
            "Viện kiểm sát nhân dân tỉnh Đắk Nông",
            "Viện kiểm sát nhân dân tỉnh Gia Lai",
            "Viện kiểm sát nhân dân tỉnh Kon Tum",
            "Viện kiểm sát nhân dân tỉnh Lâm Đồng",
        ),
    ),
    row(
        "Ngày 5/1/2020, Khối thi đua các bộ, ngành nội chính - ngoại giao tổng kết năm 2019.\n\n"
        "Khối 6 thành viên này - Bộ Công an, Bộ Quốc phòng, Bộ Ngoại giao, Bộ Tư pháp, Tòa án nhân dân "
        "tối cao, VKSND tối cao - đã ký giao ước.",
        members(
            "Bộ Công an",
            "Bộ Quốc phòng",
            "Bộ Ngoại giao",
            "Bộ Tư pháp",
            "Tòa án nhân dân tối cao",
            "Viện kiểm sát nhân dân tối cao",
        ),
    ),
    row(
        "Ngày 5/1/2020, Khu vực thi đua các tỉnh miền núi phía Bắc ngành Tư pháp tổng kết công tác năm "
        "2019.\n\n"
        "Khu vực có 5 Sở Tư pháp các tỉnh: Hà Giang, Cao Bằng, Lạng Sơn, Bắc Kạn, Tuyên Quang.",
        members(
            "Sở Tư pháp tỉnh Hà Giang",
            "Sở Tư pháp tỉnh Cao Bằng",
            "Sở Tư pháp tỉnh Lạng Sơn",
            "Sở Tư pháp tỉnh Bắc Kạn",
            "Sở Tư pháp tỉnh Tuyên Quang",
        ),
    ),
    row(
        "Ngày 5/1/2020, Khối thi đua các học viện, nhà trường quân đội tổng kết năm 2019.\n\n"
        "Khối có: Học viện Chính trị, Học viện Hậu cần, Học viện Kỹ thuật Quân sự, Trường Sĩ quan Lục "
        "quân 1, Trường Sĩ quan Chính trị.",
        members(
            "Học viện Chính trị",
            "Học viện Hậu cần",
            "Học viện Kỹ thuật Quân sự",
            "Trường Sĩ quan Lục quân 1",
            "Trường Sĩ quan Chính trị",
        ),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua 5 thành phố trực thuộc trung ương tổng kết năm 2019 tại Đà Nẵng.\n\n"
        "Cụm có Hà Nội, TP Hồ Chí Minh, Hải Phòng, Đà Nẵng và Cần Thơ.",
        members(
            "thành phố Hà Nội", "thành phố Hồ Chí Minh", "thành phố Hải Phòng", "thành phố Đà Nẵng", "thành phố Cần Thơ"
        ),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua các tỉnh Bắc Trung Bộ tổng kết năm 2019.\n\n"
        "Với 6 thành viên Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị và Thừa Thiên Huế, Cụm đã "
        "đạt nhiều kết quả.",
        members(
            "tỉnh Thanh Hóa", "tỉnh Nghệ An", "tỉnh Hà Tĩnh", "tỉnh Quảng Bình", "tỉnh Quảng Trị", "tỉnh Thừa Thiên Huế"
        ),
    ),
    row(
        "Ngày 5/1/2020, Khối thi đua số 5 tỉnh Hậu Giang tổng kết năm 2019.\n\n"
        "Kết quả chấm điểm các đơn vị trong Khối:\n"
        "TT | Đơn vị | Điểm\n"
        "1 | Sở Y tế | 98\n"
        "2 | Sở Tư pháp | 97,5\n"
        "3 | Ban Dân tộc | 96\n"
        "4 | Thanh tra tỉnh | 95",
        members("Sở Y tế", "Sở Tư pháp", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua số VI KBNN tổng kết năm 2019.\n\n"
        "Thứ tự bốc thăm ký giao ước: KBNN Đồng Nai, KBNN Bình Dương, KBNN Tây Ninh, KBNN Bình Phước.",
        members(
            "Kho bạc Nhà nước Đồng Nai",
            "Kho bạc Nhà nước Bình Dương",
            "Kho bạc Nhà nước Tây Ninh",
            "Kho bạc Nhà nước Bình Phước",
        ),
    ),
    row(
        "Ngày 5/1/2020, Khối thi đua các phòng nghiệp vụ Công an tỉnh Sóc Trăng tổng kết năm 2019.\n\n"
        "Khối gồm các phòng PC01, PC02, PC03, PA05 và Văn phòng Cơ quan Cảnh sát điều tra.",
        members("Phòng PC01", "Phòng PC02", "Phòng PC03", "Phòng PA05", "Văn phòng Cơ quan Cảnh sát điều tra"),
    ),
    row(
        "Ngày 5/1/2026, UBND tỉnh Gia Lai chia lại cụm. \n\n"
        "Theo đó, Cụm thi đua số 1 gồm các phường: Quy Nhơn, Quy Nhơn Đông, Quy Nhơn Tây; Cụm thi đua "
        "số 2 gồm các xã: Tuy Phước, Tuy Phước Đông, Tuy Phước Tây.",
        members(
            "phường Quy Nhơn",
            "phường Quy Nhơn Đông",
            "phường Quy Nhơn Tây",
            "xã Tuy Phước",
            "xã Tuy Phước Đông",
            "xã Tuy Phước Tây",
        ),
    ),
    row(
        "Ngày 5/1/2026, Cụm thi đua số 2 Tổng công ty Điện lực miền Bắc tổng kết năm 2025.\n\n"
        "Về phía các thành viên Cụm có PC Thái Nguyên, PC Bắc Ninh, PC Lạng Sơn, PC Cao Bằng và PC "
        "Tuyên Quang.",
        members(
            "Công ty Điện lực Thái Nguyên",
            "Công ty Điện lực Bắc Ninh",
            "Công ty Điện lực Lạng Sơn",
            "Công ty Điện lực Cao Bằng",
            "Công ty Điện lực Tuyên Quang",
        ),
    ),
    row(
        "Ngày 5/1/2026, Khối thi đua doanh nghiệp Dệt may tỉnh Nam Định tổng kết năm 2024.\n\n"
        "Khối gồm 5 doanh nghiệp: Dệt may Sơn Nam, May Sông Hồng, Dệt lụa Nam Định, Công ty CP May 9 và "
        "Tổng công ty CP Dệt may Nam Định.",
        members(
            "Dệt may Sơn Nam",
            "May Sông Hồng",
            "Dệt lụa Nam Định",
            "Công ty CP May 9",
            "Tổng công ty CP Dệt may Nam Định",
        ),
    ),
    row(
        "Ngày 5/1/2020, Cụm thi đua các Sở TT&TT đồng bằng sông Hồng tổng kết năm 2019.\n\n"
        "Có mặt tại hội nghị là lãnh đạo các Sở TT&TT Hà Nam, Nam Định, Thái Bình, Ninh Bình, Hưng Yên, "
        "đủ 5/5 thành viên.",
        members(
            "Sở Thông tin và Truyền thông tỉnh Hà Nam",
            "Sở Thông tin và Truyền thông tỉnh Nam Định",
            "Sở Thông tin và Truyền thông tỉnh Thái Bình",
            "Sở Thông tin và Truyền thông tỉnh Ninh Bình",
            "Sở Thông tin và Truyền thông tỉnh Hưng Yên",
        ),
    ),
]


@pytest.mark.parametrize("case", LISTS)
def test_members_by_other_signs(case: Row) -> None:
    assert not differences("member", case)
