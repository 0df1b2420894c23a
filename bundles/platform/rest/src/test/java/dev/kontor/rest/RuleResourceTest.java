package dev.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What changed in rule sets, over REST")
class RuleResourceTest {

    private static final String SET = "review/joint";
    private static final RuleSets.Version ACTIVE = version(1, "a", "active");
    private static final RuleSets.Version CANDIDATE = version(0, "b", "proposed");

    private RestServer rest;

    private static RuleSets.Version version(int number, String digit, String state) {
        return new RuleSets.Version(new SetVersion(SET, number, digit.repeat(64)), state, Instant.EPOCH, Optional.empty(), Optional.empty(),
                Optional.empty(), "", List.of(), List.of(), List.of());
    }

    private static final class Sets implements RuleSets {

        @Override
        public List<RuleSet> sets() {
            return List.of(new RuleSet(SET, Optional.of(ACTIVE), Optional.of(CANDIDATE), false, Optional.empty(),
                    new Approval(false, false, Optional.empty())));
        }

        @Override
        public Optional<RuleSet> set(String name) {
            return sets().stream().filter(set -> set.name().equals(name)).findFirst();
        }

        @Override
        public List<Version> versions(String set) {
            return List.of(CANDIDATE, ACTIVE);
        }

        @Override
        public List<Signer> signers() {
            return List.of();
        }

        @Override
        public Version check(String set, Map<String, byte[]> files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] export(String set, String digest, Person by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Map<String, String>> files(String set, String digest) {
            return Optional.empty();
        }
    }

    private static final class History implements RuleHistory {

        @Override
        public List<ParameterLine> parameters(String set) {
            Parameter limit = new Parameter(SET, "limit", new BigDecimal("500000"), "CNY", LocalDate.of(2026, 12, 1), new Clause("4.2"));
            return List.of(new ParameterLine(limit, ACTIVE.version(), Instant.EPOCH, Optional.of(new PersonId("rules")), Optional.empty(),
                    "the board", Optional.empty()));
        }

        @Override
        public List<Text> changes(String set, String before, String after, String language) {
            return List.of(Text.plain(before.charAt(0) + " to " + after.charAt(0) + " in " + language));
        }
    }

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
        rest.office.rules = new Sets();
        rest.office.history = new History();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private HttpResponse<String> asRules(String path, String language) throws Exception {
        return rest.send(rest.to("v1/rules/" + path).header("Authorization", "Bearer rules").header("Accept-Language", language));
    }

    @Test
    void aCandidateIsComparedWithWhatDecidesUnlessOthersAreNamed() throws Exception {
        assertThat(asRules("review/joint/changes", "en").body()).contains("\"changes\":[\"a to b in en\"]");
        assertThat(asRules("review/joint/changes?from=" + "b".repeat(64) + "&to=" + "a".repeat(64), "zh-CN").body()).contains("b to a in zh");
    }

    @Test
    void aNumberSaysWhoBroughtItAndWhy() throws Exception {
        assertThat(asRules("review/joint/parameters", "en").body())
                .contains("\"name\":\"limit\"", "500000", "2026-12-01", "\"by\":\"rules\"", "the board");
    }

    @Test
    void whatIsNotThereIsNotFoundAndBusinessDoesNotRead() throws Exception {
        assertThat(asRules("review/none/changes", "en").statusCode()).isEqualTo(404);
        assertThat(asRules("review/none/parameters", "en").statusCode()).isEqualTo(404);
        assertThat(rest.send(rest.asLina("rules/review/joint/parameters")).statusCode()).isEqualTo(403);
        assertThat(rest.send(rest.asLina("rules/review/joint/changes")).statusCode()).isEqualTo(403);
    }
}
