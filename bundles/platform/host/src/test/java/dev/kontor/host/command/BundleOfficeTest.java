package dev.kontor.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.department.Roster;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.host.Company;
import dev.kontor.host.Jar;
import dev.kontor.host.Lift;
import dev.kontor.host.Signing;
import dev.kontor.host.inspect.Inspection;
import dev.kontor.host.inspect.Surroundings;
import dev.kontor.host.run.JarLook;
import dev.kontor.host.run.Leaving;
import dev.kontor.host.shelf.BundleShelf;
import dev.kontor.host.shelf.Handover;
import dev.kontor.host.shelf.KeptBundle;
import dev.kontor.host.shelf.State;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A partner's jar on its way: handed in, approved, tried, replaced, taken away")
class BundleOfficeTest {

    private static final Person ADMIN = new Person(new PersonId("sun"), "sun", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");
    private static final Person AUDITOR = new Person(new PersonId("qi"), "qi", Set.of(Role.AUDITOR), "en");

    @TempDir
    Path folder;

    private final Map<String, byte[]> uploads = new HashMap<>();
    private final Map<String, Text> troubles = new HashMap<>();
    private Leaving leaving = Leaving.GONE;
    private final Handover handover = new Handover();
    private Set<String> live = Set.of();
    private Surroundings around = Company.around();
    private final JarLook look = new JarLook(() -> around);
    private final FakeCompanyFile company = new FakeCompanyFile(LocalDate.of(2026, 3, 2), RuleBook.of(List.of()));
    private StoreHarness store;
    private BundleShelf shelf;

    private void open(Dialect dialect) {
        store = StoreHarness.on(dialect);
        shelf = new BundleShelf(store.statements("host"));
        company.as("sun", Role.SYSTEM_ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Answer submit(String verb, Map<String, Object> values) {
        CompanyCommand command = HostCommands.all(shelf, handover, look, new Uploads(), new Waiters(shelf, look, new Waiting(), name -> live)).stream()
                .filter(each -> each.name().equals("bundles/" + verb))
                .findFirst()
                .orElseThrow();
        return store.transactions().command(() -> command.run(company, new Values(values)));
    }

    private List<Refused.Gap> gaps(String verb, Map<String, Object> values) {
        return catchThrowableOfType(Refused.class, () -> submit(verb, values)).gaps();
    }

    private Map<String, Object> handedIn(Path jar) throws IOException {
        uploads.put(jar.toString(), Files.readAllBytes(jar));
        return Map.of("file", new Upload("lift.jar", "application/java-archive", 1, jar.toString()));
    }

    private String brought(String verb, Path jar) throws IOException {
        return submit(verb, handedIn(jar)).id();
    }

    private State state(String digest) {
        return store.transactions().read(() -> shelf.find(digest).orElseThrow().state());
    }

    /** The platform's thread tried it. */
    private void tried(String digest, Optional<Text> trouble) {
        handover.tried(digest, new Handover.Tried(state(digest), trouble));
        company.as(PersonId.SYSTEM.value(), Role.SYSTEM_ADMINISTRATOR);
        submit("settle", Map.of("bundle", digest));
        company.as("sun", Role.SYSTEM_ADMINISTRATOR);
    }

    private String installed(String version) throws IOException {
        String digest = brought(version.equals("1.0.0") ? "install" : "update", Lift.jar(version).in(folder));
        submit("approve", Map.of("bundle", digest, "fingerprint", digest));
        tried(digest, Optional.empty());
        return digest;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void oneThatRanBeforeIsGivenUpWhereItsStartEndsThePlatformAndMayBeApprovedAgain(Dialect dialect) throws IOException {
        open(dialect);
        String one = installed("1.0.0");

        tried(one, Optional.of(Text.of("host.ended-again", "dev.acme.lift")));
        assertThat(state(one)).isEqualTo(State.FAILED);
        assertThat(company.noted()).endsWith("bundles.failed");

        submit("approve", Map.of("bundle", one, "fingerprint", one));
        assertThat(state(one)).isEqualTo(State.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatAnotherNodeHasStartedMeanwhileIsNotGivenUpByThisOne(Dialect dialect) throws IOException {
        open(dialect);
        String one = brought("install", Lift.jar("1.0.0").in(folder));
        submit("approve", Map.of("bundle", one, "fingerprint", one));
        tried(one, Optional.empty());
        handover.tried(one, new Handover.Tried(State.APPROVED, Optional.of(Text.of("host.not-active", "dev.acme.lift"))));
        company.as(PersonId.SYSTEM.value(), Role.SYSTEM_ADMINISTRATOR);

        assertThat(catchThrowableOfType(Refused.class, () -> submit("settle", Map.of("bundle", one))).reason())
                .isEqualTo(Refused.Reason.CONFLICT);
        assertThat(state(one)).isEqualTo(State.INSTALLED);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anUpdateTakesThePlaceOfTheVersionBeforeOnlyOnceItHasStarted(Dialect dialect) throws IOException {
        open(dialect);
        String one = installed("1.0.0");
        assertThat(state(one)).isEqualTo(State.INSTALLED);

        Path next = Lift.jar("1.1.0").in(folder);
        String two = brought("update", next);
        assertThat(state(two)).isEqualTo(State.CANDIDATE);
        submit("approve", Map.of("bundle", "dev.acme.lift", "fingerprint", two.substring(0, 16)));
        assertThat(state(two)).isEqualTo(State.APPROVED);
        assertThat(state(one)).as("kept ready").isEqualTo(State.INSTALLED);

        tried(two, Optional.of(Text.of("host.throws", "dev.acme.lift", "no doors")));
        assertThat(state(two)).isEqualTo(State.FAILED);
        assertThat(state(one)).as("goes on").isEqualTo(State.INSTALLED);
        assertThat(store.transactions().read(() -> shelf.find(two).orElseThrow().trouble()))
                .containsExactly(Text.of("host.throws", "dev.acme.lift", "no doors"));

        submit("approve", Map.of("bundle", two, "fingerprint", two));
        tried(two, Optional.empty());
        assertThat(state(two)).isEqualTo(State.INSTALLED);
        assertThat(state(one)).isEqualTo(State.SUPERSEDED);
        assertThat(store.transactions().read(() -> shelf.content(two))).isEqualTo(Files.readAllBytes(next));
        assertThat(company.noted()).containsSubsequence("bundles.arrived", "bundles.approved", "bundles.started", "bundles.arrived",
                "bundles.approved", "bundles.failed", "bundles.approved", "bundles.started");
    }

    @Test
    void anUnsignedJarIsComparedEachTimeBySixteenLettersOfItsDigest() throws IOException {
        open(Dialect.DERBY);
        String digest = brought("install", Lift.jar("1.0.0").in(folder));

        for (String typed : List.of("", digest.substring(0, 15), "0".repeat(64), digest + "0")) {
            assertThat(gaps("approve", Map.of("bundle", digest, "fingerprint", typed)))
                    .as(typed).containsExactly(new Refused.Gap("fingerprint", Text.of("host.digest-differs")));
        }
        assertThat(state(digest)).isEqualTo(State.CANDIDATE);
        submit("approve", Map.of("bundle", digest, "fingerprint", digest.substring(0, 8).toUpperCase() + ":" + digest.substring(8, 16)));
        assertThat(state(digest)).isEqualTo(State.APPROVED);
    }

    @Test
    void aKeyIsComparedOnceAndCountsUntilItIsDistrusted() throws Exception {
        open(Dialect.DERBY);
        Signing acme = Signing.of("Acme", folder);
        String one = brought("install", Jar.sign(Lift.jar("1.0.0").in(folder), acme));
        String key = store.transactions().read(() -> shelf.find(one).orElseThrow().signer().orElseThrow().key());
        assertThat(gaps("approve", Map.of("bundle", one, "fingerprint", one))).as("the jar's digest is not the key's")
                .containsExactly(new Refused.Gap("fingerprint", Text.of("host.key-differs", "CN=Acme")));
        submit("approve", Map.of("bundle", one, "fingerprint", key));
        tried(one, Optional.empty());

        String two = brought("update", Jar.sign(Lift.jar("1.1.0").in(folder), acme));
        submit("approve", Map.of("bundle", two));
        tried(two, Optional.empty());
        assertThat(state(two)).isEqualTo(State.INSTALLED);

        submit("distrust", Map.of("key", key, "reason", "stolen"));
        String three = brought("update", Jar.sign(Lift.jar("1.2.0").in(folder), acme));
        assertThat(gaps("approve", Map.of("bundle", three))).extracting(Refused.Gap::field).containsExactly("fingerprint");
        String other = brought("update", Jar.sign(Lift.jar("1.3.0").in(folder), Signing.of("Other", folder)));
        assertThat(gaps("approve", Map.of("bundle", other))).as("another key under the same name").hasSize(1);
    }

    @Test
    void whatIsRefusedSaysWhyAtItsFieldAndIsNotKept() throws IOException {
        open(Dialect.DERBY);
        assertThat(gaps("install", handedIn(Lift.doing("System.exit(1);").header("DynamicImport-Package", "*").in(folder))))
                .extracting(gap -> gap.field() + " " + gap.message().key())
                .containsExactly("file host.dynamic-import", "file host.reach-refused");
        assertThat(store.transactions().read(shelf::all)).isEmpty();
    }

    @Test
    void installIsForNewBundlesAndUpdateForThoseThatRun() throws IOException {
        open(Dialect.DERBY);
        assertThat(gaps("update", handedIn(Lift.jar("1.0.0").in(folder)))).extracting(Refused.Gap::message)
                .containsExactly(Text.of("host.nothing-to-update", "dev.acme.lift"));
        installed("1.0.0");
        assertThat(gaps("install", handedIn(Lift.jar("1.1.0").in(folder)))).extracting(Refused.Gap::message)
                .containsExactly(Text.of("host.runs-already", "dev.acme.lift"));
    }

    @Test
    void whatLiesInTheFolderComesByThePlatformAloneAndOnce() throws IOException {
        open(Dialect.DERBY);
        byte[] jar = Lift.jar("1.0.0").bytes(folder);
        Inspection seen = look.at(jar, "lift.jar");
        handover.found(new Handover.Found(seen, "lift.jar", jar));
        Map<String, Object> found = Map.of("bundle", seen.digest());
        assertThat(catchThrowableOfType(Refused.class, () -> submit("found", found)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        company.as(PersonId.SYSTEM.value(), Role.SYSTEM_ADMINISTRATOR);
        submit("found", found);
        assertThat(state(seen.digest())).isEqualTo(State.CANDIDATE);
        assertThat(catchThrowableOfType(Refused.class, () -> submit("found", found)).reason()).isEqualTo(Refused.Reason.CONFLICT);

        Inspection bad = look.at(new byte[] {1}, "half.jar");
        handover.found(new Handover.Found(bad, "half.jar", new byte[0]));
        submit("found", Map.of("bundle", bad.digest()));
        KeptBundle refused = store.transactions().read(() -> shelf.find(bad.digest()).orElseThrow());
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.trouble()).containsExactly(Text.of("host.not-whole"));
        company.as("sun", Role.SYSTEM_ADMINISTRATOR);
        assertThat(gaps("approve", Map.of("bundle", bad.digest(), "fingerprint", bad.digest()))).extracting(Refused.Gap::field)
                .as("what was refused is never approved").containsExactly("bundle");
    }

    /** The platform finds it in the folder. */
    private State found(byte[] jar) {
        Inspection seen = look.at(jar, "lift.jar");
        handover.found(new Handover.Found(seen, "lift.jar", jar));
        company.as(PersonId.SYSTEM.value(), Role.SYSTEM_ADMINISTRATOR);
        submit("found", Map.of("bundle", seen.digest()));
        company.as("sun", Role.SYSTEM_ADMINISTRATOR);
        return state(seen.digest());
    }

    @Test
    void whatWasRefusedComesAgainOnceItFits() throws IOException {
        open(Dialect.DERBY);
        Path jar = Lift.jar("1.0.0").header("Import-Package", "dev.acme.stairs.facts").in(folder);
        byte[] content = Files.readAllBytes(jar);
        assertThat(found(content)).isEqualTo(State.REFUSED);
        assertThat(catchThrowableOfType(Refused.class, () -> found(content)).reason()).as("nothing has changed").isEqualTo(Refused.Reason.CONFLICT);
        company.as("sun", Role.SYSTEM_ADMINISTRATOR);

        around = Company.around(new Surroundings.Neighbour(
                "dev.acme.stairs", true, Company.exported("1.0.0", "dev.acme.stairs.facts"), Set.of(), ""));
        assertThat(found(content)).isEqualTo(State.CANDIDATE);

        byte[] other = Lift.jar("1.1.0").header("Import-Package", "dev.acme.ladder.facts").bytes(folder);
        assertThat(found(other)).isEqualTo(State.REFUSED);
        around = Company.around(new Surroundings.Neighbour(
                "dev.acme.ladder", true, Company.exported("1.0.0", "dev.acme.ladder.facts"), Set.of(), ""));
        String digest = brought("install", Files.write(folder.resolve("other.jar"), other));
        assertThat(state(digest)).as("handed in").isEqualTo(State.CANDIDATE);
        assertThat(gaps("install", handedIn(folder.resolve("other.jar")))).extracting(gap -> gap.message().key()).containsExactly("host.known");
    }

    @Test
    void whatWaitsIsCountedForADepartmentWhoseIdNoConstantTells() throws IOException {
        open(Dialect.DERBY);
        installed("1.0.0");
        live = Set.of("stairs");
        assertThat(submit("remove", Map.of("bundle", "dev.acme.lift", "reason", "sold")).said())
                .isEqualTo(Text.of("host.removed", "dev.acme.lift", Text.of("host.stands-still", Text.of("host.waits", 9), "review/joint")));
    }

    @Test
    void aRemovedBundleSaysWhatWaitsForItAndMayComeBack() throws IOException {
        open(Dialect.DERBY);
        String digest = installed("1.0.0");
        Answer removed = submit("remove", Map.of("bundle", "dev.acme.lift", "reason", "sold"));
        assertThat(removed.said()).isEqualTo(Text.of("host.removed", "dev.acme.lift", Text.of("host.stands-still", Text.of("host.waits", 7), "review/joint")));
        assertThat(state(digest)).isEqualTo(State.REMOVED);
        submit("approve", Map.of("bundle", digest, "fingerprint", digest));
        assertThat(state(digest)).isEqualTo(State.APPROVED);
    }

    @Test
    void thePageTellsTheReportAndOffersOnlyAnAdministratorToDecide() throws IOException {
        open(Dialect.DERBY);
        String digest = brought("install", Lift.doing("new java.io.File(\"a\").delete();").in(folder));

        assertThat(show(ADMIN, digest).blocks()).contains(Block.Ask.company("bundles/approve", digest), Block.Ask.company("bundles/decline", digest));
        assertThat(show(AUDITOR, digest).blocks()).noneMatch(Block.Ask.class::isInstance);
        Block.Facts report = (Block.Facts) show(AUDITOR, digest).blocks().stream().filter(Block.Facts.class::isInstance).findFirst().orElseThrow();
        assertThat(report.facts()).contains(
                new Block.Fact(Text.of("host.report.offers"), new Cell.Many(List.of(Cell.plain("lift/doors")))),
                new Block.Fact(Text.of("host.report.reaches"), new Cell.Many(List.of(Cell.words(
                        Text.of("host.report.reach", Text.of("host.reach.files"), 1, "dev.acme.lift.Doing.work"))))));
        assertThat(show(ADMIN, "").actions()).hasSize(2);
        assertThat(show(AUDITOR, "").actions()).isEmpty();
    }

    @Test
    void thePageSaysWhatShouldRunAndDoesNot() throws IOException {
        open(Dialect.DERBY);
        String digest = installed("1.0.0");
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.GOOD, Text.of("host.state.installed")));
        troubles.put(digest, Text.of("host.blocked", "dev.acme.lift"));
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.BAD, Text.of("host.state.stands")));
        assertThat(show(ADMIN, digest).blocks()).contains(new Block.Note(Cell.Tone.BAD, Text.of("host.blocked", "dev.acme.lift")));
    }

    @Test
    void thePageSaysWhatWasRemovedUntilItsCodeIsGone() throws IOException {
        open(Dialect.DERBY);
        String digest = installed("1.0.0");
        leaving = Leaving.STOPS;
        submit("remove", Map.of("bundle", digest, "reason", "sold"));
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.INFO, Text.of("host.state.stops")));
        assertThat(show(AUDITOR, digest).blocks()).contains(new Block.Note(Cell.Tone.INFO, Text.of("host.stops", "dev.acme.lift")));
        leaving = Leaving.STAYS;
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.BAD, Text.of("host.state.stays")));
        assertThat(show(AUDITOR, digest).blocks()).contains(new Block.Note(Cell.Tone.BAD, Text.of("host.stays", "dev.acme.lift")));
        leaving = Leaving.GONE;
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.NEUTRAL, Text.of("host.state.removed")));
    }

    @Test
    void whyItDidNotRunBeforeItWasRemovedIsNotSaidOfWhatIsGone() throws IOException {
        open(Dialect.DERBY);
        String digest = installed("1.0.0");
        troubles.put(digest, Text.of("host.quarantined", "dev.acme.lift"));
        submit("remove", Map.of("bundle", digest, "reason", "sold"));
        assertThat(badges()).containsExactly(new Cell.Badge(Cell.Tone.NEUTRAL, Text.of("host.state.removed")));
        assertThat(show(AUDITOR, digest).blocks()).doesNotContain(new Block.Note(Cell.Tone.BAD, Text.of("host.quarantined", "dev.acme.lift")));
    }

    private List<Cell> badges() {
        return show(ADMIN, "").blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .flatMap(List::stream)
                .filter(Cell.Badge.class::isInstance)
                .toList();
    }

    private View show(Person reader, String tail) {
        BundlesPage page = new BundlesPage(shelf, look, digest -> Optional.ofNullable(troubles.get(digest)),
                digest -> leaving);
        return store.transactions().read(() -> page.show(new Query(reader, tail.isEmpty() ? List.of() : List.of(tail), Map.of())));
    }

    /** Seven orders need the lift department, and its rules are asked at every joint review. */
    private static final class Waiting implements Roster {
        @Override
        public List<Member> members() {
            return List.of(
                    new Member("department", "lift", Instant.EPOCH, true), new Member("rule-set", "lift/review.joint", Instant.EPOCH, true),
                    new Member("rule-set", "lift/doors", Instant.EPOCH, true), new Member("rule-set", "stairs/review.joint", Instant.EPOCH, true));
        }

        @Override
        public int waitingFor(DepartmentId department) {
            return department.value().equals("lift") ? 7 : department.value().equals("stairs") ? 2 : 0;
        }
    }

    /** What was handed in, by path. */
    private final class Uploads implements Documents {
        @Override
        public List<Document> of(OrderNumber order, Person reader) {
            return List.of();
        }

        @Override
        public Optional<Document> document(String id, Person reader) {
            return Optional.empty();
        }

        @Override
        public InputStream open(Document document) {
            throw new IllegalStateException("no documents here");
        }

        @Override
        public InputStream open(Upload upload) {
            return new ByteArrayInputStream(uploads.get(upload.digest()));
        }

        @Override
        public Upload take(String name, InputStream content) {
            throw new IllegalStateException("taken before");
        }

        @Override
        public Upload take(String name, long most, Writing content) {
            throw new IllegalStateException("nothing is made here");
        }
    }
}
