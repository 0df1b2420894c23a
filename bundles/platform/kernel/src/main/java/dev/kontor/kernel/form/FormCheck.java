package dev.kontor.kernel.form;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.document.DocumentShelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what was typed against a form: the same for pages and machines. */
@Component(service = FormCheck.class)
public final class FormCheck {

    /** The most rows a group may have. */
    static final int MOST_ROWS = 500;

    private final Function<Upload, Optional<Upload>> shelf;

    @Activate
    public FormCheck(@Reference DocumentShelf shelf) {
        this(shelf::taken);
    }

    private FormCheck(Function<Upload, Optional<Upload>> shelf) {
        this.shelf = shelf;
    }

    /** @param shelf what was taken in under the digest of an upload */
    public static FormCheck with(Function<Upload, Optional<Upload>> shelf) {
        return new FormCheck(shelf);
    }

    /**
     * The values as commands may see them: normalised, of the form's fields alone, every one right for its kind.
     *
     * @throws Refused {@code INVALID} with every gap there is; {@code CONFLICT} while something is missing before it
     */
    public Values check(Form form, Values typed) {
        form.missing().ifPresent(missing -> {
            throw Refused.because(Refused.Reason.CONFLICT, missing.words());
        });
        List<Gap> gaps = new ArrayList<>();
        Values checked = fields(form.fields(), typed, "", gaps);
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return checked;
    }

    private Values fields(List<Field> fields, Values typed, String path, List<Gap> gaps) {
        Map<String, Object> checked = new HashMap<>();
        for (Field field : fields) {
            String at = path + field.name();
            try {
                Optional<Object> value = value(field, typed.all().get(field.name()), at, gaps);
                value.ifPresent(present -> checked.put(field.name(), present));
                if (value.isEmpty() && field.required()) {
                    gaps.add(new Gap(at, Text.of("form.required")));
                }
            } catch (NotSo e) {
                gaps.add(new Gap(at, e.words()));
            }
        }
        return new Values(checked);
    }

    private Optional<Object> value(Field field, Object typed, String at, List<Gap> gaps) throws NotSo {
        if (isEmpty(typed)) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case CHOICES -> Optional.of(choices(field, typed));
            case FILE -> Optional.of(upload(typed));
            case GROUP -> rows(field, typed, at, gaps);
            case TEXT -> words(Typed.line(string(typed), Typed.LINE));
            case LONG_TEXT -> words(Typed.paragraphs(
                    string(typed), field.suggestions().equals("code") ? Typed.FILE : Typed.PARAGRAPHS));
            case HIDDEN -> words(Typed.line(string(typed), Typed.HIDDEN));
            case NUMBER -> words(Typed.number(string(typed)));
            case AMOUNT -> words(Typed.amount(string(typed)));
            case DATE -> words(Typed.day(string(typed)));
            case CHOICE -> words(choice(field, string(typed).strip()));
            case YES_NO -> words(Typed.yesNo(string(typed)));
            case PASSWORD -> Optional.of(Typed.password(string(typed)));
        };
    }

    private static boolean isEmpty(Object typed) {
        return typed == null
                || typed instanceof String text && text.isBlank()
                || typed instanceof List<?> list && list.isEmpty();
    }

    private static String string(Object typed) throws NotSo {
        if (typed instanceof String text) {
            return text;
        }
        throw new NotSo(Text.of("form.text"));
    }

    private static Optional<Object> words(String checked) {
        return checked.isEmpty() ? Optional.empty() : Optional.of(checked);
    }

    private static String choice(Field field, String typed) throws NotSo {
        if (field.options().stream().noneMatch(option -> option.value().equals(typed))) {
            throw new NotSo(Text.of("form.choice"));
        }
        return typed;
    }

    private static List<String> choices(Field field, Object typed) throws NotSo {
        List<?> given = typed instanceof List<?> list ? list : List.of(typed);
        Set<String> chosen = new LinkedHashSet<>();
        for (Object one : given) {
            String text = one instanceof String string ? string.strip() : "?";
            if (!text.isEmpty()) {
                chosen.add(choice(field, text));
            }
        }
        return List.copyOf(chosen);
    }

    private Upload upload(Object typed) throws NotSo {
        Upload asked = typed instanceof Upload upload ? upload : new Upload("", "", 0, string(typed).strip());
        return shelf.apply(asked).orElseThrow(() -> new NotSo(Text.of("form.file")));
    }

    /** Gaps name the row as it was typed; rows with nothing in them are left out. */
    private Optional<Object> rows(Field field, Object typed, String at, List<Gap> gaps) throws NotSo {
        if (!(typed instanceof List<?> list)) {
            throw new NotSo(Text.of("form.rows"));
        }
        if (list.size() > MOST_ROWS) {
            throw new NotSo(Text.of("form.too-many-rows", MOST_ROWS));
        }
        List<Values> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Values row)) {
                throw new NotSo(Text.of("form.rows"));
            }
            if (!isEmpty(field.fields(), row)) {
                rows.add(fields(field.fields(), row, at + "[" + i + "].", gaps));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(rows));
    }

    private static boolean isEmpty(List<Field> fields, Values row) {
        return fields.stream().allMatch(field -> isEmpty(row.all().get(field.name())));
    }
}
