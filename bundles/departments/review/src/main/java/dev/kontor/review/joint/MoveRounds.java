package dev.kontor.review.joint;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.review.book.Move;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A rule administrator has one open round, some, or every one that stands on other versions, moved to the versions that decide now.
 * Each is moved in a command of its own on its order, whose contents the administrator never sees.
 */
@Component
public final class MoveRounds implements CompanyCommand {

    /** As many as the field holds well; more are moved all at once, or one by one. */
    private static final int MOST_NAMED = 500;

    private final ReviewBook book;
    private final Preview preview;

    @Activate
    public MoveRounds(@Reference ReviewBook book, @Reference Preview preview) {
        this.book = book;
        this.preview = preview;
    }

    @Override
    public String name() {
        return "review/move-rounds";
    }

    @Override
    public Text title() {
        return Text.of("review.move-rounds");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RULE_ADMINISTRATOR);
    }

    /** @param subject a round's id; empty for every round, or those of some orders */
    @Override
    public Form form(Person person, String subject) {
        Field round = Field.hidden("round").optional();
        Field orders = Field.longText("orders", Text.of("review.move-orders")).optional().withHint(Text.of("review.move-orders-hint"));
        Field reason = Field.longText("reason", Text.of("review.move-reason")).withHint(Text.of("review.move-hint"));
        return subject.isEmpty()
                ? Form.of(Text.of("review.move-submit"), round, orders, reason)
                : Form.of(Text.of("review.move-submit"), round, reason);
    }

    @Override
    public Values initial(Person person, String subject) {
        if (!subject.isEmpty()) {
            return new Values(Map.of("round", subject));
        }
        List<Round> all = movable(preview.target());
        return all.isEmpty() || all.size() > MOST_NAMED
                ? Values.NONE
                : new Values(Map.of("orders", all.stream().map(Round::order).distinct().collect(Collectors.joining("\n"))));
    }

    /** Of what the preview showed: the versions, and for one round how it stands. */
    @Override
    public long version(String subject) {
        String stands = book.round(subject).map(book::stands).orElse("");
        String shown = preview.target().stream().map(SetVersion::digest).collect(Collectors.joining(" ", stands + " ", ""));
        CRC32 sum = new CRC32();
        sum.update(shown.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        List<SetVersion> target = preview.target();
        List<Round> wanted = of(orders(values), movable(target).stream()
                .filter(round -> !values.has("round") || round.id().equals(values.text("round")))
                .toList());
        if (wanted.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.no-round-to-move"));
        }
        wanted.forEach(round -> {
            Move move = new Move(round, book.stands(round), target, company.actor().id(), company.now());
            book.keep(move);
            company.entrust(move.order(), move.id());
        });
        company.note("review.rounds-moved", Text.of("review.rounds-moved", wanted.size()), changes(wanted, target, values));
        return Answer.of(Text.of("review.rounds-moved", wanted.size())).goingTo("review/moves");
    }

    /** On other versions, and not under way already. */
    private List<Round> movable(List<SetVersion> target) {
        return preview.others(target).stream().filter(round -> !book.moves(round)).toList();
    }

    private static Set<String> orders(Values values) {
        return Arrays.stream(values.text("orders").split("[\\s,;，；、]+")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of these orders; of all where none is named. */
    private static List<Round> of(Set<String> orders, List<Round> rounds) {
        Set<String> without = new TreeSet<>(orders);
        rounds.forEach(round -> without.remove(round.order()));
        if (!without.isEmpty()) {
            throw Refused.at("orders", Text.of("review.move-orders-without", String.join(", ", without)));
        }
        return rounds.stream().filter(round -> orders.isEmpty() || orders.contains(round.order())).toList();
    }

    private static List<Change> changes(List<Round> rounds, List<SetVersion> target, Values values) {
        List<Change> changes = new ArrayList<>();
        rounds.stream().map(Round::sets).distinct().forEach(sets -> changes.addAll(Moves.changes(sets, target)));
        List<Change> distinct = new ArrayList<>(changes.stream().distinct().toList());
        distinct.add(new Change("reason", "", values.text("reason")));
        return distinct;
    }
}
