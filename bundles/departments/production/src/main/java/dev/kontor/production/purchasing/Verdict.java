package dev.kontor.production.purchasing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.text.Text;
import java.util.List;

/** What somebody decides about buying that another has asked for. */
record Verdict(boolean allowed, String grounds) {

    private static final String ALLOWED = "allowed";
    private static final String REFUSED = "refused";

    /** @param asked what there is to decide */
    static Form form(Text asked) {
        return Form.of(
                Text.of("production.purchase.decide-submit"),
                Field.choice("verdict", Text.of("production.purchase.verdict"), List.of(option(ALLOWED), option(REFUSED)))
                        .withClause("5.2")
                        .withHint(asked),
                Field.longText("grounds", Text.of("production.purchase.grounds")));
    }

    private static Field.Option option(String word) {
        return new Field.Option(word, Text.of("production.purchase.verdict." + word));
    }

    /**
     * @param asker who asked
     * @param otherwise what who asked is told who would decide
     * @throws Refused {@code FORBIDDEN} when it is who asked that would decide
     */
    static Verdict of(Values values, OrderFile file, String asker, String otherwise) {
        if (file.actor().id().equals(new PersonId(asker))) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of(otherwise));
        }
        return new Verdict(values.text("verdict").equals(ALLOWED), values.text("grounds"));
    }

    Outcome outcome() {
        return new Outcome(allowed ? ALLOWED : REFUSED, grounds);
    }
}
