package dev.kontor.logistics;

import static dev.kontor.logistics.LogisticsRoom.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.logistics.carrier.Carrier;
import dev.kontor.logistics.carrier.RegisterCarrier;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeCompanyFile;
import dev.kontor.testkit.RuleBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 6.1: the carriers among which logistics chooses (R-6.2)")
final class CarrierTest {

    @Parameter
    private Dialect dialect;

    private LogisticsRoom room;

    @BeforeEach
    void open() {
        room = new LogisticsRoom(dialect, LogisticsRoom.twoMachines(false));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Answer register(Map<String, Object> values) {
        FakeCompanyFile company = new FakeCompanyFile(DAY, RuleBook.of(List.of())).as("lu", Role.LOGISTICS_CLERK);
        return room.command(() -> new RegisterCarrier(room.carriers).run(company, new Values(values)));
    }

    private static Map<String, Object> carrier(String subject, String name, String active) {
        return Map.of("subject", subject, "name", name, "modes", List.of("rail", "sea"), "contact", "Zhao", "phone", "1", "active", active);
    }

    @Test
    @DisplayName("two carriers do not have one name")
    void aNameIsTakenOnce() {
        Refused refused = catchThrowableOfType(Refused.class, () -> register(carrier("", "Sinotrans", "yes")));

        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("name");
    }

    @Test
    @DisplayName("a carrier that may not be chosen any more is not offered, and can be let in again")
    void oneThatIsChosenNoLongerIsNotOffered() {
        String id = register(carrier("", "CRRC Cargo", "yes")).id();
        assertThat(names()).containsExactly("CRRC Cargo", "Sinotrans");

        register(carrier(id, "CRRC Cargo", "no"));
        assertThat(names()).containsExactly("Sinotrans");

        register(carrier(id, "CRRC Logistics", "yes"));
        assertThat(names()).containsExactly("CRRC Logistics", "Sinotrans");
    }

    @Test
    @DisplayName("the form is filled with what is known, and a change by somebody else is noticed")
    void aChangeBySomebodyElseIsNoticed() {
        RegisterCarrier command = new RegisterCarrier(room.carriers);
        String id = register(carrier("", "CRRC Cargo", "yes")).id();
        long before = room.read(() -> command.version(id));

        assertThat(room.read(() -> command.initial(room.file.actor(), id)).choices("modes")).containsExactly("rail", "sea");
        register(carrier(id, "CRRC Cargo", "no"));

        assertThat(room.read(() -> command.version(id))).isNotEqualTo(before);
    }

    private List<String> names() {
        return room.read(() -> room.carriers.active()).stream().map(Carrier::name).toList();
    }
}
