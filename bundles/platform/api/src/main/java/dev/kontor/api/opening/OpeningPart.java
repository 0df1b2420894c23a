package dev.kontor.api.opening;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a department brings in of an order that was under way when the company began to work here (期初). Register one as a
 * service beside the {@link dev.kontor.api.department.Department}; a department without one hears of the order by its
 * milestones like of any other.
 *
 * <p>Called in the command that opens the order, after the parts of earlier milestones. Keep no state in fields. When the
 * command is kept, the order's file arrives everywhere as usual: a department for which nothing is left to do asks {@link
 * OpenedOrder#isTakenOver}.
 */
@ConsumerType
public interface OpeningPart {

    /**
     * The milestones whose records are this department's to bring. An order that stands on one is opened only while the part
     * is there. Who follows the money brings {@link MilestoneName#FINANCE_COLLECTED}: asked for whatever was paid or invoiced.
     */
    Set<MilestoneName> brings();

    /**
     * Makes the department's own records and lets the order reach those of the part's milestones that it stood on, each on
     * its day. What is over asks for nothing: no task, no rule.
     *
     * @param file stands on {@code entry.registered} and on what earlier parts brought; its content is revision 1, the
     *     opening's evidence is filed
     * @throws dev.kontor.api.desk.Refused when it cannot be brought in; then nothing of the order is kept
     */
    void takeOver(OrderFile file, OpenedOrder opened);

    /**
     * What stands against bringing the order in, such as a number that another order's records have: asked before the opening is
     * signed, for by then it can still be put right, and once more before the order is opened.
     *
     * @return in words for people; empty if nothing does
     */
    default List<Text> conflicts(OpenedOrder opened) {
        return List.of();
    }
}
