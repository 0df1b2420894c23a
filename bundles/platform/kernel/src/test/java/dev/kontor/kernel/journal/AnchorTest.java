package dev.kontor.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.journal.Anchors.Kept;
import dev.kontor.api.journal.Anchors.Place;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import dev.kontor.kernel.journal.AnchorProof.Fault;
import dev.kontor.kernel.journal.AnchorProof.Kind;
import dev.kontor.kernel.order.OrderRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Anchored journals")
@ParameterizedClass
@EnumSource(Database.class)
class AnchorTest {

    private static final String ORDER = "SO-2026-00001";

    @TempDir
    private Path data;

    private final TestCompany company;
    private final Ledger ledger;
    private Anchoring anchoring;

    AnchorTest(Database database) {
        company = TestCompany.on(database);
        ledger = new Ledger(company.rows());
    }

    @BeforeEach
    void open() {
        List.of("kernel_journal", "kernel_journal_head", "kernel_anchor").forEach(table -> company.sql("delete from " + table));
        anchoring = new Anchoring(company.transactions(), new AnchorRows(company.rows()), company.clock(), data);
        write(Ledger.COMPANY, 3);
        write(ORDER, 2);
    }

    @AfterEach
    void stop() {
        anchoring.stop();
    }

    private void write(String journal, int entries) {
        company.transactions().command(() -> {
            for (int i = 0; i < entries; i++) {
                ledger.append(journal, List.of(Line.of("order.changed", Text.plain("something"))), new PersonId("lina"),
                        company.clock().now(), false);
            }
            return journal;
        });
    }

