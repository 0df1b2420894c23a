package dev.kontor.kernel.journal;

import dev.kontor.api.journal.Anchors.Kept;
import dev.kontor.api.journal.Anchors.Place;
import dev.kontor.kernel.journal.Anchor.Head;
import dev.kontor.kernel.journal.AnchorFolder.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Holds a folder of anchors against the journals: are the anchors whole, and does each entry that was a journal's last
 * stand there still, as it was? It asks for journals by place and hash alone, of a platform that runs or of a database.
 */
public final class AnchorProof {

    private static final int PAGE = 500;

    /** The journals to be proved. */
    public interface Journals {

        /** As {@link dev.kontor.api.journal.Anchors#hashes}. */
        List<String> hashes(List<Place> places) throws IOException;

        /** As {@link dev.kontor.api.journal.Anchors#kept}. */
        List<Kept> kept() throws IOException;
    }

    /** What can be wrong, with what each says. */
    public enum Kind {
        /** No anchor in the folder. */
        NONE,
        /** No public key in the folder. */
        NO_KEY,
        /** A file is not as it was signed: its name. */
        ALTERED,
        /** An anchor is not there: its number. */
        MISSING,
        /** An entry is not there: journal, place, file. */
        CUT,
        /** An entry is another one: journal, place, file. */
        CHANGED,
        /** Most of an anchor is not there, which is no single journal's fault: its time. */
        ROLLED_BACK
    }

    /** One thing that is wrong. */
    public record Fault(Kind kind, List<Object> arguments) {}

    /** @param newest the time of the newest anchor that is whole; "" without one */
    public record Found(long anchors, long entries, String newest, List<Fault> faults) {}

    private final AnchorFolder folder;
    private final Journals journals;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> blamed = new HashSet<>();
    private long entries;
    private long begins = 1;
    private String newest = "";

    private AnchorProof(Path folder, Journals journals) {
        this.folder = new AnchorFolder(folder);
        this.journals = journals;
    }

    /** @param copy whether the folder is a copy, which may be behind */
    public static Found of(Path folder, boolean copy, Journals journals) throws IOException {
        return new AnchorProof(folder, journals).found(copy);
    }

    private Found found(boolean copy) throws IOException {
        List<Numbered> files = folder.files();
        Map<Long, Kept> kept = journals.kept().stream().collect(Collectors.toMap(Kept::number, Function.identity()));
        if (files.isEmpty()) {
            fault(Kind.NONE, folder.path().toString());
        } else {
            prove(files, kept, key());
        }
        long last = files.isEmpty() ? 0 : files.get(files.size() - 1).number();
        long until = copy ? last : Math.max(last, kept.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
        Set<Long> there = files.stream().map(Numbered::number).collect(Collectors.toSet());
        LongStream.rangeClosed(begins, until).filter(number -> !there.contains(number)).forEach(number -> fault(Kind.MISSING, number));
        return new Found(files.size(), entries, newest, List.copyOf(faults));
    }

    private Optional<PublicKey> key() {
        try {
            return Optional.of(AnchorKey.verifying(folder.path()));
        } catch (IOException e) {
            fault(Kind.NO_KEY, folder.path().resolve(AnchorKey.PUBLIC).toString());
            return Optional.empty();
        }
    }

    private void prove(List<Numbered> files, Map<Long, Kept> kept, Optional<PublicKey> key) throws IOException {
        Map<Long, String> digests = new HashMap<>(Map.of(0L, Anchor.FIRST));
        for (Numbered file : files) {
            String content = file.content();
            String digest = AnchorFolder.digest(content);
            Optional<Anchor> anchor = key.flatMap(good -> Anchor.verified(content, good)).filter(read -> read.number() == file.number());
            boolean remembered = !kept.containsKey(file.number()) || kept.get(file.number()).digest().equals(digest);
            String before = digests.getOrDefault(file.number() - 1, "");
            boolean follows = before.isEmpty() || anchor.filter(read -> !read.before().equals(before)).isEmpty();
            boolean whole = (anchor.isPresent() || key.isEmpty()) && remembered && follows;
            if (whole) {
                digests.put(file.number(), digest); // one that was altered says nothing about the next
            } else {
                fault(Kind.ALTERED, file.name());
            }
            if (anchor.isPresent()) {
                begins = anchor.get().before().equals(Anchor.FIRST) ? file.number() : begins;
                prove(anchor.get(), file);
            }
        }
    }

    private void prove(Anchor anchor, Numbered file) throws IOException {
        newest = anchor.at().toString();
        int bad = 0;
        for (int from = 0; from < anchor.heads().size(); from += PAGE) {
            List<Head> page = anchor.heads().subList(from, Math.min(from + PAGE, anchor.heads().size()));
            List<String> hashes = journals.hashes(page.stream().map(head -> new Place(head.journal(), head.sequence())).toList());
            for (int i = 0; i < page.size(); i++) {
                entries++;
                if (!hashes.get(i).equals(page.get(i).hash())) {
                    bad++;
                    blame(page.get(i), hashes.get(i).isEmpty() ? Kind.CUT : Kind.CHANGED, file);
                }
            }
        }
        if (bad > 1 && bad > anchor.heads().size() / 2 && blamed.add("")) {
            fault(Kind.ROLLED_BACK, anchor.at().toString());
        }
    }

    /** A journal is named once, at the first of its entries that is wrong. */
    private void blame(Head head, Kind kind, Numbered file) {
        if (blamed.add(head.journal())) {
            fault(kind, head.journal(), head.sequence(), file.name());
        }
    }

    private void fault(Kind kind, Object... arguments) {
        faults.add(new Fault(kind, List.of(arguments)));
    }
}
