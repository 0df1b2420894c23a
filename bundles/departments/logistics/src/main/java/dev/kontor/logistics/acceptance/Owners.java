package dev.kontor.logistics.acceptance;

import dev.kontor.api.form.Field;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;

/** Who may be asked to solve what a customer objects to: the departments that have had the goods in hand. */
final class Owners {

    private static final List<Role> ALL = List.of(
            Role.LOGISTICS_CLERK, Role.PRODUCTION_PLANNER, Role.PRODUCTION_INSPECTOR, Role.PRODUCTION_PURCHASER,
            Role.AFTERSALES_ENGINEER, Role.SALES_REP);

    private Owners() {}

    static Field field(String name) {
        return Field.choice(name, Text.of("logistics.owner"), ALL.stream()
                .map(role -> new Field.Option(role.value(), Text.of("role." + role)))
                .toList());
    }
}