    private Path anchors() {
        return data.resolve("anchors");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(anchors())) {
            return all.filter(file -> file.toString().endsWith(".anchor")).sorted().toList();
        }
    }

    private List<Fault> faults() throws IOException {
        return faults(anchors(), false);
    }

    private List<Fault> faults(Path folder, boolean copy) throws IOException {
        return AnchorProof.of(folder, copy, new AnchorProof.Journals() {
            @Override
            public List<String> hashes(List<Place> places) {
                return anchoring.hashes(places);
            }

            @Override
            public List<Kept> kept() {
                return anchoring.kept();
            }
        }).faults();
    }

    private List<String> chains() {
        return new JournalReader(company.transactions(), ledger, new OrderRows(company.rows(), company.clock()), company.clock())
                .verify()
                .faults();
    }

    /** As somebody does it who knows that the chain has a head. */
    private void cutLast(String journal) {
        company.sql("delete from kernel_journal where journal = ? and sequence ="
                + " (select sequence from kernel_journal_head where journal = ?)", journal, journal);
        company.sql("update kernel_journal_head set sequence = sequence - 1, hash = coalesce((select j.hash from kernel_journal j"
                + " where j.journal = kernel_journal_head.journal and j.sequence = kernel_journal_head.sequence - 1), '')"
                + " where journal = ?", journal);
    }

    @Test
    void anAnchorHoldsTheEndsOfAllJournalsAndTheNextOneWhatGrewSince() throws Exception {
        assertThat(anchoring.anchor()).map(Kept::number).contains(1L);
        assertThat(anchoring.anchor()).as("nothing grew").isEmpty();
        write(ORDER, 1);
        assertThat(anchoring.anchor()).map(Kept::number).contains(2L);

        assertThat(Files.readString(files().get(0))).contains("head company 3 ", "head " + ORDER + " 2 ");
        assertThat(Files.readString(files().get(1))).contains("head " + ORDER + " 3 ").doesNotContain("company");
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatIsWrittenAfterTheAnchorIsNoFault() throws Exception {
        anchoring.anchor();
        write(Ledger.COMPANY, 2);
        write("SO-2026-00002", 1);

        assertThat(faults()).isEmpty();
    }

    @Test
    void aCutTailIsFoundAndNamedThoughTheChainHolds() throws Exception {
        anchoring.anchor();
        cutLast(ORDER);

        assertThat(chains()).isEmpty();
        assertThat(faults()).containsExactly(new Fault(Kind.CUT, List.of(ORDER, 2L, files().get(0).getFileName().toString())));
    }

    @Test
    void aJournalThatWasCutAndWentOnIsAnotherOne() throws Exception {
        anchoring.anchor();
        cutLast(ORDER);
        company.transactions().command(() -> {
            ledger.append(ORDER, List.of(Line.of("order.changed", Text.plain("something else"))), new PersonId("lina"),
                    company.clock().now(), false);
            return ORDER;
        });
        anchoring.anchor();

        assertThat(chains()).isEmpty();
        assertThat(faults()).extracting(Fault::kind).containsExactly(Kind.CHANGED);
        assertThat(faults()).allSatisfy(fault -> assertThat(fault.arguments()).contains(ORDER, 2L));
    }

    @Test
    void aDatabaseThatWasRolledBackIsSaidToBeOlder() throws Exception {
        anchoring.anchor();
        write(Ledger.COMPANY, 1);
        write(ORDER, 1);
        write("SO-2026-00002", 1);
        anchoring.anchor();
        cutLast(Ledger.COMPANY);
        cutLast(ORDER);
        company.sql("delete from kernel_anchor where number = 2");

        assertThat(faults()).extracting(Fault::kind).containsExactlyInAnyOrder(Kind.CUT, Kind.CUT, Kind.ROLLED_BACK);
    }

    @Test
    void everyByteOfAnAnchorCounts() throws Exception {
        anchoring.anchor();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        PublicKey key = AnchorKey.verifying(anchors());
        List<Integer> unnoticed = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            if (Anchor.verified(new String(flipped, StandardCharsets.ISO_8859_1), key).isPresent()) {
                unnoticed.add(i);
            }
        }
        assertThat(unnoticed).isEmpty();

        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        company.sql("delete from kernel_anchor");
        assertThat(faults()).as("the database does not know it").containsExactly(
                new Fault(Kind.ALTERED, List.of(file.getFileName().toString())));
    }

    @Test
    void anAnchorThatWasTakenAwayIsMissedInTheMiddleAndAtTheEnd() throws Exception {
        for (int i = 0; i < 3; i++) {
            write(ORDER, 1);
            anchoring.anchor();
        }
        Path copy = Files.createDirectories(data.resolve("copy"));
        Files.copy(anchors().resolve("anchor.pub"), copy.resolve("anchor.pub"));
        Files.copy(files().get(0), copy.resolve(files().get(0).getFileName()));

        assertThat(faults(copy, true)).as("a copy may be behind").isEmpty();
        Files.delete(files().get(1));
        assertThat(faults()).containsExactly(new Fault(Kind.MISSING, List.of(2L)));
        Files.delete(files().get(1));
        assertThat(faults()).containsExactly(new Fault(Kind.MISSING, List.of(2L)), new Fault(Kind.MISSING, List.of(3L)));
        Files.delete(files().get(0));
        assertThat(faults()).extracting(Fault::kind).containsExactly(Kind.NONE, Kind.MISSING, Kind.MISSING, Kind.MISSING);
    }

    @Test
    void anAnchorSignedAnewWithAnotherKeyIsNotTheOneThatWasWritten() throws Exception {
        anchoring.anchor();
        String before = Files.readString(files().get(0));
        Files.delete(data.resolve("anchor.key"));
        Files.delete(anchors().resolve("anchor.pub"));
        Anchor forged = Anchor.read(before.replace(" 2 ", " 1 "));
        Files.writeString(files().get(0), forged.signed(AnchorKey.of(data, anchors())));

        assertThat(faults()).extracting(Fault::kind).contains(Kind.ALTERED);
    }

    @Test
    void thePrivateKeyIsItsOwnersAloneAndIsNotMadeAnewWhenItIsLost() throws Exception {
        anchoring.anchor();
        Path key = data.resolve("anchor.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");

        Files.delete(key);
        write(ORDER, 1);
        assertThatThrownBy(anchoring::anchor).hasMessageContaining("anchor.key");
        assertThat(anchoring.warning()).map(Text::key).contains("kernel.anchor-failed");
        assertThat(anchoring.missing()).as("it serves all the same").isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void anchorsThatArePutAwayWithTheirKeyBeginANewSeries() throws Exception {
        anchoring.anchor();
        cutLast(ORDER);
        Files.move(anchors(), data.resolve("before"));
        Files.move(data.resolve("anchor.key"), data.resolve("before.key"));

        assertThat(anchoring.anchor()).map(Kept::number).contains(2L);

        assertThat(faults()).isEmpty();
        assertThat(faults(data.resolve("before"), true)).extracting(Fault::kind).containsExactly(Kind.CUT);
    }

    @Test
    void aCleanStopAnchors() throws Exception {
        anchoring.stop();

        assertThat(Files.readString(files().get(0))).contains("head company 3 ");
    }
}
