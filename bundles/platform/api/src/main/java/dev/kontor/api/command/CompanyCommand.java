package dev.kontor.api.command;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something people do that belongs to no order, or opens one. Otherwise like {@link OrderCommand}.
 *
 * <p>{@code subject} is what it is about, for example a customer's id; it is the value of the hidden field
 * {@code subject} of the form, empty for something new.
 */
@ConsumerType
public interface CompanyCommand {

    /** The department's id, a slash and a verb: {@code customers/change}. */
    String name();

    Text title();

    /** Who may. Empty: everybody who is signed in, for what concerns their own account. */
    Set<Role> roles();

    Form form(Person person, String subject);

    default Values initial(Person person, String subject) {
        return Values.NONE;
    }

    /** The version of the subject; -1 if nothing is edited. */
    default long version(String subject) {
        return -1;
    }

    Answer run(CompanyFile company, Values values);
}
