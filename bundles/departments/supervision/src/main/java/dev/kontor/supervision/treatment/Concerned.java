package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import java.time.LocalDate;

/** What whoever a treatment concerns can say: a plea (申辩) before it is decided, an appeal (申诉) afterwards. */
final class Concerned {

    private Concerned() {}

    static Form form(Text submit, Text label, Text hint) {
        return Form.of(submit, Field.hidden("subject"), Field.longText("words", label).withHint(hint).withClause("10.2"));
    }

    /** @throws Refused {@code NOT_FOUND} when there is none, or it is somebody else's */
    static Treatment own(TreatmentBook book, String id, Person person) {
        return book.treatment(id)
                .filter(each -> each.concerns(person))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("supervision.no-treatment")));
    }

    /** @throws Refused {@code CONFLICT} when the time is over, or somebody has spoken on what is proposed now */
    static void demandOpen(TreatmentBook book, Treatment treatment, LocalDate today) {
        if (treatment.state() != Treatment.State.PROPOSED || today.isAfter(treatment.heardUntil())) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.plead-over", treatment.heardUntil()));
        }
        if (book.isHeard(treatment)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("supervision.pleaded-already"));
        }
    }
}
