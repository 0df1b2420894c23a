package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Asks the rules and carries out what they conclude. */
@Component(service = Consultation.class)
public final class Consultation {

    @Activate
    public Consultation() {}

    Decision consult(OpenFile file, Question question) {
        throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.rules-cannot-decide", question.point().value()));
    }
}
