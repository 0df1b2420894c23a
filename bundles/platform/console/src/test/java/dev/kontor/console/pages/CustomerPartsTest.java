package dev.kontor.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.CustomerPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.OpenWall;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What departments say of a customer stands on the customer's page")
final class CustomerPartsTest {

    private static final CustomerId CUSTOMER = new CustomerId("C-00042");

    private final CustomerParts parts = new CustomerParts(new OpenWall());

    private record Part(String says, int position, Set<Role> roles) implements CustomerPart {
        @Override
        public List<Block> show(CustomerId customer, Person reader) {
            return List.of(new Block.Note(Cell.Tone.INFO, Text.plain(says + " of " + customer)));
        }
    }

    private List<String> shown(Role role) {
        return parts.show(CUSTOMER, new Person(new PersonId("lina"), "Lina", Set.of(role), "en")).stream()
                .map(block -> (String) ((Block.Note) block).text().arguments().get(0))
                .toList();
    }

    @Test
    void eachReaderSeesWhatTheirRolesMaySeeInOrderOfPosition() {
        parts.bind(new Part("service", 20, Set.of()));
        parts.bind(new Part("credit", 10, Set.of(Role.FINANCE_CREDIT)));

        assertThat(shown(Role.FINANCE_CREDIT)).containsExactly("credit of C-00042", "service of C-00042");
        assertThat(shown(Role.SALES_REP)).containsExactly("service of C-00042");
    }

    @Test
    void aDepartmentThatStoppedSaysNothingAnyMore() {
        CustomerPart credit = new Part("credit", 10, Set.of());
        parts.bind(credit);
        parts.unbind(credit);

        assertThat(shown(Role.FINANCE_CREDIT)).isEmpty();
    }
}
