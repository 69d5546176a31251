"""Awards in wordings that no list of words foresees, by reference, in rows and in order: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

LAO_CAI = "Ngày 06/01/2023, Khối thi đua số 7 tỉnh Lào Cai tổng kết công tác thi đua, khen thưởng năm 2022. "
MOC_CHAU = "Chiều 22/12/2022, Cụm thi đua số 1 huyện Mộc Châu tổ chức hội nghị tổng kết phong trào thi đua năm 2022. "
BEN_NGHE = "Ngày 10/12/2022, tại phường Bến Nghé, Cụm thi đua số 2 (gồm 5 phường: Bến Nghé, Bến Thành, Đa Kao, Tân Định, Cầu Kho) tổng kết phong trào thi đua năm 2022. "
PHU_THO = "Ngày 28/5/2022, Cụm thi đua số 3 Sở Giáo dục và Đào tạo tỉnh Phú Thọ tổng kết năm học 2021 - 2022. "
BINH_DINH = "Ngày 15/01/2023, Khối thi đua Doanh nghiệp số 2 tỉnh Bình Định tổng kết công tác thi đua năm 2022. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"

FREE_WORDS = [
    # A school whose name goes on in small letters.
    row(
        LAO_CAI + "UBND tỉnh trao Cờ thi đua cho tập thể Trường Cao đẳng công nghiệp cao su.",
        [award("Cờ thi đua", "Trường Cao đẳng công nghiệp cao su", TINH, status="conferred")],
    ),
    row(
        LAO_CAI + "Sở Tư pháp có tên trong danh sách đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Với 98,5 điểm, Sở Y tế vượt lên dẫn đầu và được các thành viên trong khối nhất trí cao đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Sở Y tế nhận được sự đồng thuận tuyệt đối của các đơn vị trong việc đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Phần thưởng cao nhất là Cờ thi đua của UBND tỉnh đã về tay Sở Xây dựng.",
        [
            award("Cờ thi đua", "Sở Xây dựng", TINH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI + "Cờ thi đua của UBND tỉnh năm nay gọi tên Sở Xây dựng.",
        [
            award("Cờ thi đua", "Sở Xây dựng", TINH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI + "Riêng Sở Y tế được Khối trình Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ.",
        [
            award("Cờ thi đua", "Sở Y tế", "Chính phủ"),
        ],
    ),
    row(
        LAO_CAI
        + "Dịp này, Sở Tài chính và Sở Công Thương vinh dự được Chủ tịch UBND tỉnh khen thưởng bằng Bằng khen vì có thành tích xuất sắc.",
        [
            award("Bằng khen", "Sở Tài chính", CHU_TICH, status="conferred"),
            award("Bằng khen", "Sở Công Thương", CHU_TICH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI + "Hồ sơ đề nghị tặng Cờ thi đua của UBND tỉnh sẽ mang tên Sở Y tế.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Chiếc Cờ thi đua của UBND tỉnh được các thành viên đề nghị dành cho Sở Y tế.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế nhận 9/9 phiếu đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế sẽ được Khối trình UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Bằng khen của Chủ tịch UBND tỉnh cũng đã được trao tận tay đại diện Sở Y tế.",
        [
            award("Bằng khen", "Sở Y tế", CHU_TICH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế được lựa chọn là đại diện duy nhất của Khối để đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        BINH_DINH
        + "Danh hiệu Cờ thi đua của UBND tỉnh được các doanh nghiệp dồn phiếu cho Công ty Điện lực Bình Định.",
        [
            award("Cờ thi đua", "Công ty Điện lực Bình Định", TINH),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế vượt qua 7 đơn vị để trở thành đơn vị dẫn đầu khối.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế bỏ xa các đơn vị khác để giành vị trí số 1.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế xứng đáng với vị trí dẫn đầu; tiếp đến là Sở Nội vụ với vị trí thứ hai.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Hạng Nhì", "Sở Nội vụ", None, status="voted"),
        ],
    ),
    row(
        PHU_THO + "Trường THPT Việt Trì giữ ngôi đầu; kế tiếp là Trường THPT Hùng Vương (thứ nhì).",
        [
            award("Đơn vị dẫn đầu", "Trường THPT Việt Trì", None, status="voted"),
            award("Hạng Nhì", "Trường THPT Hùng Vương", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI + "Ngôi vị quán quân của khối năm nay thuộc về Sở Y tế.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
        ],
    ),
]

TOPICS = [
    row(
        LAO_CAI + "Ở hạng mục Cờ thi đua của UBND tỉnh, Sở Y tế được các đơn vị chọn với 9/9 phiếu.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI + "Đối với Bằng khen của Chủ tịch UBND tỉnh, Khối đề nghị Sở Nội vụ và Sở Tư pháp.",
        [
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Cờ thi đua của UBND tỉnh: đề nghị Sở Y tế; Bằng khen của Chủ tịch UBND tỉnh: đề nghị Sở Nội vụ và Sở Tư pháp.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Hội nghị biểu quyết chọn Sở Y tế cho Cờ thi đua của UBND tỉnh, Sở Nội vụ cho Bằng khen của Chủ tịch UBND tỉnh.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Về đề nghị khen thưởng: Cờ thi đua UBND tỉnh - Sở Y tế; Bằng khen Chủ tịch UBND tỉnh - Sở Nội vụ, Sở Tư pháp.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Khối đã bình chọn Sở Y tế (Cờ thi đua), Sở Nội vụ và Sở Tư pháp (Bằng khen) để đề nghị UBND tỉnh khen thưởng.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", TINH),
            award("Bằng khen", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Sau khi cân nhắc, hội nghị quyết định đề nghị tặng Cờ thi đua của UBND tỉnh cho một đơn vị duy nhất: Sở Y tế.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
]

REFERENCES = [
    row(
        LAO_CAI + "Sở Y tế là đơn vị dẫn đầu với 98,5 điểm. Đơn vị này được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Kết quả bình xét, Sở Y tế đứng thứ nhất, Sở Nội vụ xếp thứ hai. Khối thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho đơn vị dẫn đầu; tặng Bằng khen cho đơn vị xếp thứ hai.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Khối cũng biểu dương hai đơn vị Sở Nội vụ, Sở Tư pháp và đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho hai đơn vị này.",
        [
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
]

NUMBERS = [
    row(
        LAO_CAI + "Có 3 tập thể được đề nghị Chủ tịch UBND tỉnh tặng Bằng khen, trong đó có Sở Nội vụ.",
        [
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
        ],
    ),
    row(
        MOC_CHAU
        + "Cụm đề nghị UBND huyện xem xét, tặng Giấy khen đối với 2 xã có thành tích nổi bật là xã Đông Sang, xã Mường Sang.",
        [
            award("Giấy khen", "xã Đông Sang", "UBND huyện"),
            award("Giấy khen", "xã Mường Sang", "UBND huyện"),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế (9/9 phiếu) và Sở Nội vụ (8/9 phiếu) là hai đơn vị được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Cờ thi đua", "Sở Nội vụ", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Trong năm, Sở Y tế được Chủ tịch nước tặng thưởng Huân chương Lao động hạng Nhì; 3 cá nhân thuộc Sở Nội vụ được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            award("Huân chương Lao động hạng Nhì", "Sở Y tế", "Chủ tịch nước", status="conferred"),
            award("Bằng khen", 3, CHU_TICH, status="conferred", kind="person"),
        ],
    ),
    row(
        BINH_DINH + "Tại hội nghị, 2 tập thể và 5 cá nhân thuộc Khối được nhận Bằng khen của UBND tỉnh.",
        [
            award("Bằng khen", 2, TINH, status="conferred"),
            award("Bằng khen", 5, TINH, status="conferred", kind="person"),
        ],
    ),
    row(
        LAO_CAI + "Tổng hợp điểm, 3 đơn vị dẫn đầu là Sở Y tế, Sở Nội vụ và Sở Tư pháp.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Đơn vị dẫn đầu", "Sở Nội vụ", None, status="voted"),
            award("Đơn vị dẫn đầu", "Sở Tư pháp", None, status="voted"),
        ],
    ),
]

ROWS = [
    row(
        LAO_CAI
        + "Các tập thể được đề nghị tặng Cờ thi đua của UBND tỉnh\n- Sở Y tế\n- Sở Nội vụ\n\nCác tập thể được đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh\n- Sở Tư pháp\n- Thanh tra tỉnh",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Cờ thi đua", "Sở Nội vụ", TINH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
            award("Bằng khen", "Thanh tra tỉnh", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "STT | Đơn vị | Điểm | Hình thức đề nghị\n1 | Sở Y tế | 98,5 | Cờ thi đua của UBND tỉnh\n2 | Sở Nội vụ | 97 | Bằng khen của Chủ tịch UBND tỉnh\n3 | Sở Tư pháp | 95 | ",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Kết quả đề nghị khen thưởng:\n* Cờ thi đua của UBND tỉnh: Sở Y tế.\n* Bằng khen của Chủ tịch UBND tỉnh:\n- Sở Nội vụ;\n- Sở Tư pháp.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
]

ORDER = [
    row(
        LAO_CAI + "Các vị trí nhất, nhì, ba của khối lần lượt thuộc về Sở Y tế, Sở Nội vụ và Sở Tư pháp.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Hạng Nhì", "Sở Nội vụ", None, status="voted"),
            award("Hạng Ba", "Sở Tư pháp", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI
        + "Sở Y tế và Sở Nội vụ lần lượt được đề nghị tặng Cờ thi đua của UBND tỉnh và Bằng khen của Chủ tịch UBND tỉnh.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI + "Đứng đầu bảng điểm là Sở Y tế; kế đó là Sở Nội vụ; Sở Tư pháp đứng thứ ba.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Hạng Nhì", "Sở Nội vụ", None, status="voted"),
            award("Hạng Ba", "Sở Tư pháp", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI + "Sở Y tế và Sở Nội vụ đồng hạng nhất.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Đơn vị dẫn đầu", "Sở Nội vụ", None, status="voted"),
        ],
    ),
    row(
        LAO_CAI
        + "Đứng ở vị trí thứ nhất là Sở Y tế, thứ nhì là Sở Nội vụ, cùng hạng ba là Sở Tư pháp và Thanh tra tỉnh.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", None, status="voted"),
            award("Hạng Nhì", "Sở Nội vụ", None, status="voted"),
            award("Hạng Ba", "Sở Tư pháp", None, status="voted"),
            award("Hạng Ba", "Thanh tra tỉnh", None, status="voted"),
        ],
    ),
]

SHARED = [
    # Who grants stands between the ranking and its title.
    row(
        LAO_CAI + "Sở Y tế được bình chọn là đơn vị dẫn đầu, đề nghị Thống đốc Ngân hàng Nhà nước tặng Bằng khen.",
        [award("Bằng khen", "Sở Y tế", "Thống đốc Ngân hàng Nhà nước")],
    ),
    # A sum of points ends a name; a company goes by its own name afterwards.
    row(
        BINH_DINH + "Bảng điểm: Công ty Than Hà Ráng 498 điểm, Công ty Than Vàng Danh 492,5 điểm. "
        "Than Hà Ráng được đề cử nhận Cờ thi đua của UBND tỉnh.",
        [award("Cờ thi đua", "Công ty Than Hà Ráng", TINH)],
    ),
    row(
        LAO_CAI
        + "UBND tỉnh tuyên dương phong trào của Khối bằng 1 Cờ thi đua (Sở Y tế) và 2 Bằng khen (Sở Nội vụ, Sở Tư pháp).",
        [
            award("Cờ thi đua", "Sở Y tế", TINH, status="conferred"),
            award("Bằng khen", "Sở Nội vụ", TINH, status="conferred"),
            award("Bằng khen", "Sở Tư pháp", TINH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI
        + "Sở Y tế được tặng danh hiệu “Tập thể lao động xuất sắc” và được đề nghị tặng Cờ thi đua của UBND tỉnh.",
        [
            award("Tập thể lao động xuất sắc", "Sở Y tế", None, status="conferred"),
            award("Cờ thi đua", "Sở Y tế", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Phó Chủ tịch UBND tỉnh Nguyễn Văn Hòa trao Cờ thi đua của UBND tỉnh cho đồng chí Lê Văn Minh, Giám đốc Sở Y tế.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH, status="conferred"),
        ],
    ),
    row(
        MOC_CHAU + "Hai xã Đông Sang, Mường Sang cùng được cụm giới thiệu lên huyện để tặng Giấy khen.",
        [
            award("Giấy khen", "xã Đông Sang", None),
            award("Giấy khen", "xã Mường Sang", None),
        ],
    ),
]

NOT_GIVEN = [
    row(LAO_CAI + "Sở Công Thương đứng thứ hai về số sáng kiến.", []),
    row(LAO_CAI + "Sở Nội vụ được phân công theo dõi việc xét tặng Bằng khen.", []),
    row(LAO_CAI + "Đơn vị này sẽ đăng cai hội nghị xét Cờ thi đua năm sau.", []),
    row(
        LAO_CAI + "Sở Y tế phấn đấu năm 2023 được tặng Cờ thi đua của UBND tỉnh.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế bàn giao nhiệm vụ Trưởng khối, không đề nghị tặng Bằng khen.",
        [],
    ),
    row(
        LAO_CAI + "Phó Giám đốc Sở Y tế Nguyễn Văn An công bố quyết định của UBND tỉnh tặng Bằng khen.",
        [],
    ),
    row(
        LAO_CAI + "Đại diện Sở Y tế đề nghị UBND tỉnh tăng số lượng Cờ thi đua cho các khối.",
        [],
    ),
    row(
        LAO_CAI + "Sở Nội vụ hướng dẫn các đơn vị hoàn thiện hồ sơ đề nghị tặng Cờ thi đua trước ngày 15/01.",
        [],
    ),
    row(
        LAO_CAI + "Theo Sở Nội vụ, quy định về tiêu chuẩn xét tặng Cờ thi đua của UBND tỉnh còn nhiều điểm chưa rõ.",
        [],
    ),
    row(
        LAO_CAI + "Ban Thi đua - Khen thưởng tỉnh tổng hợp, trình UBND tỉnh tặng Cờ thi đua theo quy định.",
        [],
    ),
    row(
        LAO_CAI + "Các đơn vị gửi hồ sơ về Sở Nội vụ để trình UBND tỉnh tặng Bằng khen.",
        [],
    ),
    row(
        LAO_CAI + "Sở Nội vụ được giao rà soát hồ sơ, trình UBND tỉnh tặng Cờ thi đua cho các khối.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế được giao làm đầu mối tổng hợp hồ sơ đề nghị tặng Bằng khen.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế được bầu làm Trưởng khối năm 2023; việc đề nghị tặng Cờ thi đua sẽ thực hiện sau.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế nhận lá cờ luân lưu từ Sở Nội vụ.",
        [],
    ),
    row(
        LAO_CAI + "Hội nghị nhận được ý kiến của Sở Nội vụ về quy trình xét tặng Cờ thi đua.",
        [],
    ),
    row(
        LAO_CAI + "Sở Nội vụ đề nghị không xét Cờ thi đua cho đơn vị vi phạm.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế dẫn đầu phong trào hiến máu với 200 đơn vị máu.",
        [],
    ),
    row(
        LAO_CAI + "Tỉnh đứng đầu khu vực về thu ngân sách.",
        [],
    ),
    row(
        LAO_CAI + "Sở Y tế là đơn vị duy nhất chưa được tặng Cờ thi đua.",
        [],
    ),
    row(
        LAO_CAI + "Sở Nội vụ nhận hồ sơ đề nghị tặng Bằng khen từ ngày 10/01.",
        [],
    ),
    row(
        LAO_CAI + "Được Sở Nội vụ hướng dẫn, các đơn vị đã hoàn thành hồ sơ đề nghị tặng Cờ thi đua.",
        [],
    ),
    row(
        LAO_CAI
        + "Riêng Thanh tra tỉnh do thành lập chưa đủ 1 năm nên không bình xét, các đơn vị khác được đề nghị tặng Bằng khen.",
        [],
    ),
]


@pytest.mark.parametrize("case", FREE_WORDS + TOPICS + REFERENCES + NUMBERS + ROWS + ORDER + SHARED)
def test_awards_are_read(case: Row) -> None:
    assert differences("award", case) == []


@pytest.mark.parametrize("case", NOT_GIVEN)
def test_no_award_is_read(case: Row) -> None:
    assert differences("award", case) == []
