package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.Purchasing;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods that came and do not conform: they are put right and inspected again, used as they are once a second person has
 * released them, or sent back or scrapped; then what comes in their place is to be passed. The purchase is not settled before.
 * Usable only inside a command.
 */
@Component(service = Goods.class)
public final class Goods {

    private final QualityBook book;
    private final PurchaseBook purchases;
    private final Purchasing purchasing;

    @Activate
    public Goods(@Reference QualityBook book, @Reference PurchaseBook purchases, @Reference Purchasing purchasing) {
        this.book = book;
        this.purchases = purchases;
        this.purchasing = purchasing;
    }

    /** They were inspected when they came. */
    void inspected(OrderFile file, Delivery goods, String what) {
        if (goods.rejected().signum() > 0) {
            reject(file, goods, what);
        }
        settle(file, goods);
    }

    /** What came in the place of goods that did not conform either goes another round with them. */
    private void reject(OrderFile file, Delivery goods, String what) {
        Optional<Nonconformity> before = awaiting(file, goods).findFirst();
        before.ifPresent(each -> {
            goods(each).doubt(false);
            each.again(goods);
        });
        Nonconformity found = before.orElseGet(() -> open(file, goods, what));
        goods.doubt(true);
        Text said = Text.of("production.quality.opened", found.number(), what);
        file.note("production.nonconformity", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        file.notify(Role.PRODUCTION_PURCHASER, said);
    }

    private Nonconformity open(OrderFile file, Delivery goods, String what) {
        Nonconformity opened = new Nonconformity(goods, file.number(), what, file.actor().id().value(), file.now());
        book.keep(opened);
        return opened;
    }

    /** What was decided is carried out; goods from stock in whose place nothing comes are dealt with. */
    void corrected(OrderFile file, Nonconformity found, Treatment treatment) {
        found.corrected();
        Delivery goods = goods(found);
        if (!treatment.disposition().putsRight() && goods.line().isEmpty()) {
            close(file, found, State.DISCARDED);
        }
        settle(file, goods);
    }

    /** They are used as they are. */
    void conceded(OrderFile file, Nonconformity found) {
        Delivery goods = goods(found);
        goods.recover(goods.nonconforming());
        close(file, found, State.CONCEDED);
        settle(file, goods);
    }

    /** They were put right and inspected again. */
    void inspectedAgain(OrderFile file, Nonconformity found, BigDecimal rejected) {
        Delivery goods = goods(found);
        goods.recover(goods.nonconforming().subtract(rejected));
        if (rejected.signum() > 0) {
            found.again();
        } else {
            close(file, found, State.CONFORMING);
        }
        settle(file, goods);
    }

    private void close(OrderFile file, Nonconformity found, State how) {
        found.close(how, file.now());
        goods(found).doubt(false);
    }

    /** Once all of the line has come and was passed, nothing of it does not conform. */
    private void settle(OrderFile file, Delivery goods) {
        Optional<PurchaseLine> line = purchases.line(goods);
        if (line.filter(this::isPassed).isPresent()) {
            awaiting(file, goods).toList().forEach(each -> close(file, each, State.CONFORMING));
        }
        purchasing.inspected(file, goods);
    }

    private boolean isPassed(PurchaseLine line) {
        return purchases.outstanding(line).signum() <= 0 && purchases.deliveries(line).stream().noneMatch(Delivery::isOwed);
    }

    /** Those of the same line that wait for what comes in their place. */
    private Stream<Nonconformity> awaiting(OrderFile file, Delivery goods) {
        return book.nonconformities(file.number()).stream()
                .filter(each -> each.isOfGoods() && each.state() == State.REINSPECTION)
                .filter(each -> !goods.line().isEmpty() && goods(each).line().equals(goods.line()))
                .filter(each -> !book.treatment(each).disposition().putsRight());
    }

    private Delivery goods(Nonconformity found) {
        return book.receipt(found.receipt()).orElseThrow();
    }
}
