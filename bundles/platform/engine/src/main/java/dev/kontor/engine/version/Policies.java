package dev.kontor.engine.version;

import dev.kontor.api.people.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Policies in the unit {@code engine}. Used only within the desk's transactions. */
public final class Policies {

    private static final String COLUMNS = "subject, stands, asked, person, approved_by, changed_at";
    private static final String STRICT = "strict";
    private static final String LAX = "lax";
    private static final String NONE = "-";

    private final EntityManager entities;

    public Policies(EntityManager entities) {
        this.entities = entities;
    }

    List<Policy> all() {
        List<?> rows = entities.createNativeQuery("SELECT " + COLUMNS + " FROM engine_policy ORDER BY subject").getResultList();
        return rows.stream().map(Object[].class::cast).map(Policies::policy).toList();
    }

    Optional<Policy> find(String subject) {
        List<?> rows = entities.createNativeQuery("SELECT " + COLUMNS + " FROM engine_policy WHERE subject = ?1")
                .setParameter(1, subject)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(Policies::policy);
    }

    void put(Policy policy) {
        entities.createNativeQuery("DELETE FROM engine_policy WHERE subject = ?1")
                .setParameter(1, policy.subject())
                .executeUpdate();
        Query insert = entities.createNativeQuery("INSERT INTO engine_policy (" + COLUMNS + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.setParameter(1, policy.subject());
        insert.setParameter(2, policy.strict() ? STRICT : LAX);
        insert.setParameter(3, policy.laxer() ? LAX : NONE);
        insert.setParameter(4, policy.by().value());
        insert.setParameter(5, policy.approvedBy().map(PersonId::value).orElse(NONE));
        insert.setParameter(6, policy.at().toEpochMilli());
        insert.executeUpdate();
    }

    private static Policy policy(Object[] row) {
        String second = String.valueOf(row[4]).strip();
        return new Policy(String.valueOf(row[0]).strip(), row[1].equals(STRICT), row[2].equals(LAX),
                new PersonId(String.valueOf(row[3]).strip()),
                second.equals(NONE) ? Optional.empty() : Optional.of(new PersonId(second)),
                Instant.ofEpochMilli(((Number) row[5]).longValue()));
    }
}
