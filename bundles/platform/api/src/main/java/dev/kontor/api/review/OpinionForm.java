package dev.kontor.api.review;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a department states when it gives its opinion in a joint review: its part of the form, beside the verdict and
 * remarks that everybody gives. While the form of a required department is not registered its opinion cannot be given,
 * and the order waits.
 *
 * @see "Regulation, clause 4.2 (R-4.6, R-4.8, R-4.10)"
 */
@ConsumerType
public interface OpinionForm {

    /** The department whose opinion it is: the {@code subject} of the required task. */
    String department();

    List<Form.Section> sections(OrderView file);

    /**
     * Checks the opinion further and keeps what the department keeps, in the command that gives it.
     *
     * @param objects the verdict is an objection; less is then demanded than to clear
     * @throws dev.kontor.api.desk.Refused with gaps at the fields of {@link #sections}
     */
    void given(OrderFile file, boolean objects, Values values);

    /**
     * Which of the order's fields this department reviews; a change of one reopens it: {@code contract}, {@code agreements},
     * {@code customer}, {@code contact}, {@code lines}, {@code payment}, {@code delivery}, {@code terms}, {@code channel}, or
     * a part of one such as {@code lines.price}.
     */
    List<String> reviews();
}
