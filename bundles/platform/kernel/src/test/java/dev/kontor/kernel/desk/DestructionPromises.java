package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.document.ContentDisposal;
import dev.kontor.kernel.order.OrderRows;
import dev.kontor.store.StoreHarness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is destroyed is gone, and nothing else is, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DestructionPromises {

    private static final DocumentKind STATEMENT = new DocumentKind("finance.statement");
    private static final Duration PATIENCE = Duration.ofDays(90);
    private static final Department ARCHIVE = new Archive();

    private TestDesk desk;

    abstract StoreHarness store();

    @BeforeAll
    void open() {
        desk = new TestDesk(store());
        desk.run(desk.trade);
        desk.departments.add(ARCHIVE);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("from the command's commit on nobody opens it; its content leaves the disk; what it was, who and when stay")
    void whatIsDestroyedIsGone() throws IOException {
        OrderNumber order = desk.register();
        Document document = filed(order, "a contract");
        assertThat(desk.shelf.open(document)).hasContent("a contract");

        desk.act(order, file -> file.destroy(document));

        Refused refused = catchThrowableOfType(Refused.class, () -> desk.shelf.open(document));
        assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        assertThat(refused.words().key()).isEqualTo("kernel.document.destroyed");
        desk.shelf.disposal().pass();
        assertThat(content(document)).doesNotExist();
        Document left = desk.shelf.document(document.id(), TestDesk.AUDITOR).orElseThrow();
        assertThat(left).isEqualTo(document.destroyed(left.destroyedAt().orElseThrow()));
        assertThat(desk.rows("select destroyed_by from kernel_document where id = ?", document.id())).containsExactly("lina");
        Entry line = desk.journals.of(order, Long.MAX_VALUE, 1, TestDesk.AUDITOR).get(0);
        assertThat(line.kind()).isEqualTo("document.destroyed");
        assertThat(line.changes()).singleElement().satisfies(change -> assertThat(change.before()).isEqualTo(document.digest()));
    }

    @Test
    @DisplayName("a content that another order has too stays until that document is destroyed as well")
    void aSharedContentStays() throws IOException {
        OrderNumber one = desk.register();
        OrderNumber other = desk.register();
        Document mine = filed(one, "one statement for both");
        Document theirs = filed(other, "one statement for both");

        desk.act(one, file -> file.destroy(mine));
        desk.shelf.disposal().pass();
        assertThatThrownBy(() -> desk.shelf.open(mine)).isInstanceOf(Refused.class);
        assertThat(desk.shelf.open(theirs)).hasContent("one statement for both");

        desk.act(other, file -> file.destroy(theirs));
        desk.shelf.disposal().pass();
        assertThat(content(theirs)).doesNotExist();
    }

    @Test
    @DisplayName("what a department keeps beside the orders, a regulation's file, stays when a document of equal bytes is destroyed, until it is released")
    void whatIsKeptStays() throws IOException {
        OrderNumber order = desk.register();
        Document document = filed(order, "the regulation, and an annex of a contract");
        Upload kept = taken("the regulation, and an annex of a contract");
        desk.act(order, file -> desk.shelf.keep(kept, "supervision/regulation-1"));
        desk.act(order, file -> desk.shelf.keep(kept, "supervision/regulation-1"));
        desk.act(order, file -> desk.shelf.keep(kept, "entry/opening-1"));

        desk.act(order, file -> file.destroy(document));
        desk.shelf.disposal().pass();
        assertThatThrownBy(() -> desk.shelf.open(document)).isInstanceOf(Refused.class);
        assertThat(desk.shelf.open(kept)).hasContent("the regulation, and an annex of a contract");

        desk.act(order, file -> desk.shelf.release(kept, "entry/opening-1"));
        desk.shelf.disposal().pass();
        assertThat(desk.shelf.open(kept)).as("one keeper is enough").isNotEmpty();
        desk.act(order, file -> desk.shelf.release(kept, "supervision/regulation-1"));
        desk.shelf.disposal().pass();
        assertThat(content(document)).doesNotExist();
    }

    @Test
    @DisplayName("a released content that a document has stays; what has left cannot be kept, and is asked for again")
    void releasedIsNotRemovedFromOthers() throws IOException {
        OrderNumber order = desk.register();
        Document document = filed(order, "a contract of the opening");
        Upload same = taken("a contract of the opening");
        desk.act(order, file -> desk.shelf.keep(same, "entry/opening-row-1"));
        desk.act(order, file -> desk.shelf.release(same, "entry/opening-row-1"));
        desk.act(order, file -> desk.shelf.release(same, "entry/opening-row-1"));
        desk.shelf.disposal().pass();
        assertThat(desk.shelf.open(document)).hasContent("a contract of the opening");

        desk.act(order, file -> file.destroy(document));
        desk.shelf.disposal().pass();
        assertThat(catchThrowableOfType(Refused.class, () -> desk.act(order, file -> desk.shelf.keep(same, "entry/opening-row-1")))
                .words().key()).isEqualTo("form.file");
    }

    @Test
    @DisplayName("a command that fails destroys nothing; a stop before the content was removed is made up for")
    void aStopIsMadeUpFor() throws IOException {
        OrderNumber order = desk.register();
        Document document = filed(order, "interrupted");

        assertThatThrownBy(() -> desk.act(order, file -> {
            file.destroy(document);
            throw Refused.because(Refused.Reason.CONFLICT, Text.plain("no"));
        })).isInstanceOf(Refused.class);
        desk.shelf.disposal().pass();
        assertThat(desk.shelf.open(document)).hasContent("interrupted");

        desk.act(order, file -> file.destroy(document));
        ContentDisposal restarted = desk.shelf(new OrderRows(desk.rows, desk.clock)).disposal();
        restarted.pass();
        restarted.pass();
        assertThat(content(document)).doesNotExist();
    }

    @Test
    @DisplayName("the same bytes brought in again stay; an upload of before is refused once its content has left")
    void whatComesInAgainStays() throws IOException {
        OrderNumber order = desk.register();
        Document first = filed(order, "twice");
        desk.act(order, file -> file.destroy(first));
        Upload before = taken("twice");
        desk.shelf.disposal().pass();
        assertThat(desk.shelf.open(file(order, before))).as("brought in before it was removed").hasContent("twice");

        Document only = filed(order, "once");
        Upload old = new Upload("old.txt", only.type(), only.size(), only.digest());
        desk.act(order, file -> file.destroy(only));
        desk.shelf.disposal().pass();
        assertThat(catchThrowableOfType(Refused.class, () -> file(order, old)).words().key()).isEqualTo("form.file");
        assertThat(desk.shelf.open(filed(order, "once"))).hasContent("once");
    }

    @Test
    @DisplayName("who files the same bytes at the moment of their removal has them, or is told to bring them again")
    void filingAndRemovingAtTheSameMoment() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        OrderNumber one = desk.register();
        OrderNumber other = desk.register();
        for (int round = 0; round < 40; round++) {
            String content = "contested " + round;
            Document document = filed(one, content);
            Upload again = taken(content);
            desk.act(one, file -> file.destroy(document));
            CyclicBarrier start = new CyclicBarrier(2);
            Future<?> filing = two.submit(() -> {
                start.await();
                return desk.act(other, file -> file.file(STATEMENT, again));
            });
            Future<?> removing = two.submit(() -> {
                start.await();
                desk.shelf.disposal().pass();
                return true;
            });
            removing.get();
            assertThat(filing).satisfiesAnyOf(
                    done -> assertThat(done).succeedsWithin(Duration.ofMinutes(1)),
                    done -> assertThatThrownBy(done::get).hasCauseInstanceOf(Refused.class));
            desk.shelf.disposal().pass();
        }
        two.shutdown();
        for (Document each : desk.shelf.of(other)) {
            assertThat(desk.shelf.open(each)).as(each.digest()).isNotEmpty();
        }
    }

    @Test
    @DisplayName("nobody but the archive destroys, and nothing of another order; without the archive nobody does")
    void onlyTheArchiveDestroys() throws IOException {
        OrderNumber order = desk.register();
        OrderNumber other = desk.register();
        Document document = filed(order, "guarded");
        assertThatThrownBy(() -> desk.act(other, file -> file.destroy(document))).isInstanceOf(IllegalStateException.class);

        desk.departments.remove(ARCHIVE);
        try {
            assertThatThrownBy(() -> desk.act(order, file -> file.destroy(document))).isInstanceOf(IllegalStateException.class);
        } finally {
            desk.departments.add(ARCHIVE);
        }
        assertThat(desk.shelf.open(document)).hasContent("guarded");
    }

    @Test
    @DisplayName("what a command that failed has left leaves the disk a day later; what a row knows, and what is older than every row, stays")
    void whatNoRowKnowsLeaves() throws IOException {
        Document known = filed(desk.register(), "known");
        Path left = orphan("a".repeat(64), Instant.now().minus(Duration.ofDays(2)));
        Path young = orphan("b".repeat(64), Instant.now().minus(Duration.ofHours(23)));
        Path foreign = orphan("c".repeat(64), Instant.now().minus(Duration.ofDays(60)));
        Files.setLastModifiedTime(content(known), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Instant first = Instant.now().minus(Duration.ofDays(30));
        desk.transactions.command(() -> desk.rows.run("update kernel_upload set taken_at = ? where digest = ?", first, known.digest()));

        desk.shelf.disposal().collect(PATIENCE);
        desk.shelf.disposal().pass();

        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
        assertThat(desk.shelf.open(known)).hasContent("known");
    }

    @Test
    @DisplayName("an upload that nobody filed or keeps is let go of after its days; one that came again has them anew")
    void whatIsNeverFiledIsLetGoOf() throws IOException {
        Upload old = aged(taken("never filed"), PATIENCE.plusHours(1));
        Upload young = aged(taken("not filed yet"), PATIENCE.minusHours(1));
        Upload kept = aged(taken("an opening's evidence"), PATIENCE.plusHours(1));
        OrderNumber order = desk.register();
        desk.act(order, file -> desk.shelf.keep(kept, "entry/opening-1"));
        Document filed = filed(order, "filed");
        aged(new Upload(filed.name(), filed.type(), filed.size(), filed.digest()), PATIENCE.plusHours(1));
        Upload again = aged(taken("sent again"), PATIENCE.plusHours(1));
        desk.shelf.take(again.name(), new ByteArrayInputStream("sent again".getBytes(StandardCharsets.UTF_8)));

        desk.shelf.disposal().collect(PATIENCE);
        desk.shelf.disposal().pass();

        assertThat(content(old.digest())).doesNotExist();
        assertThat(catchThrowableOfType(Refused.class, () -> file(order, old)).words().key()).isEqualTo("form.file");
        assertThat(desk.shelf.open(young)).hasContent("not filed yet");
        assertThat(desk.shelf.open(kept)).hasContent("an opening's evidence");
        assertThat(desk.shelf.open(filed)).hasContent("filed");
        assertThat(desk.shelf.open(again)).hasContent("sent again");
    }

    private Upload aged(Upload upload, Duration age) {
        Instant came = Instant.now().minus(age);
        desk.transactions.command(() -> desk.rows.run("update kernel_upload set taken_at = ? where digest = ?", came, upload.digest()));
        return upload;
    }

    private Path orphan(String digest, Instant came) throws IOException {
        Path place = content(digest);
        Files.createDirectories(place.getParent());
        Files.writeString(place, digest);
        return Files.setLastModifiedTime(place, FileTime.from(came));
    }

    private Path content(Document document) {
        return content(document.digest());
    }

    private Path content(String digest) {
        return desk.papers.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
    }

    private Document filed(OrderNumber order, String content) {
        return file(order, taken(content));
    }

    private Document file(OrderNumber order, Upload upload) {
        desk.act(order, file -> file.file(STATEMENT, upload));
        List<Document> all = desk.shelf.of(order);
        return all.get(all.size() - 1);
    }

    private Upload taken(String content) {
        try {
            return desk.shelf.take(UUID.randomUUID() + ".txt", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Archive implements Department {

        @Override
        public DepartmentId id() {
            return new DepartmentId("archive");
        }

        @Override
        public List<Arrival> opensOn() {
            return List.of();
        }

        @Override
        public Set<MilestoneName> reaches() {
            return Set.of(MilestoneName.ARCHIVE_FILED);
        }

        @Override
        public void completed(OrderFile file, Task task, Outcome outcome) {
            throw new UnsupportedOperationException("no tasks here");
        }
    }
}
