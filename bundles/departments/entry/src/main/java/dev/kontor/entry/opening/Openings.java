package dev.kontor.entry.opening;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.Contract;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.intake.SourceRow;
import dev.kontor.entry.opening.Opening.Evidence;
import dev.kontor.entry.opening.Opening.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company's opening as a whole: what may be done to it, whether it agrees with the books, and what exactly is signed. */
@Component(service = Openings.class)
public final class Openings {

    static final DepartmentId ENTRY = new DepartmentId("entry");
    static final String PAGE = "entry/opening";

    /** What the matter of a row begins with, before the row's id. */
    static final String MATTER = "open ";

    private static final int PART = 200;

    private final OpeningBook book;
    private final OpeningRows rows;

    @Reference
    volatile List<OpeningPart> parts = List.of();

    @Activate
    public Openings(@Reference OpeningBook book, @Reference OpeningRows rows) {
        this.book = book;
        this.rows = rows;
    }

    OpeningBook book() {
        return book;
    }

    OpeningRows rows() {
        return rows;
    }

    /**
     * The opening to work on, locked until the command ends.
     *
     * @throws Refused {@code CONFLICT} when it is closed, or none has begun
     */
    Opening forWork() {
        Opening opening = book.current().map(book::lock).filter(each -> each.state() != State.DROPPED)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("entry.opening.none")));
        if (!opening.isOpen()) {
            throw closed(opening);
        }
        return opening;
    }

    static Refused closed(Opening opening) {
        return Refused.because(Refused.Reason.CONFLICT, Text.of("entry.opening.is-closed", opening.asOf(), opening.endedAt()));
    }

    /** The row keeps its files no more: it is dropped, or they are filed with its order. */
    void release(CompanyFile company, Row row) {
        new RowContent(rows.fields(row)).files().forEach(file -> company.release(row.keeper(), file));
    }

    Totals totals(Opening opening) {
        return Totals.of(book.stated(opening), rows.counted(opening));
    }

    /** Every row, by contract. */
    Stream<Row> all(Opening opening) {
        return Stream.iterate(rows.part(opening, Optional.empty(), PART), part -> !part.isEmpty(),
                        part -> rows.part(opening, Optional.of(part.get(part.size() - 1)), PART))
                .flatMap(List::stream);
    }

    /**
     * Nobody signs what does not agree with the books, is not proved, or could not be opened.
     *
     * @throws Refused {@code CONFLICT} with what is to be put right
     */
    void demandSound(CompanyFile company, Opening opening) {
        Totals totals = totals(opening);
        if (totals.orders() == 0) {
            throw conflict(Text.of("entry.opening.no-rows"));
        }
        if (!totals.differences().isEmpty()) {
            Totals.Line first = totals.differences().get(0);
            throw conflict(Text.of("entry.opening.differs", totals.differences().size(), first.customer(), first.currency()));
        }
        if (book.evidence(opening).isEmpty()) {
            throw conflict(Text.of("entry.opening.no-evidence"));
        }
        List<Contract> contracts = all(opening).map(row -> new RowContent(rows.fields(row)).contract()).toList();
        List<Text> taken = new ArrayList<>(company.taken(contracts, rows.machines(opening)));
        all(opening).forEach(row -> taken.addAll(conflicts(new RowContent(rows.fields(row)).opened(opening.asOf()))));
        if (!taken.isEmpty()) {
            throw conflict(Text.of("entry.opening.taken", taken.size(), taken.get(0)));
        }
    }

    /** What departments have of an order's numbers already. */
    List<Text> conflicts(OpenedOrder opened) {
        return parts.stream().flatMap(part -> part.conflicts(opened).stream()).toList();
    }

    private static Refused conflict(Text why) {
        return Refused.because(Refused.Reason.CONFLICT, why);
    }

    /** SHA-256 of all that is signed: day, books, evidence, and each row with every field. */
    String digest(Opening opening) {
        MessageDigest digest = sha256();
        add(digest, opening.asOf().toString());
        book.stated(opening).forEach(each -> add(digest, each.toString()));
        book.evidence(opening).stream().map(Evidence::file).sorted((one, other) -> one.digest().compareTo(other.digest()))
                .forEach(file -> add(digest, file.digest()));
        all(opening).forEach(row -> {
            add(digest, row.source() + "\n" + row.key());
            rows.fields(row).forEach((field, content) -> add(digest, field + "\n" + content));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** With its length, so that no two contents are written alike. */
    private static void add(MessageDigest digest, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /**
     * Signed twice: it is closed for good, and each row is opened in a command of its own. Its customers are taken in at once: what
     * the master refuses, as a name that another customer has, refuses the signature, and no row fails for it later.
     */
    void close(CompanyFile company, Opening opening) {
        all(opening).forEach(row -> company.enrol(new SourceRow(Paths.values(rows.fields(row))).customer()));
        book.end(opening, State.CLOSED, company.now());
        all(opening).forEach(row -> company.plan(ENTRY, MATTER + row.id(), company.today()));
    }
}
