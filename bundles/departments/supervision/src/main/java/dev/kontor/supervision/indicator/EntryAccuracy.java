package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Submissions of an order without an entry error that was found afterwards. An error counts for who wrote the
 * field, confirmed it and reviewed it, for each by the share that entry told; one of before shares were told, for who answers
 * for the order.
 */
record EntryAccuracy() implements Indicator {

    private static final Pattern SHARE = Pattern.compile("([a-z][a-z0-9._-]{0,63}) (?:writer|confirmer|reviewer)-share ([0-9.]+)");

    @Override
    public String name() {
        return "entry.accuracy";
    }

    @Override
    public List<Counted> count(OrderEvents order) {
        List<Counted> counted = new ArrayList<>();
        order.lines("entry.submitted").forEach(line -> counted.add(
                new Counted(Optional.of(line.by()), "entry", line.at(), line.kind(), true, line.decision())));
        order.lines("entry.error-found").forEach(line -> counted.addAll(error(order, line)));
        return counted;
    }

    private static List<Counted> error(OrderEvents order, Entry line) {
        List<Matcher> told = line.changes().stream().map(EntryAccuracy::share).filter(Matcher::matches).toList();
        Optional<PersonId> representative = order.content().map(Order::representative).filter(none -> told.isEmpty());
        Counted whole = new Counted(representative, "entry", line.at(), line.kind(), false, line.decision());
        return Stream.concat(
                        told.stream().filter(share -> !share.group(1).equals(PersonId.SYSTEM.value())).map(share -> counted(line, share)),
                        Stream.of(whole))
                .toList();
    }

    private static Matcher share(Change change) {
        return SHARE.matcher(change.field() + " " + change.after());
    }

    private static Counted counted(Entry line, Matcher share) {
        return new Counted(Optional.of(new PersonId(share.group(1))), "", line.at(), line.kind(), false, line.decision(),
                new BigDecimal(share.group(2)));
    }
}
