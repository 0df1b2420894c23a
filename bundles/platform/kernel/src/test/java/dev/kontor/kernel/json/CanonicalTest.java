package dev.kontor.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Journals are chained over this text: it is the same in every version of the platform")
class CanonicalTest {

    record All(
            String text, int whole, long large, boolean yes, BigDecimal number, LocalDate day, Instant at, Optional<Money> some,
            Optional<List<String>> none, Set<Role> roles, Map<String, BigDecimal> map, List<Object> open) {}

    private static final All ALL = new All(
            "青岛 \"\\/\n\u0001😀", 3, 1L << 40, true, new BigDecimal("1E+3"), LocalDate.of(2026, 3, 2), Instant.EPOCH,
            Optional.of(Money.cny(5)), Optional.empty(), set(Role.SALES_REP, Role.AUDITOR), map(), List.of("a", 1, true, Money.cny(1)));

    private static Set<Role> set(Role... roles) {
        return new LinkedHashSet<>(List.of(roles));
    }

    private static Map<String, BigDecimal> map() {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        map.put("z", BigDecimal.ONE);
        map.put("B", new BigDecimal("2.50"));
        return map;
    }

    @Test
    void every_kind_of_value_has_one_text() {
        assertThat(Canonical.text(ALL)).isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"day\":\"2026-03-02\",\"large\":1099511627776,"
                + "\"map\":{\"B\":\"2.50\",\"z\":\"1\"},\"none\":null,\"number\":\"1000\","
                + "\"open\":[\"a\",{\"@\":\"Integer\",\"value\":1},true,{\"@\":\"Money\",\"value\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}],"
                + "\"roles\":[{\"value\":\"audit.reader\"},{\"value\":\"sales.rep\"}],"
                + "\"some\":{\"amount\":\"5.00\",\"currency\":\"CNY\"},\"text\":\"青岛 \\\"\\\\/\\n\\u0001😀\",\"whole\":3,\"yes\":true}");
    }

    @Test
    void a_value_is_had_back() {
        All back = Canonical.read(Canonical.text(ALL), All.class);
        assertThat(back.open()).isEqualTo(ALL.open());
        assertThat(back.some()).isEqualTo(ALL.some());
        assertThat(back.roles()).isEqualTo(ALL.roles());
        assertThat(Canonical.text(back)).isEqualTo(Canonical.text(ALL));
    }

    @Test
    void a_value_whose_type_is_not_declared_names_itself() {
        Conclusion check = new Conclusion.Check("credit", false, Reason.of("late", Text.plain("x")), new Clause("4.2"));
        String text = Canonical.text(List.of(check));
        assertThat(text).isEqualTo("[{\"@\":\"Check\",\"value\":{\"clause\":{\"value\":\"4.2\"},\"passed\":false,\"reason\":{\"arguments\":"
                + "[{\"@\":\"Text\",\"value\":{\"arguments\":[\"x\"],\"key\":\"\"}}],\"key\":\"late\"},\"subject\":\"credit\"}}]");
        assertThat((List<?>) Canonical.read(text, List.class)).isEqualTo(List.of(check));
        Values values = new Values(Map.of("day", LocalDate.of(2026, 1, 1), "rows", List.of(new Values(Map.of("n", 2)))));
        assertThat(Canonical.read(Canonical.text(values), Values.class)).isEqualTo(values);
    }

    @Test
    void json_that_is_there_already_is_taken_as_it_is() {
        record Holder(Raw raw) {}
        String text = "{\"raw\":{\"a\":[1,\"b\"]}}";
        assertThat(Canonical.read(text, Holder.class).raw()).isEqualTo(new Raw("{\"a\":[1,\"b\"]}"));
        assertThat(Canonical.text(Canonical.read(text, Holder.class))).isEqualTo(text);
    }

    @Test
    void a_field_that_an_older_text_does_not_have_is_empty_and_a_value_that_is_refused_is_told() {
        record Grown(List<String> words, Optional<String> since) {}
        assertThat(Canonical.read("{}", Grown.class)).isEqualTo(new Grown(List.of(), Optional.empty()));
        assertThatThrownBy(() -> Canonical.read("{\"value\":\"\"}", Clause.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Clause")
                .hasRootCauseMessage("A clause needs a number.");
    }
}
