package dev.kontor.archive.book;

import dev.kontor.archive.book.ArchivalCode.SeriesKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Archival codes without gaps or duplicates. A number is taken in the command's transaction: the class's row is
 * locked until it ends, and a command that fails gives its number back. Usable only inside a command or a read.
 */
@Component(service = Numbers.class)
public final class Numbers {

    private static final int MOST_GAPS = 100;

    private final EntityManager entities;

    @Activate
    public Numbers(@Reference(target = "(osgi.unit.name=archive)") EntityManager entities) {
        this.entities = entities;
    }

    public List<RecordClass> classes() {
        return entities.createQuery("select one from RecordClass one order by one.code", RecordClass.class).getResultList();
    }

    public Optional<RecordClass> find(String code) {
        return Optional.ofNullable(entities.find(RecordClass.class, code));
    }

    public void keep(RecordClass row) {
        entities.persist(row);
    }

    /** The next code of a class. Whoever else takes one of the class waits until this command ends. */
    public ArchivalCode next(RecordClass of, int year, Retention retention) {
        entities.createQuery("update RecordClass one set one.volumes = one.volumes + 1 where one.code = :code")
                .setParameter("code", of.code())
                .executeUpdate();
        SeriesKey key = new SeriesKey(of.fonds(), of.code(), year, retention.code(), of.office());
        Series series = Optional.ofNullable(entities.find(Series.class, key.toString())).orElseGet(() -> {
            Series begun = new Series(key.toString());
            entities.persist(begun);
            return begun;
        });
        return new ArchivalCode(key, series.next());
    }

    public List<Series> series() {
        return entities.createQuery("select one from Series one order by one.series", Series.class).getResultList();
    }

    /** How many volumes carry a code of the series. */
    public long given(Series series) {
        return entities.createQuery("select count(one) from Volume one where one.series = :series", Long.class)
                .setParameter("series", series.series())
                .getSingleResult();
    }

    /** Numbers up to the last that no volume carries; the first hundred of them. */
    public List<Long> gaps(Series series) {
        if (given(series) == series.last()) {
            return List.of();
        }
        TypedQuery<Long> carried = entities.createQuery(
                        "select one.running from Volume one where one.series = :series order by one.running", Long.class)
                .setParameter("series", series.series());
        List<Long> gaps = new ArrayList<>();
        long next = 1;
        for (long running : carried.getResultList()) {
            for (; next < running && gaps.size() < MOST_GAPS; next++) {
                gaps.add(next);
            }
            next = running + 1;
        }
        for (; next <= series.last() && gaps.size() < MOST_GAPS; next++) {
            gaps.add(next);
        }
        return gaps;
    }
}
