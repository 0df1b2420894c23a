package dev.kontor.kernel.arrival;

import dev.kontor.kernel.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of matters that departments will attend to when their day comes. An order's matters want its lock. */
@Component(service = Plans.class)
public final class Plans {

    /** Whose matters belong to no order. */
    static final String COMPANY = "";

    private static final int LONGEST = 100;

    private final Rows rows;

    @Activate
    public Plans(@Reference Rows rows) {
        this.rows = rows;
    }

    /** @param order number of the order; {@link #COMPANY} for a matter of the company */
    public void put(String order, String department, String matter, LocalDate on) {
        if (matter.isEmpty() || matter.length() > LONGEST) {
            throw new IllegalArgumentException("A matter (%s) of %s has 1 to 100 characters.".formatted(matter, department));
        }
        withdraw(order, department, matter);
        rows.run("insert into kernel_plan (order_number, department, matter, planned_on) values (?, ?, ?, ?)",
                order, department, matter, on);
    }

    /** A matter whose department will attend to it. */
    record Planned(String order, String department, String matter) {}

    /** The oldest of those whose day is this or before. */
    List<Planned> until(LocalDate day, int most) {
        return rows.all("select order_number, department, matter from kernel_plan where planned_on <= ? order by planned_on"
                        + " fetch first " + most + " rows only", day)
                .stream()
                .map(row -> new Planned(row.text(0), row.text(1), row.text(2)))
                .toList();
    }

    /** @return false when there was none */
    public boolean withdraw(String order, String department, String matter) {
        return rows.run("delete from kernel_plan where order_number = ? and department = ? and matter = ?", order, department, matter) == 1;
    }
}
