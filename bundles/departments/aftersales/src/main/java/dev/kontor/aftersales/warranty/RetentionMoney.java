package dev.kontor.aftersales.warranty;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;

/**
 * What after-sales' rules say of retention money finance hears when its point is asked; so whatever changes that here has it asked anew,
 * in a command of its own: service waits for no other department.
 */
public final class RetentionMoney {

    /** The matter that is attended to. */
    public static final String MATTER = "retention-money";

    private RetentionMoney() {}

    public static void askAnew(OrderFile file) {
        file.plan(Vocabulary.AFTERSALES, MATTER, file.today());
    }

    public static void attend(OrderFile file) {
        file.consult(Question.at(Vocabulary.AT_FINANCE_DUE));
    }
}
