package dev.kontor.kernel.rule;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The rows of conclusions that were carried out, and of the holds that stand.
 *
 * <p>The occasion of a Hold is its milestone and that of a Require its kind of task, so that a department that owes an
 * opinion and an evaluation owes both.
 */
@Component(service = Conclusions.class)
public final class Conclusions {

    private final Rows rows;

    @Activate
    public Conclusions(@Reference Rows rows) {
        this.rows = rows;
    }

    /** By what a conclusion is the same as an earlier one of its order and point. */
    public record Key(String kind, String subject, String occasion) {

        public static Key of(Conclusion conclusion) {
            String occasion = conclusion.occasion();
            if (conclusion instanceof Conclusion.Hold hold) {
                occasion = hold.milestone().value();
            } else if (conclusion instanceof Conclusion.Require require) {
                occasion = require.task().value();
            }
            return new Key(conclusion.getClass().getSimpleName(), conclusion.subject(), occasion);
        }
    }

    /** @param task that a Require raised; empty otherwise */
    public record Kept(Key key, int revision, String task) {}

    /** A hold with its reason. */
    public record Hold(Text reason, String clause) {}

    /** Those of a point that are kept for the order. */
    public List<Kept> of(OrderNumber order, String point) {
        return rows
                .all("select kind, subject, occasion, revision, task from kernel_conclusion where order_number = ?"
                        + " and point = ?", order, point)
                .stream()
                .map(Conclusions::kept)
                .toList();
    }

    private static Kept kept(Row row) {
        return new Kept(new Key(row.text(0), row.text(1), row.text(2)), row.whole(3), row.text(4));
    }

    public void keep(OrderNumber order, String point, Kept kept, String decision, Instant at) {
        rows.run(
                "insert into kernel_conclusion (order_number, point, kind, subject, occasion, revision, task, decision,"
                        + " concluded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                order,
                point,
                kept.key().kind(),
                kept.key().subject(),
                kept.key().occasion(),
                kept.revision(),
                kept.task(),
                decision,
                at);
    }

    public void drop(OrderNumber order, String point, Key key) {
        rows.run(
                "delete from kernel_conclusion where order_number = ? and point = ? and kind = ? and subject = ?"
                        + " and occasion = ?",
                order, point, key.kind(), key.subject(), key.occasion());
        if (key.kind().equals("Hold")) {
            rows.run("delete from kernel_hold where order_number = ? and point = ? and subject = ? and milestone = ?",
                    order, point, key.subject(), key.occasion());
        }
    }

    public void hold(
            OrderNumber order, String point, Conclusion.Hold hold, ReasonWords reason, String decision, Instant at) {
        Key key = Key.of(hold);
        rows.run(
                "insert into kernel_hold (order_number, point, subject, milestone, reason_en, reason_zh, clause, decision,"
                        + " held_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                order,
                point,
                key.subject(),
                key.occasion(),
                cut(reason.english()),
                cut(reason.chinese()),
                hold.clause(),
                decision,
                at);
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), 2000));
    }

    /** The oldest hold that stands on the milestone. */
    public Optional<Hold> hold(OrderNumber order, MilestoneName milestone) {
        return rows
                .one("select reason_en, reason_zh, clause from kernel_hold where order_number = ? and milestone = ?"
                        + " order by held_at", order, milestone)
                .map(row -> new Hold(Text.of("kernel.reason", row.text(0), row.text(1)), row.text(2)));
    }
}
