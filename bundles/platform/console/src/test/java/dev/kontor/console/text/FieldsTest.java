package dev.kontor.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A journal's fields and values in words")
final class FieldsTest {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("entry.field.lines", "订单明细"), Map.entry("entry.field.lines.price", "含税单价"),
            Map.entry("entry.field.payment", "收款计划"), Map.entry("entry.field.payment.percent", "比例 %"),
            Map.entry("entry.field.delivery-date", "交货日期"), Map.entry("change.deadline", "截止日期"),
            Map.entry("change.working", "工作日"), Map.entry("role.sales.head", "销售部门负责人"), Map.entry("change.yes", "是"),
            Map.entry("console.means.transfer", "电汇"), Map.entry("entry.channel.fair", "行业展会"),
            Map.entry("change.finance.limit-set", "信用额度"), Map.entry("change.outcome.returned", "退回"));

    private final Fields fields =
            new Fields(key -> Optional.ofNullable(WORDS.get(key)), id -> id.equals("chen") ? "陈伟" : id);

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "entry.saved, lines[0].price, 订单明细 1 · 含税单价",
        "entry.saved, payment.2.percent, 收款计划 2 · 比例 %",
        "entry.saved, delivery-date, 交货日期",
        "task.raised, deadline, 截止日期",
        "calendar.override, 2026-12-24 working, 2026-12-24 · 工作日",
        "role.granted, chen sales.head, 陈伟 · 销售部门负责人",
        "finance.limit-set, C-00001, 信用额度 · C-00001",
        "partner.did, unheard-of, unheard-of"
    })
    void aFieldIsCalledWhatItsDepartmentCallsIt(String kind, String path, String said) {
        assertThat(fields.name(kind, path)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{1} = {2}")
    @CsvSource({
        "entry.saved, payment[1].means, transfer, 电汇",
        "entry.registered, channel, fair, 行业展会",
        "task.completed, outcome, returned, 退回",
        "task.assigned, holder, chen, 陈伟",
        "calendar.override, 2026-12-24 working, yes, 是",
        "entry.saved, delivery-place, 沈阳, 沈阳",
        "entry.saved, delivery-place, '', –"
    })
    void aCodeIsSaidInWordsAndWhatWasTypedIsLeftAlone(String kind, String path, String value, String said) {
        assertThat(fields.value(kind, path, value)).isEqualTo(said);
    }
}
