package dev.kontor.review.joint;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.time.Clock;
import dev.kontor.review.Differences;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a department's last opinion holds in a new round, so that it is not asked again. An objection never does. */
@Component(service = Standing.class)
public final class Standing {

    private final ReviewBook book;
    private final OpinionForms forms;
    private final Clock clock;

    @Activate
    public Standing(@Reference ReviewBook book, @Reference OpinionForms forms, @Reference Clock clock) {
        this.book = book;
        this.forms = forms;
        this.clock = clock;
    }

    boolean of(OrderFile file, Round now, Opinion last) {
        if (last.objects()) {
            return false;
        }
        Round then = book.round(last);
        return then.stage() == Stage.CONTRACT ? carries(file, now, then, last) : stands(file, last);
    }

    /**
     * One on the draft of a contract: for the same contract only, given before it was signed, and never by who answers for
     * the order.
     */
    private boolean carries(OrderFile file, Round now, Round then, Opinion last) {
        Order order = file.order().orElseThrow();
        LocalDate given = last.givenAt().orElseThrow().atZone(clock.zone()).toLocalDate();
        return then.judged().isSame(now.judged())
                && (now.stage() == Stage.CONTRACT || !given.isAfter(order.contract().signedOn()))
                && !last.givenBy().equals(order.representative().value());
    }

    /** Nothing that the department reviews changed; where its form does not run nobody knows what it reviews. */
    private boolean stands(OrderFile file, Opinion last) {
        Order order = file.order().orElseThrow();
        return forms.of(last.department())
                .flatMap(form -> file.order(last.revision())
                        .map(then -> !Differences.between(then, order).touch(form.reviews())))
                .orElse(false);
    }
}
