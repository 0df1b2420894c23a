package dev.kontor.api.desk;

import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * The platform will not do what was asked, for a reason that a person can understand and act on.
 *
 * <p>The only exception whose words are shown to people. Thrown in a command it rolls the command back, and the refusal
 * is kept with its key. Anything else that escapes is a defect and is shown as a reference number.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The name is part of the REST interface: add, never rename. */
    public enum Reason {
        /** Something typed is missing or wrong; {@link #gaps} says where. */
        INVALID,
        /** There is no such thing, or this person may not know of it. */
        NOT_FOUND,
        /** The person's roles do not allow it, or it would be a review of their own work. */
        FORBIDDEN,
        /** It was changed by somebody else meanwhile; the message says who changed what. */
        STALE,
        /** The state does not allow it: a hold stands, a number is taken, a task is done. */
        CONFLICT,
        /** The same key came before with another body. */
        KEY_REUSED,
        /** A file or a list is larger than allowed. */
        TOO_LARGE,
        /** It cannot be decided now: a rule set, a fact source or a department is missing. Try again later. */
        UNAVAILABLE,
        /** There is no room to keep anything. The operator has to make some; then ask again. */
        STORAGE_FULL
    }

    /** What is missing or wrong, at its field: {@code lines[2].quantity} is the third row. */
    public record Gap(String field, Text message) {}

    private final Reason reason;
    private final transient Text words;
    private final transient List<Gap> gaps;

    private Refused(Reason reason, Text words, List<Gap> gaps) {
        super(reason + ": " + words + (gaps.isEmpty() ? "" : " " + gaps));
        this.reason = Objects.requireNonNull(reason, "reason");
        this.words = Objects.requireNonNull(words, "words");
        this.gaps = List.copyOf(gaps);
    }

    /** @param words one or two full sentences: what was refused, and what would help */
    public static Refused because(Reason reason, Text words) {
        return new Refused(reason, words, List.of());
    }

    /** @param gaps at least one */
    public static Refused at(List<Gap> gaps) {
        return new Refused(Reason.INVALID, Text.of("form.gaps", gaps.size()), gaps);
    }

    public static Refused at(String field, Text message) {
        return at(List.of(new Gap(field, message)));
    }

    public Reason reason() {
        return reason;
    }

    public Text words() {
        return words;
    }

    public List<Gap> gaps() {
        return gaps;
    }
}
