package dev.kontor.production.facts;

/**
 * An order's production plan and what is expected of it now. None before the order is planned.
 *
 * @param number version of the plan
 * @param cleared the order's review is cleared
 * @param released production has begun
 * @param finished every machine has passed its final inspection, or the order is made no more
 * @param report number of the progress report that comes next, 1 for the first
 * @param finishOn the day on which the last step is expected to be done, ISO 8601
 * @param deliveryOn the order's day of delivery
 * @param slack working days after {@code finishOn} up to the day of delivery; negative when it comes first
 * @param toldOn the day of delivery that sales was told last; the order's own while nothing was told
 * @param toldSlack as {@code slack}, up to {@code toldOn}
 * @param held production cannot begin, for what others hold against it: a payment, a change under review
 */
public record PlanForecast(
        int number,
        boolean cleared,
        boolean released,
        boolean finished,
        String report,
        String finishOn,
        String deliveryOn,
        int slack,
        String toldOn,
        int toldSlack,
        boolean held) {

    /** As it was before {@code held} was known. */
    public PlanForecast(
            int number,
            boolean cleared,
            boolean released,
            boolean finished,
            String report,
            String finishOn,
            String deliveryOn,
            int slack,
            String toldOn,
            int toldSlack) {
        this(number, cleared, released, finished, report, finishOn, deliveryOn, slack, toldOn, toldSlack, false);
    }
}
