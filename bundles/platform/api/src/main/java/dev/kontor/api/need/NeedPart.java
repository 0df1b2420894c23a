package dev.kontor.api.need;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a department wants known of a customer's need, beside what is recorded of every need: fields of the forms by which it is
 * recorded and changed. The department keeps what was filled in, by the need's id; while it does not run nobody is asked. The
 * journal of the order that comes of a need names the need's id.
 *
 * @see "Regulation, clause 3.1: model, quantity, technical parameters, time, place and whatever else is important"
 */
@ConsumerType
public interface NeedPart {

    /** Whose part it is; the names of its fields begin with it and a hyphen, {@code customs-use}. Others are not asked. */
    String department();

    /**
     * What is asked, neither files nor rows. A need is recorded as far as it is known: a required field may be left empty, and is
     * then named among what is missing.
     */
    List<Field> fields();

    /** What is kept, by the id of the need; in the transaction of whoever shows or changes it. */
    Map<String, Values> kept(Set<String> needs);

    /**
     * Keeps what is known now, in the command that records or changes the need. Whoever changes it in a form that was opened while the
     * department did not run says nothing about its part, and it is not called.
     *
     * @param values of the whole form: {@code customer}, {@code channel}, {@code model} and what else is recorded of every need too
     * @throws dev.kontor.api.desk.Refused with gaps at {@link #fields}
     */
    void keep(String need, Values values);
}
