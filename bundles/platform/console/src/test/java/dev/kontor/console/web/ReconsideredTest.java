package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Decisions thought over on their pages")
final class ReconsideredTest extends Visitor {

    @Test
    void whatAlmostDecidedOtherwiseIsShownWithTheValueAtWhichItTurns() throws Exception {
        signIn("chen", "chen");
        assertThat(get("/decisions/d-1/near-misses").body())
                .contains("2,098,000.01", "及以上", "订单：价税合计", "已重新执行 30 次", "href=\"/decisions/d-1\"");
        assertThat(get("/decisions/d-1").body()).contains("href=\"/decisions/d-1/near-misses\"", "href=\"/decisions/d-1/what-if\"");
    }

    @Test
    void anotherValueIsJudgedBesideWhatWasDecided() throws Exception {
        signIn("chen", "chen");
        assertThat(get("/decisions/d-1/what-if").body()).contains("name=\"f0-total\" value=\"2,098,000.00\"").doesNotContain("所依规则");
        assertThat(get("/decisions/d-1/what-if?versions=cited&f0-total=1960000").body())
                .contains("有 1 项结论不同", "取消", "name=\"f0-total\" value=\"1,960,000.00\"");
        assertThat(get("/decisions/d-1/what-if?versions=cited&f0-total=2000000").body()).contains("结论相同");
    }

    @Test
    void whatIsNotRightStandsAtItsFieldAndNothingTypedIsLost() throws Exception {
        signIn("chen", "chen");
        assertThat(get("/decisions/d-1/what-if?versions=cited&f0-total=%3Cmuch%3E").body())
                .contains("value=\"&lt;much>\"", "aria-invalid=\"true\"", "这里须填金额。", "href=\"#inquiry-f0-total\"")
                .doesNotContain("所依规则");
    }
}
