package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.store.unit.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A test's database")
class StoreHarnessTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void isItsOwnWhateverOthersWrite(Dialect dialect) {
        try (StoreHarness one = StoreHarness.on(dialect); StoreHarness other = StoreHarness.on(dialect)) {
            assertThat(sold(one)).isZero();
            one.transactions().command(() -> one.statements("sales")
                    .run("insert into sales_thing (number, remarks, amount) values (?, ?, ?)", List.of("A1", "", 7)));
            assertThat(sold(one)).isEqualTo(1);
            assertThat(sold(other)).isZero();
        }
        try (StoreHarness next = StoreHarness.on(dialect)) {
            assertThat(sold(next)).isZero();
        }
    }

    private static long sold(StoreHarness store) {
        Statements statements = store.statements("sales");
        return store.transactions().read(
                () -> ((Number) statements.all("select count(*) from sales_thing", List.of()).get(0)[0]).longValue());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void isEmptyUntilAUnitIsAskedFor(Dialect dialect) throws SQLException {
        try (StoreHarness store = StoreHarness.on(dialect)) {
            try (Connection connection = store.pool().getConnection()) {
                assertThat(dialect.hasTable(connection, "store_unit")).isFalse();
                assertThat(dialect.hasTable(connection, "sales_thing")).isFalse();
            }
            assertThat(sold(store)).isZero();
        }
    }
}
