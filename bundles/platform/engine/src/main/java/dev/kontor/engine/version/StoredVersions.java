package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.version.KeptVersion.State;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions in the unit {@code engine}. */
public final class StoredVersions implements VersionShelf {

    private static final String META =
            "set_name, digest, version_number, state, changed_at, person, approved_by, reason, edition, problems, effective_from, origin";

    private static final String BEGUN = "activated_at, digest, version_number, person, approved_by, reason";

    private final EntityManager entities;

    public StoredVersions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<KeptVersion> since(long epoch) {
        Query query = entities.createNativeQuery("SELECT " + META + " FROM engine_version WHERE epoch > ?1");
        query.setParameter(1, epoch);
        List<KeptVersion> versions = new ArrayList<>();
        for (Object row : query.getResultList()) {
            versions.add(version((Object[]) row, new byte[0], new byte[0]));
        }
        return versions;
    }

    @Override
    public Optional<KeptVersion> find(String set, String digest) {
        Query query = entities.createNativeQuery(
                "SELECT " + META + ", files, classes FROM engine_version WHERE set_name = ?1 AND digest = ?2");
        query.setParameter(1, set);
        query.setParameter(2, digest);
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> version(row, bytes(row[12]), bytes(row[13])));
    }

    @Override
    public void put(KeptVersion version) {
        Query delete = entities.createNativeQuery("DELETE FROM engine_version WHERE set_name = ?1 AND digest = ?2");
        delete.setParameter(1, version.set());
        delete.setParameter(2, version.digest());
        delete.executeUpdate();
        Query insert = entities.createNativeQuery("INSERT INTO engine_version (" + META
                + ", files, classes, epoch) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
                + " (SELECT epoch FROM engine_epoch WHERE id = 1))");
        Object[] values = {
            version.set(), version.digest(), version.number(), version.state().word(), version.at().toEpochMilli(),
            version.by().map(PersonId::value).orElse("-"), version.approvedBy().map(PersonId::value).orElse("-"),
            version.reason().isEmpty() ? "-" : version.reason(), version.edition(), problems(version.problems()),
            version.from().map(LocalDate::toString).orElse("-"), version.origin().isEmpty() ? "-" : version.origin(),
            version.files(), version.classes()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    @Override
    public void begun(Activation activation) {
        Query insert = entities.createNativeQuery("INSERT INTO engine_activation (" + BEGUN
                + ", set_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        Object[] values = {
            activation.at().toEpochMilli(), activation.version().digest(), activation.version().number(),
            activation.by().map(PersonId::value).orElse("-"), activation.approvedBy().map(PersonId::value).orElse("-"),
            activation.reason().isEmpty() ? "-" : activation.reason(), activation.version().set()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    @Override
    public List<Activation> activations(String set) {
        Query query = entities.createNativeQuery(
                "SELECT " + BEGUN + " FROM engine_activation WHERE set_name = ?1 ORDER BY activated_at, digest");
        query.setParameter(1, set);
        List<Activation> activations = new ArrayList<>();
        for (Object each : query.getResultList()) {
            Object[] row = (Object[]) each;
            activations.add(new Activation(
                    new SetVersion(set, ((Number) row[2]).intValue(), text(row[1])), Instant.ofEpochMilli(((Number) row[0]).longValue()),
                    person(row[3]), person(row[4]), text(row[5]).equals("-") ? "" : text(row[5])));
        }
        return activations;
    }

    private static KeptVersion version(Object[] row, byte[] files, byte[] classes) {
        return new KeptVersion(
                text(row[0]), text(row[1]), ((Number) row[2]).intValue(), State.of(text(row[3])),
                Instant.ofEpochMilli(((Number) row[4]).longValue()), person(row[5]), person(row[6]),
                said(row[7]), Optional.of(said(row[10])).filter(day -> !day.isEmpty()).map(LocalDate::parse), said(row[11]), text(row[8]),
                files, classes, problems(bytes(row[9])));
    }

    private static String text(Object value) {
        return String.valueOf(value).strip();
    }

    private static String said(Object value) {
        return text(value).equals("-") ? "" : text(value);
    }

    private static Optional<PersonId> person(Object value) {
        return text(value).equals("-") ? Optional.empty() : Optional.of(new PersonId(text(value)));
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

    private static byte[] problems(List<Problem> problems) {
        StringBuilder lines = new StringBuilder("-\n");
        for (Problem problem : problems) {
            lines.append(problem.file()).append('\t').append(problem.line()).append('\t').append(problem.column())
                    .append('\t').append(problem.message().key());
            problem.message().arguments().forEach(argument ->
                    lines.append('\t').append(String.valueOf(argument).replaceAll("[\\t\\n\\r]", " ")));
            lines.append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Problem> problems(byte[] kept) {
        List<Problem> problems = new ArrayList<>();
        for (String line : new String(kept, StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t", -1);
            if (cells.length >= 4) {
                Object[] arguments = java.util.Arrays.copyOfRange(cells, 4, cells.length, Object[].class);
                problems.add(Problems.of(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Text.of(cells[3], arguments)));
            }
        }
        return problems;
    }
}
