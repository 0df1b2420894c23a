package dev.kontor.aftersales.service;

import dev.kontor.api.form.Field;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The kinds of service: those of the regulation and those the company added. A kind that was added is like one of
 * the regulation's, whose deadlines and warranty it has until a rule says otherwise.
 */
@Component(service = ServiceKinds.class)
public final class ServiceKinds {

    /** Nothing is done that a customer could sign for. */
    static final String ADVICE = "consulting";

    static final List<String> REGULATION = List.of("installation", "repair", "maintenance", ADVICE);

    private final EntityManager rows;

    @Activate
    public ServiceKinds(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager rows) {
        this.rows = rows;
    }

    static List<Field.Option> regulation() {
        return REGULATION.stream().map(id -> new Field.Option(id, Text.of("aftersales.kind." + id))).toList();
    }

    List<Field.Option> options(Person reader) {
        List<Field.Option> options = new ArrayList<>(regulation());
        boolean chinese = reader.language().startsWith("zh");
        for (Object one : rows.createNativeQuery("SELECT id, name_en, name_zh FROM aftersales_service_kind ORDER BY id").getResultList()) {
            Object[] row = (Object[]) one;
            options.add(new Field.Option((String) row[0], Text.plain((String) row[chinese ? 2 : 1])));
        }
        return options;
    }

    public Text name(String id, Person reader) {
        return options(reader).stream()
                .filter(option -> option.value().equals(id))
                .map(Field.Option::label)
                .findFirst()
                .orElse(Text.plain(id));
    }

    /** Which of the regulation's kinds it is like: itself, if it is one. */
    String like(String id) {
        if (REGULATION.contains(id)) {
            return id;
        }
        List<?> found = rows.createNativeQuery("SELECT alike FROM aftersales_service_kind WHERE id = ?1")
                .setParameter(1, id)
                .getResultList();
        return Optional.of(found)
                .filter(each -> !each.isEmpty())
                .map(each -> (String) each.get(0))
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of service (%s).".formatted(id)));
    }

    void add(String id, String english, String chinese, String like) {
        rows.createNativeQuery("INSERT INTO aftersales_service_kind (id, name_en, name_zh, alike) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, english)
                .setParameter(3, chinese)
                .setParameter(4, like)
                .executeUpdate();
    }
}
