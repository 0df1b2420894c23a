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

    private final EntityManager entities;

    @Activate
    public VolumeBook(@Reference(target = "(osgi.unit.name=archive)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
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

    /** In the order in which they are demanded, waived ones too. */
    public List<DemandedKind> kinds() {
        return entities.createQuery("select one from DemandedKind one order by one.position, one.kind", DemandedKind.class)
                .getResultList();
    }

    public Optional<DemandedKind> kind(DocumentKind kind) {
        return Optional.ofNullable(entities.find(DemandedKind.class, kind.value()));
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

    /** Oldest first. */
    public List<LegalHold> holds(Volume volume) {
        return entities.createQuery("select one from LegalHold one where one.volume = :volume order by one.setAt", LegalHold.class)
                .setParameter("volume", volume.id())
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

    /** Volumes with documents whose retention ended before the day and that are still there, the longest over first. */
    public List<Volume> expired(LocalDate day, int most) {
        List<String> ids = entities.createQuery(
                        "select one.volume from Item one where one.destroyedOn = '' and one.keptUntil > '' and one.keptUntil < :day"
                                + " group by one.volume order by min(one.keptUntil)",
                        String.class)
                .setParameter("day", day.toString())
                .setMaxResults(most)
                .getResultList();
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }
}
