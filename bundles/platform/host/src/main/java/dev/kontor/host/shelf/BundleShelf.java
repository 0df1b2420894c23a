package dev.kontor.host.shelf;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Signer;
import dev.kontor.store.Statements;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the unit {@code host}, in the transaction of the thread. */
@Component(service = BundleShelf.class)
public final class BundleShelf {

    private static final String COLUMNS = "digest, symbolic_name, bundle_version, state, file_name, signer, signer_name,"
            + " arrived_at, arrived_by, changed_at, changed_by, trouble";
    private static final int LONGEST_TROUBLE = 4_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_FILE = 200;

    private final Statements statements;

    @Activate
    public BundleShelf(@Reference(target = "(osgi.unit.name=host)") Statements statements) {
        this.statements = statements;
    }

    /** All, the latest first. */
    public List<KeptBundle> all() {
        return statements.all("select " + COLUMNS + " from host_bundle order by changed_at desc, digest", List.of()).stream()
                .map(BundleShelf::bundle)
                .toList();
    }

    /** Those that should run, the latest first. */
    public List<KeptBundle> wanted() {
        return statements.all("select " + COLUMNS + " from host_bundle where state in ('approved', 'installed') order by changed_at desc, digest",
                        List.of()).stream()
                .map(BundleShelf::bundle)
                .toList();
    }

    public Optional<KeptBundle> find(String digest) {
        return statements.all("select " + COLUMNS + " from host_bundle where digest = ?", List.of(digest)).stream()
                .findFirst()
                .map(BundleShelf::bundle);
    }

    /** The jar; empty of what was refused. */
    public byte[] content(String digest) {
        return statements.all("select content from host_bundle where digest = ?", List.of(digest)).stream()
                .findFirst()
                .map(row -> bytes(row[0]))
                .orElse(new byte[0]);
    }

    public void add(KeptBundle bundle, byte[] content) {
        statements.run("insert into host_bundle (" + COLUMNS + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Arrays.asList(bundle.digest(), bundle.name(), bundle.version(), bundle.state().word(), clipped(bundle.file(), LONGEST_FILE),
                        bundle.signer().map(Signer::key).orElse(""), clipped(bundle.signer().map(Signer::name).orElse(""), LONGEST_NAME),
                        bundle.arrivedAt().toEpochMilli(), bundle.arrivedBy().value(),
                        bundle.changedAt().toEpochMilli(), bundle.changedBy().value(), kept(bundle.trouble()), content));
    }

    /** Forgets one that was refused, so that the same jar may come again where it now fits; nothing when it is not known. */
    public void drop(String digest) {
        statements.run("delete from host_bundle where digest = ?", List.of(digest));
    }

    /** Keeps what became of one that is kept. */
    public void put(KeptBundle bundle) {
        statements.run("update host_bundle set state = ?, changed_at = ?, changed_by = ?, trouble = ? where digest = ?",
                List.of(bundle.state().word(), bundle.changedAt().toEpochMilli(), bundle.changedBy().value(),
                        kept(bundle.trouble()), bundle.digest()));
    }

    /** A key that counts. */
    public record Trusted(Signer signer, Instant at, PersonId by) {}

    public List<Trusted> trusted() {
        return statements.all("select fingerprint, key_name, trusted_at, trusted_by from host_key order by trusted_at", List.of()).stream()
                .map(row -> new Trusted(new Signer(text(row[0]), text(row[1])), instant(row[2]), new PersonId(text(row[3]))))
                .toList();
    }

    public boolean trusts(Signer signer) {
        return trusted().stream().anyMatch(each -> each.signer().key().equals(signer.key()));
    }

    public void trust(Signer signer, Instant at, PersonId by) {
        statements.run("insert into host_key (fingerprint, key_name, trusted_at, trusted_by) values (?, ?, ?, ?)",
                List.of(signer.key(), clipped(signer.name(), LONGEST_NAME), at.toEpochMilli(), by.value()));
    }

    public boolean distrust(String fingerprint) {
        return statements.run("delete from host_key where fingerprint = ?", List.of(fingerprint)) == 1;
    }

    private static KeptBundle bundle(Object[] row) {
        String key = text(row[5]);
        return new KeptBundle(text(row[0]), text(row[1]), text(row[2]), State.of(text(row[3])), text(row[4]),
                key.isEmpty() ? Optional.empty() : Optional.of(new Signer(key, text(row[6]))),
                instant(row[7]), new PersonId(text(row[8])), instant(row[9]), new PersonId(text(row[10])), troubles(text(row[11])));
    }

    private static String text(Object value) {
        return String.valueOf(value).strip();
    }

    private static Instant instant(Object value) {
        return Instant.ofEpochMilli(((Number) value).longValue());
    }

    private static String clipped(String words, int longest) {
        return words.substring(0, Math.min(words.length(), longest));
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        try {
            Blob blob = (Blob) value;
            return blob.getBytes(1, (int) blob.length());
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** A line each: the key and its arguments, which are words and numbers. What no longer has room is left out. */
    private static String kept(List<Text> troubles) {
        StringBuilder lines = new StringBuilder();
        for (Text trouble : troubles) {
            String line = trouble.key() + trouble.arguments().stream()
                    .map(argument -> "\t" + (argument instanceof Text word ? "\b" + word.key() : String.valueOf(argument).replaceAll("\\s", " ")))
                    .collect(Collectors.joining()) + "\n";
            if (lines.length() + line.length() <= LONGEST_TROUBLE) {
                lines.append(line);
            }
        }
        return lines.toString();
    }

    private static List<Text> troubles(String kept) {
        List<Text> troubles = new ArrayList<>();
        kept.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("\t", -1);
            Object[] arguments = Arrays.stream(parts).skip(1)
                    .map(part -> part.startsWith("\b") ? Text.of(part.substring(1)) : part)
                    .toArray();
            troubles.add(parts[0].isEmpty() ? Text.plain(String.valueOf(arguments[0])) : Text.of(parts[0], arguments));
        });
        return troubles;
    }
}
