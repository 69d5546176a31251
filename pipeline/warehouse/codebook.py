"""The closed values of the tables in Vietnamese and English: one entry for each value of each ENUM."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Meaning(NamedTuple):
    """A value as it stands in the tables, and what it means."""

    value: str
    vietnamese: str
    english: str


CODEBOOK: Mapping[str, tuple[Meaning, ...]] = {
    "level": (
        Meaning("trung ương", "của bộ, ngành, đoàn thể trung ương", "central: of a national body"),
        Meaning("tỉnh", "của tỉnh, thành phố trực thuộc trung ương", "provincial"),
        Meaning("huyện", "của huyện, quận, thị xã, thành phố (đến 6/2025)", "of a district, until June 2025"),
        Meaning("xã", "của xã, phường, thị trấn, đặc khu", "of a commune"),
        Meaning("đơn vị", "trong nội bộ một cơ quan, doanh nghiệp", "within one agency or company"),
    ),
    "bloc_kind": (
        Meaning("khối", "khối thi đua", "bloc: as a rule agencies of one field"),
        Meaning("cụm", "cụm thi đua", "cluster: as a rule units of one territory"),
        Meaning("khu vực", "khu vực thi đua", "area"),
    ),
    "place_kind": (
        Meaning("province", "tỉnh, thành phố trực thuộc trung ương", "province or city under the central government"),
        Meaning("district", "huyện, quận, thị xã, thành phố thuộc tỉnh (đến 30/6/2025)", "district, until June 2025"),
        Meaning("commune", "xã, phường, thị trấn, đặc khu", "commune, ward, township or special zone"),
    ),
    "place_basis": (
        Meaning("source", "theo cơ quan đăng bài", "by its publisher"),
        Meaning("text", "theo nội dung bài", "the article says so"),
        Meaning("byline", "theo ký hiệu đầu bài hoặc chân trang", "by its agency tag or small print"),
        Meaning("agency", "theo một đơn vị chỉ có ở nơi đó", "by a unit that is nowhere else"),
    ),
    "meeting_type": (
        Meaning("tổng kết", "hội nghị tổng kết", "review of a year, as a rule with the vote and next year's leader"),
        Meaning("sơ kết", "hội nghị sơ kết", "review of a part of a year"),
        Meaning("ký kết giao ước", "ký kết giao ước thi đua", "signing of the year's pledge"),
        Meaning("phát động", "phát động phong trào thi đua", "launch of a campaign"),
        Meaning("họp", "họp, hội nghị khác", "another meeting"),
        Meaning("kiểm tra", "kiểm tra chéo, kiểm tra công tác thi đua", "inspection"),
        Meaning("thành lập", "thành lập khối, cụm", "founding of the bloc"),
    ),
    "role": (
        Meaning("leader", "khối trưởng, cụm trưởng, trưởng khối, trưởng cụm", "leads the bloc for a year"),
        Meaning("deputy", "khối phó, cụm phó, phó trưởng khối", "deputy"),
    ),
    "term_status": (
        Meaning("proposed", "được trình, đề nghị cấp trên công nhận", "put to a higher authority to recognise"),
        Meaning("assumed", "nhận bàn giao, luân phiên, đảm nhận", "took the post over; no choice is reported"),
        Meaning("elected", "được bầu, suy tôn, thống nhất cử", "chosen by the bloc"),
        Meaning("appointed", "được chỉ định theo quyết định của cấp trên", "by a higher authority's decision"),
        Meaning("serving", "đang giữ vai trò", "holds the post as the report goes"),
    ),
    "award_status": (
        Meaning("voted", "được khối bình chọn, xếp loại", "ranked by the bloc, nothing asked of anyone above"),
        Meaning("proposed", "được đề nghị tặng", "asked for from an authority"),
        Meaning("conferred", "được tặng, được trao", "given"),
    ),
    "award_class": (
        Meaning("flag", "cờ thi đua", "emulation flag"),
        Meaning("certificate", "bằng khen, giấy khen", "certificate of merit or commendation"),
        Meaning("collective title", "danh hiệu tập thể", "title of a unit"),
        Meaning("personal title", "danh hiệu cá nhân", "title of a person"),
        Meaning("order", "huân chương, huy chương", "order or medal"),
        Meaning("rank", "thứ hạng do khối xếp", "rank that the bloc itself gave"),
        Meaning("other", "hình thức khác", "anything else"),
    ),
    "recipient_kind": (
        Meaning("agency", "cơ quan, đơn vị, tập thể", "an agency or another unit"),
        Meaning("person", "cá nhân", "a person"),
        Meaning("bloc", "khối, cụm thi đua", "the bloc itself"),
    ),
    "fact_kind": (
        Meaning("bloc", "khối, cụm thi đua được nêu tên", "a row of bloc_mentions"),
        Meaning("meeting", "hội nghị, cuộc họp", "a row of meetings"),
        Meaning("member", "thành viên", "a row of memberships"),
        Meaning("leader", "trưởng, phó", "a row of leaderships"),
        Meaning("award", "khen thưởng", "a row of awards"),
        Meaning("person", "người được nêu tên cùng chức vụ", "a row of people"),
        Meaning("document", "văn bản được viện dẫn", "a row of documents"),
        Meaning("movement", "phong trào, chủ đề, khẩu hiệu", "a row of movements"),
        Meaning("initiative", "mô hình, sáng kiến", "a row of initiatives"),
        Meaning("ranking", "điểm số, thứ hạng", "a row of rankings"),
    ),
    "movement_type": (
        Meaning("phong trào", "phong trào thi đua", "emulation movement"),
        Meaning("cuộc vận động", "cuộc vận động", "campaign"),
        Meaning("chủ đề", "chủ đề của năm", "theme, as a rule of a year"),
        Meaning("phương châm", "phương châm hành động", "motto"),
        Meaning("khẩu hiệu", "khẩu hiệu thi đua", "slogan"),
    ),
    "movement_period": (
        Meaning("reviewed", "của thời gian được tổng kết, sơ kết", "told of the time that the meeting looks back on"),
        Meaning("coming", "của thời gian tới", "told of the time that the meeting plans, pledges or calls for"),
    ),
    "initiative_type": (
        Meaning("mô hình", "mô hình", "model"),
        Meaning("sáng kiến", "sáng kiến", "innovation"),
        Meaning("cách làm", "cách làm hay", "way of working"),
        Meaning("giải pháp", "giải pháp", "solution"),
    ),
    "verdict": (
        Meaning("accept", "đúng", "the fact is right"),
        Meaning("correct", "đúng sau khi sửa", "the fact is right with the value that was put in"),
        Meaning("reject", "sai", "the fact is wrong and is not counted"),
        Meaning("merge", "là một", "two agencies or blocs are one"),
        Meaning("split", "không phải là một", "two agencies or blocs are not one"),
    ),
}  # fmt: skip
"""By the name of the ENUM, in its order."""
