package dev.kontor.archive.book;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Volumes, what they hold, and what happened to them. Usable only inside a command or a read. */
@Component(service = VolumeBook.class)
public final class VolumeBook {

    /** Papers that the archive makes of a volume; they go into none. */
    public static final DocumentKind CATALOGUE = new DocumentKind("archive.catalogue");
    public static final DocumentKind PACKAGE = new DocumentKind("archive.package");
    private static final Set<DocumentKind> OF_VOLUMES = Set.of(CATALOGUE, PACKAGE);

    private static final String EXPIRED = """
            SELECT w.volume, w.place FROM (
              SELECT o.volume, CASE
                WHEN EXISTS (SELECT 1 FROM archive_hold h JOIN archive_volume v ON v.order_number = h.order_number
                  WHERE v.id = o.volume AND h.released_at = 0) THEN '2'
                WHEN EXISTS (SELECT 1 FROM archive_appraisal a WHERE a.volume = o.volume AND a.state = 'REJECTED'
                  AND NOT EXISTS (SELECT 1 FROM archive_appraisal b WHERE b.volume = a.volume AND b.appraised_at > a.appraised_at)) THEN '1'
                ELSE '0' END || o.over_since || o.volume AS place
              FROM (SELECT i.volume, MIN(i.kept_until) AS over_since FROM archive_item i
                WHERE i.destroyed_on = '' AND i.kept_until > '' AND i.kept_until < ?1 GROUP BY i.volume) o) w
            WHERE w.place > ?2 ORDER BY w.place""";

    private final EntityManager entities;

    @Activate
    public VolumeBook(@Reference(target = "(osgi.unit.name=archive)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    /** As it is now, whatever was read of it before a lock was waited for. */
    public void refresh(Object row) {
        entities.refresh(row);
    }

    public Optional<Volume> find(String id) {
        return Optional.ofNullable(entities.find(Volume.class, id));
    }

    /** @throws Refused {@code NOT_FOUND} */
    public Volume volume(String id) {
        return find(id).orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("archive.no-volume")));
    }

