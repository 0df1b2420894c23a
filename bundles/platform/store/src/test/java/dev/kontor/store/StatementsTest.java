package dev.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.unit.Dialect;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Plain statements")
class StatementsTest {

    private static final String INSERT = "insert into sales_thing (number, remarks, amount) values (?, ?, ?)";
    private static final String COUNT = "select count(*) from sales_thing";
    /** More than the pool has connections. */
    private static final int MANY = 40;

    @Parameter
    private Dialect dialect;

    private StoreHarness store;
    private Transactions transactions;
    private EntityManager sales;
    private Statements statements;

    @BeforeEach
    void open() {
        store = StoreHarness.on(dialect);
        transactions = store.transactions();
        sales = store.unit("sales");
        statements = store.statements("sales");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int sell(String number) {
        return statements.run(INSERT, List.of(number, "高温", 7));
    }

    private long counted() {
        return ((Number) statements.all(COUNT, List.of()).get(0)[0]).longValue();
    }

    @Test
    void workInTheTransactionOfTheEntityManagers() {
        transactions.command(() -> {
            sell("A1");
            sales.createNativeQuery("insert into sales_thing (number, remarks, amount) values ('A2', '', 0)").executeUpdate();
            assertThat(counted()).as("seen by the statements").isEqualTo(2);
            assertThat((Number) sales.createNativeQuery(COUNT).getSingleResult()).as("seen by the entity manager")
                    .satisfies(seen -> assertThat(seen.longValue()).isEqualTo(2));
            return "";
        });
        assertThat(transactions.<Long>read(this::counted)).isEqualTo(2);
    }

    @Test
    void leaveNothingOfACommandThatFails() {
        assertThatIllegalStateException().isThrownBy(() -> transactions.command(() -> {
            sell("A1");
            throw new IllegalStateException("changed my mind");
        }));
        assertThat(transactions.<Long>read(this::counted)).isZero();
    }

    @Test
    void areRefusedOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(this::counted).withMessageContaining("outside a command or read");
    }

    @Test
    void giveTheirConnectionBackHoweverTheTransactionEnds() {
        for (int i = 0; i < MANY; i++) {
            String number = "A" + i;
            transactions.command(() -> sell(number));
            assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> transactions.command(() -> sell(number)));
        }
        assertThat(transactions.<Long>read(this::counted)).isEqualTo(MANY);
    }

    @Test
    void runForEachRowOrForNone() {
        transactions.command(() -> {
            statements.each(INSERT, List.of(List.of("A1", "", 1), List.of("A2", "", 2)));
            statements.each(INSERT, List.of());
            return "";
        });
        assertThat(transactions.<Long>read(this::counted)).isEqualTo(2);
        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> transactions.command(() -> {
                    statements.each(INSERT, List.of(List.of("A3", "", 1), List.of("A1", "", 2)));
                    return "";
                }))
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.DUPLICATE))
                .satisfies(failed -> assertThat(failed.constraint()).isEqualTo("sales_thing_pk"));
        assertThat(transactions.<Long>read(this::counted)).as("the first of the two rows neither").isEqualTo(2);
    }

    @Test
    void readLongTextsInFull() {
        String remarks = "单".repeat(40_000);
        transactions.command(() -> statements.run(INSERT, List.of("A1", remarks, 1)));
        List<Object[]> found = transactions.read(() -> statements.all("select remarks, amount from sales_thing", List.of()));
        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row[0]).isEqualTo(remarks);
            assertThat(((Number) row[1]).longValue()).isEqualTo(1);
        });
    }
}
