package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.need.NeedPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Names that are not the department's own, and words that are missing, are named")
final class NamesTest {

    private static final BadDepartment CUSTOMS = BadDepartment.doing(file -> { });

    /** Not public, not below facts, and holding what no rule could read. */
    record Loose(Somewhere page) {}

    record LooseFacts() implements FactSource {

        @Override
        public Set<Class<? extends Record>> types() {
            return Set.of(Loose.class);
        }

        @Override
        public Collection<? extends Record> about(OrderFile file) {
            return List.of();
        }
    }

    record Somewhere(String path, Set<Role> roles) implements Page {

        @Override
        public Text title() {
            return Text.of("customs.statements");
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }

        @Override
        public View show(Query query) {
            return View.of(title());
        }
    }

    @Test
    void aPageOfAnotherDepartmentAndOneThatIsThereTwice() {
        Somewhere own = new Somewhere("customs/statements", Set.of());

        assertThat(NameCheck.problems(List.of(CUSTOMS, own))).isEmpty();
        assertThat(NameCheck.problems(List.of(CUSTOMS, own, own))).containsExactly("The page customs/statements is there twice.");
        assertThat(NameCheck.problems(List.of(CUSTOMS, new Somewhere("finance/statements", Set.of()))))
                .containsExactly("The page finance/statements must begin with customs/.");
        assertThat(NameCheck.problems(List.of(CUSTOMS, new Somewhere("customs-office/statements", Set.of())))).hasSize(1);
    }

    @Test
    void aDepartmentOfOursAMilestoneOfAnotherAndTwoInOne() {
        BadDepartment ours = new BadDepartment("finance", Set.of(), file -> { });
        BadDepartment early = new BadDepartment("customs", Set.of(MilestoneName.REVIEW_CLEARED), file -> { });

        assertThat(NameCheck.problems(List.of(ours))).containsExactly("The department is called finance, which is a name of the platform.");
        assertThat(NameCheck.problems(List.of(early))).containsExactly("The milestone review.cleared must begin with customs..");
        assertThat(NameCheck.problems(List.of(CUSTOMS, early))).singleElement().asString().contains("2 departments");
        assertThat(NameCheck.problems(List.of())).singleElement().asString().contains("0 departments");
    }

    @Test
    void anAddressThatTheConsoleAnswersItself() {
        BadDepartment documents = new BadDepartment("documents", Set.of(), file -> { });

        assertThat(NameCheck.problems(List.of(documents))).containsExactly("The department is called documents, which is a name of the platform.");
    }

    @Test
    void aFactThatRulesCannotSee() {
        assertThat(NameCheck.problems(List.of(CUSTOMS, new LooseFacts())))
                .satisfiesExactly(
                        place -> assertThat(place).contains("Loose must be a public record of a package that ends with .facts"),
                        content -> assertThat(content).contains("Loose.page is a dev.kontor.testkit.conformance.NamesTest$Somewhere"));
    }

    /** Asks for two things about a need. */
    record Wants(String department, String... names) implements NeedPart {

        @Override
        public List<Field> fields() {
            return Stream.of(names).map(name -> Field.text(name, Text.of("customs." + name))).toList();
        }

        @Override
        public Map<String, Values> kept(Set<String> needs) {
            return Map.of();
        }

        @Override
        public void keep(String need, Values values) {
            // nothing is kept here
        }
    }

    @Test
    void aPartOfANeedThatIsAnothersAndFieldsThatCouldBeAnothers() {
        assertThat(NameCheck.problems(List.of(CUSTOMS, new Wants("customs", "customs-use", "customs-country")))).isEmpty();
        assertThat(NameCheck.problems(List.of(CUSTOMS, new Wants("finance", "model"))))
                .containsExactly("The part of a need is that of finance.", "The field model must begin with customs-.");
        assertThat(WordCheck.problems(List.of(CUSTOMS, new Wants("customs", "use")), new Properties()))
                .contains("The bundle has no words for customs.use.");
    }

    @Test
    void wordsThatAreMissingAndWordsOfAnotherBundle() {
        Properties words = new Properties();
        words.setProperty("department.customs", "Customs");
        words.setProperty("customs.statements", "Statements");
        Somewhere page = new Somewhere("customs/statements", Set.of(new Role("customs.clerk"), Role.FINANCE_CLERK));

        assertThat(WordCheck.problems(List.of(CUSTOMS, page), words)).containsExactly("The bundle has no words for role.customs.clerk.");

        words.setProperty("role.customs.clerk", "Clerk");
        words.setProperty("finance.credit", "Credit");
        assertThat(WordCheck.problems(List.of(CUSTOMS, page), words)).singleElement().asString().contains("The key finance.credit must begin with customs");
    }
}
