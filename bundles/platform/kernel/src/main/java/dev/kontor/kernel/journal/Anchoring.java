package dev.kontor.kernel.journal;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.journal.Anchors;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.journal.Anchor.Head;
import dev.kontor.kernel.journal.AnchorFolder.Numbered;
import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Anchors the journals: once a day, at a clean stop, and when asked. */
@Component(service = {Anchors.class, ReadyCheck.class}, immediate = true)
public final class Anchoring implements Anchors, ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final long LOOK_EVERY_MS = 600_000;
    private static final int MOST_HEADS = 20_000;

    /** A command's entries bear the time of its beginning, and are seen after its end. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Transactions transactions;
    private final AnchorRows rows;
    private final Clock clock;
    private final Path data;
    private final AnchorFolder folder;
    private final Worker worker;
    private volatile Optional<Text> trouble = Optional.empty();
    private Optional<LocalDate> anchored = Optional.empty();

    @Activate
    public Anchoring(
            @Reference Transactions transactions, @Reference AnchorRows rows, @Reference Clock clock, BundleContext context) {
        this(transactions, rows, clock, Path.of(Objects.toString(context.getProperty("data.dir"), "data")));
    }

    Anchoring(Transactions transactions, AnchorRows rows, Clock clock, Path data) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        this.data = data;
        this.folder = new AnchorFolder(data.resolve("anchors"));
        this.worker = new Worker("kontor-anchors", new Bell(), LOOK_EVERY_MS, this::daily);
    }

    private void daily() {
        if (!anchored.equals(Optional.of(clock.today()))) {
            anchor();
        }
    }

    @Deactivate
    public void stop() {
        worker.close();
        try {
            anchor();
        } catch (RuntimeException e) { // it stops all the same, and the next start's anchor covers this
            LOG.warn("The journals could not be anchored at the stop.", e);
        }
    }

    @Override
    public synchronized Optional<Kept> anchor() {
        try {
            Optional<Kept> written = written();
            anchored = Optional.of(clock.today());
            trouble = Optional.empty();
            return written;
        } catch (IOException e) {
            trouble = Optional.of(Text.of("kernel.anchor-failed", String.valueOf(e.getMessage())));
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + data + " cannot sign.", e);
        }
    }

    private Optional<Kept> written() throws IOException, GeneralSecurityException {
        Instant now = clock.now();
        PrivateKey key = AnchorKey.of(data, folder.path());
        Optional<Numbered> last = folder.last();
        Optional<Instant> since = last.isPresent() ? time(last.get()).map(at -> at.minus(OVERLAP)) : Optional.empty();
        Set<Head> known = since.isPresent() ? recent(since.get()) : Set.of();
        Optional<Kept> written = Optional.empty();
        String after = "";
        List<Head> page;
        do {
            page = heads(since, after);
            List<Head> fresh = page.stream().filter(head -> !known.contains(head)).toList();
            if (!fresh.isEmpty()) {
                written = Optional.of(write(now, fresh, key));
            }
            after = page.isEmpty() ? "" : page.get(page.size() - 1).journal();
        } while (page.size() == MOST_HEADS);
        return written;
    }

    private List<Head> heads(Optional<Instant> since, String after) {
        return transactions.read(() -> since.isPresent()
                ? rows.heads(since.get(), after, MOST_HEADS)
                : rows.heads(after, MOST_HEADS));
    }

    private Kept write(Instant now, List<Head> heads, PrivateKey key) throws IOException, GeneralSecurityException {
        Optional<Numbered> last = folder.last();
        long kept = kept().stream().mapToLong(Kept::number).max().orElse(0);
        long number = Math.max(last.map(Numbered::number).orElse(0L), kept) + 1;
        String before = last.isPresent() ? AnchorFolder.digest(last.get().content()) : Anchor.FIRST;
        Anchor anchor = new Anchor(number, now, before, heads);
        String signed = anchor.signed(key);
        folder.write(anchor, signed);
        Kept made = new Kept(number, now, AnchorFolder.digest(signed));
        transactions.command(() -> {
            rows.keep(made);
            return made;
        });
        LOG.info("Anchor {} holds the ends of {} journals.", number, heads.size());
        return made;
    }

    /** Empty when it is no anchor any more: then all journals are anchored anew. */
    private static Optional<Instant> time(Numbered file) throws IOException {
        try {
            return Optional.of(Anchor.read(file.content()).at());
        } catch (IllegalArgumentException altered) {
            LOG.error("{} was altered. Run: kontor journal verify --anchor", file.file());
            return Optional.empty();
        }
    }

    /** What anchors since then hold already. */
    private Set<Head> recent(Instant since) throws IOException {
        Set<Head> known = new HashSet<>();
        List<Numbered> all = folder.files();
        for (int i = all.size() - 1; i >= 0; i--) {
            Optional<Instant> at = time(all.get(i));
            if (at.isEmpty() || at.get().isBefore(since)) {
                break;
            }
            known.addAll(Anchor.read(all.get(i).content()).heads());
        }
        return known;
    }

    @Override
    public List<Kept> kept() {
        return transactions.read(rows::kept);
    }

    @Override
    public List<String> hashes(List<Place> places) {
        return transactions.read(() -> places.stream().map(rows::hash).toList());
    }

    @Override
    public String name() {
        return "anchors";
    }

    @Override
    public Optional<Text> missing() {
        return Optional.empty();
    }

    @Override
    public Optional<Text> warning() {
        return trouble;
    }
}
