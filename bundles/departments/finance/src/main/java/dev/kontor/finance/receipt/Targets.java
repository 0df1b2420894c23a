package dev.kontor.finance.receipt;

import dev.kontor.api.form.Field;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import java.util.ArrayList;
import java.util.List;

/** What a receipt can be allocated to: the oldest first, or one that is named. */
final class Targets {

    private Targets() {}

    /** To be added to. */
    static List<Field.Option> of(List<Due> schedule) {
        List<Field.Option> options = new ArrayList<>();
        if (schedule.stream().anyMatch(due -> !due.isPaid())) {
            options.add(new Field.Option(Posting.OLDEST, Text.of("finance.receipt.to-oldest")));
        }
        schedule.stream()
                .filter(due -> !due.isPaid())
                .map(due -> new Field.Option(due.subject(), Text.of("finance.schedule.option", due.position(), due.open())))
                .forEach(options::add);
        return options;
    }
}
