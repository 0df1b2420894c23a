package dev.kontor.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.OpenWall;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What departments say of a rule set stands on the set's page")
final class RuleSetPartsTest {

    private final RuleSetParts parts = new RuleSetParts(new OpenWall());

    private record Part(Set<Role> roles) implements RuleSetPart {
        @Override
        public List<Block> show(String set, Person reader) {
            return List.of(new Block.Note(Cell.Tone.INFO, Text.plain("rounds of " + set)));
        }
    }

    private List<Block> shown(Role role) {
        return parts.show("review/joint", new Person(new PersonId("rules"), "Rules", Set.of(role), "en"));
    }

    @Test
    void onlyWhoMaySeeItIsToldUntilTheDepartmentStops() {
        RuleSetPart part = new Part(Set.of(Role.RULE_ADMINISTRATOR));
        parts.bind(part);

        assertThat(shown(Role.RULE_ADMINISTRATOR)).containsExactly(new Block.Note(Cell.Tone.INFO, Text.plain("rounds of review/joint")));
        assertThat(shown(Role.AUDITOR)).isEmpty();

        parts.unbind(part);
        assertThat(shown(Role.RULE_ADMINISTRATOR)).isEmpty();
    }
}