    /** The order's volumes, its own first. */
    public List<Volume> of(OrderNumber order) {
        return entities.createQuery("select one from Volume one where one.orderNumber = :number order by one.part", Volume.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    public List<Item> items(Volume volume) {
        return entities.createQuery("select one from Item one where one.volume = :volume order by one.position", Item.class)
                .setParameter("volume", volume.id())
                .getResultList();
    }

    /** Those of an order's documents that no volume holds yet. */
    public List<Document> unfiled(OrderNumber order, Collection<Document> documents) {
        Set<String> filed = of(order).stream().flatMap(volume -> items(volume).stream()).map(Item::document).collect(Collectors.toSet());
        return documents.stream()
                .filter(document -> !OF_VOLUMES.contains(document.kind()) && !filed.contains(document.id()))
                .toList();
    }

    /** Documents of an order wait for what is missing beside them; none: nothing waits any more. */
    public void waits(OrderNumber order, int documents, LocalDate on) {
        Optional<Waiting> known = Optional.ofNullable(entities.find(Waiting.class, order.value()));
        if (documents == 0) {
            known.ifPresent(entities::remove);
            return;
        }
        Waiting row = known.orElseGet(() -> new Waiting(order, on));
        row.count(documents);
        entities.persist(row);
    }

    /** By order. @param after the last one shown; empty at the start */
    public List<Waiting> waiting(String after, int most) {
        return entities.createQuery("select one from Waiting one where one.orderNumber > :after order by one.orderNumber", Waiting.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** In the order in which they are demanded, waived ones too. */
    public List<DemandedKind> kinds() {
        return entities.createQuery("select one from DemandedKind one order by one.position, one.kind", DemandedKind.class)
                .getResultList();
    }

    public Optional<DemandedKind> kind(DocumentKind kind) {
        return Optional.ofNullable(entities.find(DemandedKind.class, kind.value()));
    }

    /** As the company calls it, or the words of the department whose kind it is. */
    public Text name(DocumentKind kind) {
        return kind(kind)
                .filter(demanded -> !demanded.english().isEmpty())
                .map(demanded -> Text.of("archive.company-kind", demanded.english(), demanded.chinese()))
                .orElse(Text.of("document." + kind));
    }

    /** Of what any volume holds, each once. The index is walked from one kind to the next. */
    public List<DocumentKind> heldKinds() {
        return Stream.iterate(kindAfter(""), Optional::isPresent, last -> kindAfter(last.orElseThrow()))
                .map(kind -> new DocumentKind(kind.orElseThrow()))
                .toList();
    }

    private Optional<String> kindAfter(String last) {
        return entities.createQuery("select one.kind from Item one where one.kind > :last order by one.kind", String.class)
                .setParameter("last", last)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<Check> checks(Volume volume, int most) {
        return entities.createQuery("select one from Check one where one.volume = :volume order by one.at desc", Check.class)
                .setParameter("volume", volume.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** Newest first. */
    public List<Consultation> consultations(Volume volume, int most) {
        return entities.createQuery(
                        "select one from Consultation one where one.volume = :volume order by one.at desc", Consultation.class)
                .setParameter("volume", volume.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether somebody said on that day what they consult the volume for. */
    public boolean consults(Volume volume, String person, LocalDate on) {
        return entities.createQuery(
                        "select count(one) from Consultation one where one.volume = :volume and one.person = :person and one.on = :day",
                        Long.class)
                .setParameter("volume", volume.id())
                .setParameter("person", person)
                .setParameter("day", on.toString())
                .getSingleResult() > 0;
    }

    /** Of the volume's order, set at whichever of its volumes; oldest first. */
    public List<LegalHold> holds(Volume volume) {
        return entities.createQuery("select one from LegalHold one where one.orderNumber = :number order by one.setAt", LegalHold.class)
                .setParameter("number", volume.order().value())
                .getResultList();
    }

    public boolean isHeld(Volume volume) {
        return holds(volume).stream().anyMatch(LegalHold::stands);
    }

    /** Newest first. */
    public List<Appraisal> appraisals(Volume volume) {
        return entities.createQuery(
                        "select one from Appraisal one where one.volume = :volume order by one.appraisedAt desc", Appraisal.class)
                .setParameter("volume", volume.id())
                .getResultList();
    }

    public Optional<Appraisal> openAppraisal(Volume volume) {
        return appraisals(volume).stream().filter(Appraisal::open).findFirst();
    }

    /**
     * Every destruction that was ever proposed, newest first.
     *
     * @param after what {@link #mark} said of the last one shown; empty at the start
     */
    public List<Appraisal> destructions(String after, int most) {
        boolean later = after.matches("\\d{1,18}\\.[0-9a-f-]{36}");
        int dot = after.indexOf('.');
        return entities.createQuery(
                        "select one from Appraisal one where one.appraisedAt < :at or (one.appraisedAt = :at and one.id < :id)"
                                + " order by one.appraisedAt desc, one.id desc",
                        Appraisal.class)
                .setParameter("at", later ? Long.parseLong(after.substring(0, dot)) : Long.MAX_VALUE)
                .setParameter("id", later ? after.substring(dot + 1) : "")
                .setMaxResults(most)
                .getResultList();
    }

    public static String mark(Appraisal last) {
        return last.appraisedAt().toEpochMilli() + "." + last.id();
    }

    /**
     * Volumes with documents whose retention ended before the day and that are still there, the longest over first; those under
     * a legal hold, and those that company leadership keeps on, come last.
     *
     * @param after what {@link Expired#next} said; empty at the start
     */
    public Expired expired(LocalDate day, String after, int most) {
        List<?> rows = entities.createNativeQuery(EXPIRED)
                .setParameter(1, day.toString())
                .setParameter(2, after)
                .setMaxResults(most + 1)
                .getResultList();
        List<Object[]> shown = rows.stream().limit(most).map(Object[].class::cast).toList();
        return new Expired(
                shown.stream().map(row -> volume(String.valueOf(row[0]))).toList(),
                rows.size() <= most ? "" : String.valueOf(shown.get(most - 1)[1]));
    }

    /** @param next to be handed back as {@code after}; empty on the last page */
    public record Expired(List<Volume> volumes, String next) {}
}
