package dev.kontor.entry.need;

import dev.kontor.api.form.Field;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The channels by which orders come: those of the regulation and those the company added. */
@Component(service = Channels.class)
public final class Channels {

    private static final List<String> REGULATION = List.of("fair", "online", "referral");

    private final EntityManager rows;

    @Activate
    public Channels(@Reference(target = "(osgi.unit.name=entry)") EntityManager rows) {
        this.rows = rows;
    }

    public List<Field.Option> options(Person reader) {
        List<Field.Option> options = new ArrayList<>();
        REGULATION.forEach(id -> options.add(new Field.Option(id, Text.of("entry.channel." + id))));
        boolean chinese = reader.language().startsWith("zh");
        List<?> added = rows.createNativeQuery("SELECT id, name_en, name_zh FROM entry_channel ORDER BY id").getResultList();
        for (Object one : added) {
            Object[] row = (Object[]) one;
            options.add(new Field.Option((String) row[0], Text.plain((String) row[chinese ? 2 : 1])));
        }
        return options;
    }

    public Text name(String id, Person reader) {
        return options(reader).stream().filter(option -> option.value().equals(id)).map(Field.Option::label).findFirst()
                .orElse(Text.plain(id));
    }

    public void add(String id, String english, String chinese) {
        rows.createNativeQuery("INSERT INTO entry_channel (id, name_en, name_zh) VALUES (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, english)
                .setParameter(3, chinese)
                .executeUpdate();
    }
}
